"""Names in plain Latin letters, for ids: «Полесье» -> polesie, "Müller & Söhne" -> mueller-soehne."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 36
"""Characters that an id made of a name has, unless its first word is longer."""

_LETTERS = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "і": "i", "ў": "u", "ї": "i", "є": "ie", "ґ": "g", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u",
    "ү": "u", "һ": "h", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "ł": "l",
    "đ": "d", "ı": "i", "ð": "d", "þ": "th", "œ": "oe", "ə": "a", "&": " ", "№": " ",
})  # fmt: skip
_SOFT = re.compile("[ьъ](?=[еёюяіи])")
_ENDING = re.compile(r"(?<=\w)[иы]й\b")
_APOSTROPHES = re.compile("['’ʼ`´‘]")
_PARTING = re.compile(r"[^a-z0-9]+")


_FORMS = frozenset((
    "ooo", "oao", "zao", "pao", "ao", "nao", "odo", "chup", "chtup", "up", "rup", "kup", "chp", "ip", "iooo", "sooo",
    "too", "taa", "aat", "zat", "pup", "ltd", "limited", "llc", "inc", "corp", "corporation", "gmbh", "mbh", "ag", "sa",
    "srl", "spa", "co", "kg", "kgaa", "ohg", "se", "jsc", "ojsc", "cjsc", "pjsc", "bv", "nv", "oy", "oyj", "ab", "as",
    "aps", "sas", "sarl", "sro", "plc", "pte", "pvt", "doo", "kft", "zrt", "ltda", "lda", "sti", "company",
))  # fmt: skip
_SPELT_FORMS = re.compile(
    r"-(?:b-v|n-v|a-s|a-d|s-r-l|s-p-a|e-v|s-r-o|sp-z-o-o|s-a|s-a-s|d-o-o|k-k|l-t-d|ltd-sti|a-g|e-k|e-g|gmb-h)$"
)
_SMALL = frozenset((
    "and", "of", "the", "for", "in", "und", "der", "die", "das", "fuer", "im", "de", "e", "y", "et", "i", "di", "du",
    "da", "do", "la", "na", "v", "s", "po", "a",
))  # fmt: skip


@lru_cache(maxsize=1 << 15)
def short(name: str) -> str:
    """A name as an id: without its legal form, in few words; "" where nothing is left."""
    words = _without_forms(slug(name)).split("-")
    length = len(words[0])
    kept = [words[0]]
    for word in words[1:]:
        length += len(word) + 1
        if length > LONGEST:
            break
        kept.append(word)
    if len(kept) < len(words):
        while len(kept) > 1 and kept[-1] in _SMALL:
            kept.pop()
    return "-".join(kept)[: 2 * LONGEST].strip("-")


def _without_forms(words: str) -> str:
    bare = words
    while True:
        shorter = _SPELT_FORMS.sub("", bare)
        parts = shorter.split("-")
        while len(parts) > 1 and (parts[-1] in _FORMS):
            parts.pop()
        if len(parts) > 1 and parts[0] in _FORMS:
            parts.pop(0)
        shorter = "-".join(parts)
        if shorter == bare:
            return bare
        bare = shorter


def slug(name: str) -> str:
    """Small Latin letters, digits and hyphens, all of them; "" where nothing is left."""
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFC", name).casefold())
    plain = _SOFT.sub("i", _ENDING.sub("y", plain)).translate(_LETTERS)
    return _PARTING.sub("-", without_marks(plain)).strip("-")


def without_marks(text: str) -> str:
    """A text without what stands over and under its letters: Zürich -> Zurich."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
