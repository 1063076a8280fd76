"""What a word may sound like beside the likeliest: Latin spellings of Cyrillic names, and the reverse, are many."""

import re
from functools import lru_cache

from guide.search.fold import is_cyrillic, sound

_MOST = 8

# A Latin letter or group -> what else it may stand for, spelt so that its sound is plain. In the order of likelihood.
_LATIN = (
    (re.compile(r"c(?![hkz])"), "ts"),  # Łacinka and Polish: c is ц
    (re.compile(r"c(?=[eiy])"), "k"),  # ceramin
    (re.compile(r"(?<![sct])ch"), "kh"),  # Łacinka and German: ch is х
    (re.compile(r"(?<=[aeiouy])u"), "w"),  # Łacinka without marks: u after a vowel is ў
    (re.compile(r"(?<=[^aeiouy])io"), "yo"),  # and io is ё
    (re.compile(r"x"), "kh"),  # what is typed for х
    (re.compile(r"^x"), "s"),  # Chinese x is heard as с
    (re.compile(r"^q"), "ch"),  # and q as ц or ч
    (re.compile(r"ou|oo"), "u"),  # French and English у
    (re.compile(r"ee"), "i"),
    (re.compile(r"j"), "zh"),  # joint, Jantar; elsewhere й
    (re.compile(r"^g(?=[eiy])"), "zh"),
    (re.compile(r"sch"), "skh"),  # schema
    (re.compile(r"w"), "u"),
    (re.compile(r"eu|äu"), "oi"),  # German as Russian hears it
    (re.compile(r"ei"), "ai"),
    (re.compile(r"ü|ue"), "yu"),
    (re.compile(r"ö|oe"), "yo"),
    (re.compile(r"^h"), ""),
    (re.compile(r"c(?=k)"), "ts"),
    (re.compile(r"ue"), "u"),  # German umlauts where the keyboard has none
    (re.compile(r"oe"), "o"),
    (re.compile(r"ae"), "a"),
    (re.compile(r"sc(?=[aeiouy])"), "shch"),  # šč without marks
    (re.compile(r"^z"), "zh"),
    (re.compile(r"s(?![chz])"), "sh"),  # š without its mark
)
# The same in the letters of sounds: Belarusian and Ukrainian г is h.
_SOUNDS = (("h", "g"), ("g", "h"))
_CYRILLIC = (
    (re.compile(r"ю"), "у"),  # Мюллер and Müller
    (re.compile(r"ё"), "о"),  # Кёлер and Köler
    (re.compile(r"дж"), "й"),  # Джонсон and Johnson
    (re.compile(r"^(?:шт)"), "ст"),  # Штайнер and Steiner
    (re.compile(r"^(?:шп)"), "сп"),
    (re.compile(r"^ц"), "з"),  # Цайсс and Zeiss
    (re.compile(r"сх"), "ш"),  # Босх and Bosch
    (re.compile(r"^з"), "с"),  # Зименс and Siemens
    (re.compile(r"кс"), "х"),
    (re.compile(r"ай|аи"), "ей"),  # Шнайдер and Schneider
    (re.compile(r"ой"), "еу"),  # Нойман and Neumann
    (re.compile(r"ф"), "в"),  # Фольксваген and Volkswagen
)


@lru_cache(maxsize=1 << 12)
def other_sounds(word: str) -> tuple[str, ...]:
    """The other sounds that a word may have been meant to have, the likeliest first; none for numbers."""
    if word.isdigit() or len(word) < 2:
        return ()
    heard, lower = sound(word), word.lower()
    rules = _CYRILLIC if is_cyrillic(lower) else _LATIN
    spelt = [lower]
    for pattern, instead in rules:
        spelt += [said for one in spelt[:2] if (said := pattern.sub(instead, one)) != one]
    found = dict.fromkeys(sound(one) for one in spelt if one)
    for one in list(found)[:3]:
        for letter, instead in _SOUNDS:
            if letter in one:
                found.setdefault(one.replace(letter, instead), None)
    found.pop(heard, None)
    found.pop("", None)
    return tuple(found)[:_MOST]


_GROUP_SOUNDS = {
    "shch": "S",
    "sch": "S",
    "sh": "S",
    "ch": "C",
    "zh": "Z",
    "kh": "h",
    "ts": "T",
    "tz": "T",
    "yu": "iu",
    "ya": "ia",
}
_GROUPS = re.compile("|".join(_GROUP_SOUNDS))
_LETTERWISE = str.maketrans({"c": "T", "q": "k", "w": "v", "x": "h", "y": "u", "j": "Z"})


@lru_cache(maxsize=1 << 12)
def initials_sounds(word: str) -> tuple[str, ...]:
    """How an acronym in Latin letters may sound letter by letter: "bcz" is БЦЗ, though cz elsewhere is ч."""
    lower = word.lower()
    if not (lower.isascii() and lower.isalpha() and 2 <= len(lower) <= 7):
        return ()
    found: dict[str, None] = {}
    for grouped in (lower, _GROUPS.sub(lambda match: _GROUP_SOUNDS[match.group()], lower), _hissing(lower)):
        letterwise = grouped.translate(_LETTERWISE)
        found |= dict.fromkeys((letterwise, letterwise.replace("u", "i"), letterwise.replace("Z", "i")))
    return tuple(found)


def _hissing(lower: str) -> str:
    return lower.replace("ch", "C").replace("sh", "S").replace("ts", "T")
