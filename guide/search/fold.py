"""Words as the search compares them: the plain form of a word, its sound in any script, where words stand in a text."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from guide.turns import emptied, pieces

APOSTROPHES = "'`´·ʹʺʻʼʽ‘’‛ʿˈ′″"
_HYPHENS = "-‐‑.&+"

_LETTERS = rf"[^\W_]+(?:[{APOSTROPHES}\u0300-\u036f]+[^\W_]+)*[\u0300-\u036f]*"
_RUN = re.compile(rf"{_LETTERS}(?:[{_HYPHENS}]{_LETTERS})*")
_SIMPLE = re.compile(r"[^\W_]+")
_TIED = re.compile(rf"[{_HYPHENS}{APOSTROPHES}\u0300-\u036f]")  # without these, simple runs of letters are the words
_WORD = re.compile(_LETTERS)
_CYRILLIC = re.compile("[\u0400-\u052f]")
# Words that need no special care: of one alphabet, not one letter again and again.
_ALL_CYRILLIC = re.compile(r"(?!(?i:(.)\1+)\Z)[а-яёіўА-ЯЁІЎ]+\Z")
_ALL_LATIN = re.compile(r"(?!(?i:(.)\1+)\Z)[a-zA-Z]+\Z")
_LATIN = re.compile("[a-z\u00df-\u024f]")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")

# Letters that look alike, in either case: В is b, Н is h. Used only inside a word that mixes the two scripts.
_TO_CYRILLIC = str.maketrans("aceopxyktmhbijs", "асеорхуктмнвіјѕ")
_TO_LATIN = str.maketrans("асеорхуктмнвіјѕ", "aceopxyktmhbijs")
_LIKE_LATIN = frozenset("асеорхуктмнвіјѕ")
_LIKE_CYRILLIC = frozenset("aceopxyktmhbijs")


LEAST_UNFINISHED = 3
"""How many letters must be there for the last of them to be half of a digraph."""


class Token(NamedTuple):
    """A word of a text: where it starts and ends in it, in characters, and what stands there."""

    start: int
    end: int
    text: str


def tokens(text: str) -> Iterator[Token]:
    """The words of a text; an apostrophe inside a word belongs to it, a hyphen parts it."""
    return (Token(m.start(), m.end(), m.group()) for m in _WORD.finditer(text))


def runs(text: str) -> list[list[str]]:
    """The words of a text, those that hyphens tie together in one list."""
    if not _TIED.search(text):
        return [[word] for word in _SIMPLE.findall(text)]
    return [[run] if run.isalnum() else _WORD.findall(run) for run in _RUN.findall(text)]


def words(text: str) -> list[str]:
    """The words to find a text by: each word of it, and the hyphenated ones joined as well."""
    if not _TIED.search(text):
        return _SIMPLE.findall(text)
    found: list[str] = []
    for run in _RUN.findall(text):
        if run.isalnum():
            found.append(run)
            continue
        parts = _WORD.findall(run)
        found += parts
        if len(parts) > 1:
            found.append("".join(parts))
    return found


def spelled(text: str) -> list[tuple[str, str]]:
    """As :func:`words`, each with how it is spelt in the text: a joined word with its hyphens."""
    found: list[tuple[str, str]] = []
    for run in _RUN.findall(text):
        parts = [run] if run.isalnum() else _WORD.findall(run)
        found += [(part, part) for part in parts]
        if len(parts) > 1:
            found.append(("".join(parts), run))
    return found


Form = tuple[str, str]
"""The plain form of a word and its sound; the sound of a number is ""."""

_known: dict[str, Form] = {}
_MOST_KNOWN = 1 << 18


def form_of(word: str) -> Form:
    """The plain form and the sound of one word."""
    form = _known.get(word)
    if form is None:
        form = _known[word] = (_folded(word), "" if word.isdigit() else _heard(word))
        if len(_known) > _MOST_KNOWN:
            _known.clear()
    return form


def forms_of(texts: Iterable[str]) -> dict[str, list[Form]]:
    """Each text with the forms of its :func:`words`; many are worked out at once, several times faster than singly."""
    words_of = {text: words(text) for text in texts}
    new = {word for found in words_of.values() for word in found if word not in _known}
    for some in pieces([word for word in new if _ALL_CYRILLIC.match(word)]):
        _learn(some, _cyrillic)
    for some in pieces([word for word in new if _ALL_LATIN.match(word)]):
        _learn(some, _latin)
    forms = {text: [form_of(word) for word in found] for text, found in words_of.items()}
    emptied(words_of)
    return forms


def _learn(new: list[str], hear: Callable[[str], str]) -> None:
    if not new:
        return
    # One long text, a word a line: what costs is each call, not each letter.
    lower = "\n".join(new).lower()
    heard = _TWICE.sub(r"\1", _SOFT_E.sub("e", hear(lower)))
    plain = lower if lower.isascii() else lower.translate(_PLAIN)
    _known.update(zip(new, zip(plain.split("\n"), heard.split("\n"), strict=True), strict=True))


# Letters that Unicode does not take apart, and those whose marks the languages here write or leave out at will.
_OWN = {
    "і": "и", "ї": "и", "ґ": "г", "є": "е", "ј": "и", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i",
    "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n", "ħ": "h",
}  # fmt: skip


class _Plain(dict[int, str]):
    """A letter's plain form, worked out when it is first met: no case, no marks."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter == "\n":
            folded = letter  # between the words of forms_of; no word has one
        elif letter in APOSTROPHES:
            folded = ""
        else:
            apart = unicodedata.normalize("NFKD", letter.casefold())
            bare = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
            folded = "".join(_OWN.get(c, c) for c in bare if c.isalnum())
        self[code] = folded
        return folded


_PLAIN = _Plain()


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The plain form of a word: without case, marks and apostrophes, its look-alike letters in one script.

    ё is е, й and і are и, ü is u; letters of the script that the word has fewer of are repaired to the other.
    """
    return _folded(word)


def _folded(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word.lower()
    plain = word.translate(_PLAIN)
    return plain if plain.isascii() else _repaired(plain)


def _repaired(word: str) -> str:
    if not _LATIN.search(word) or not _CYRILLIC.search(word):
        return word
    cyrillic, latin = len(_CYRILLIC.findall(word)), len(_LATIN.findall(word))
    if cyrillic == latin:
        # A draw goes to the script that leaves no stranger in the word.
        strangers = [c for c in word if _CYRILLIC.match(c) and c not in _LIKE_LATIN]
        cyrillic += 1 if strangers or not [c for c in word if _LATIN.match(c) and c not in _LIKE_CYRILLIC] else -1
    # і has become и by now, so a repaired і must become it as well.
    return word.translate(_TO_CYRILLIC).replace("і", "и") if cyrillic > latin else word.translate(_TO_LATIN)


def is_cyrillic(word: str) -> bool:
    """Whether a word has a Cyrillic letter."""
    return _CYRILLIC.search(word) is not None


def twin(word: str) -> str:
    """A folded word as the same shapes in the other script («сова» typed as "coba"), or "" where a letter has none."""
    letters = set(word) - set("0123456789")
    if letters and letters <= _LIKE_CYRILLIC:
        return fold(word.translate(_TO_CYRILLIC))
    if letters and letters <= _LIKE_LATIN:
        return word.translate(_TO_LATIN)
    return ""


# One letter for a sound, whatever the script: Z ж, C ч, S ш щ, T ц, h х; the rest as in Latin.
_CYRILLIC_SOUNDS = {
    **dict(zip("абвгдежзийклмнопрстуфхцчшщыэ", "abvgdeZziiklmnoprstufhTCSSie", strict=True)),
    "ё": "e", "ъ": "", "ь": "", "ю": "iu", "я": "ia", "і": "i", "ў": "v", "ґ": "g", "ї": "i", "є": "e", "ј": "i",
    "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "ҳ": "h", "җ": "Z", "ѕ": "s",
}  # fmt: skip
_CYRILLIC_TABLE = str.maketrans(_CYRILLIC_SOUNDS)
# Marked Latin letters that stand for a sound of their own (ISO 9, Łacinka, Baltic and Turkic spellings).
_LATIN_TABLE = str.maketrans(
    {"š": "S", "ŝ": "S", "ş": "S", "č": "C", "ć": "C", "ç": "C", "ž": "Z", "ż": "Z", "ŭ": "v", "û": "iu", "â": "ia"}
)
# Letters that make one sound together, the longer first; c by what follows it; then the single letters.
_TOGETHER = (
    ("shch", "S"), ("SC", "S"), ("szcz", "S"), ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("sh", "S"), ("sz", "S"),
    ("ch", "C"), ("cz", "C"), ("zh", "Z"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("ts", "T"), ("ck", "k"), ("yo", "e"),
    ("jo", "e"), ("ce", "Te"), ("ci", "Ti"), ("cy", "Ti"),
)  # fmt: skip
_SINGLE = str.maketrans({"c": "k", "q": "k", "w": "v", "x": "ks", "y": "i", "j": "i"})
_SOFT_E = re.compile("i+e")
_TWICE = re.compile(r"([^\W\d])\1(?!\1)")  # a doubled letter; three are no spelling of one


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """How a word sounds, in letters that do not depend on its script: «Полесье», Polesie and Polesye are one.

    Coarser than :func:`fold`, so what it finds ranks lower. Digits stay; letters of other scripts stay folded.
    """
    return _heard(word)


def letters_sound(folded: str) -> str:
    """How an acronym sounds letter by letter: «ММК» keeps both its letters."""
    return folded.translate(_CYRILLIC_TABLE if _CYRILLIC.search(folded) else _SINGLE)


def _heard(word: str) -> str:
    if word.isdigit():
        return word
    lower = word.lower()
    if not lower.isalnum():
        lower = _APOSTROPHE.sub("", unicodedata.normalize("NFC", lower))
    if lower.isascii():
        heard = _latin(lower)
    else:
        if _LATIN.search(lower) and _CYRILLIC.search(lower):
            lower = _folded(lower)
        if _CYRILLIC.search(lower):
            heard = _bare(_cyrillic(lower))
        else:
            heard = _latin(_bare(lower.translate(_LATIN_TABLE)))
    if "ie" in heard:
        heard = _SOFT_E.sub("e", heard)
    if len(lower) > 1 and lower == lower[0] * len(lower):
        return heard  # a letter held down would sound like that letter alone, and find nearly everything
    return _TWICE.sub(r"\1", heard)


def _cyrillic(lower: str) -> str:
    return lower.replace("йо", "е").translate(_CYRILLIC_TABLE).replace("ts", "T")


def _latin(lower: str) -> str:
    for letters, heard in _TOGETHER:
        lower = lower.replace(letters, heard)
    return lower.translate(_SINGLE)


def _bare(text: str) -> str:
    # The capitals that stand for sounds are ASCII, so only other letters lose their marks.
    return text if text.isascii() else "".join(c if c.isascii() else _PLAIN[ord(c)] for c in text)


def tables() -> dict[str, Any]:
    """The tables of letters that words are folded by, for a program in another language that does the same.

    "own", "sounds", "marked" and "single" lead from a letter to what stands for it, "together" has pairs of letters
    and their sound in the order in which they are tried, "cyrillic" and "latin" are the letters that look alike.
    """

    def letters(table: Mapping[int, str | int | None]) -> dict[str, str]:
        return {chr(code): chr(to) if isinstance(to, int) else to or "" for code, to in table.items()}

    return {
        "own": dict(_OWN),
        "sounds": dict(_CYRILLIC_SOUNDS),
        "marked": letters(_LATIN_TABLE),
        "single": letters(_SINGLE),
        "together": [list(pair) for pair in _TOGETHER],
        "cyrillic": "".join(letters(_TO_LATIN)),
        "latin": "".join(letters(_TO_LATIN).values()),
        "apostrophes": APOSTROPHES,
    }
