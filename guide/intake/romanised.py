"""Names in plain Latin letters, for ids: «Полесье» -> polesie, "Müller & Söhne" -> mueller-soehne."""

import re
import unicodedata

LONGEST = 40
"""Characters that an id made of a name has at most."""

_LETTERS = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "і": "i", "ў": "u", "ї": "i", "є": "ie", "ґ": "g", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u",
    "ү": "u", "һ": "h", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "ł": "l",
    "đ": "d", "ı": "i", "ð": "d", "þ": "th", "œ": "oe", "ə": "a", "&": " ", "№": " ",
})  # fmt: skip
_SOFT = re.compile("[ьъ](?=[еёюяіи])")
_APOSTROPHES = re.compile("['’ʼ`´‘]")
_PARTING = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """Small Latin letters, digits and hyphens, cut at a word where they are too many; "" where nothing is left."""
    plain = _SOFT.sub("i", _APOSTROPHES.sub("", unicodedata.normalize("NFC", name).casefold()))
    plain = unicodedata.normalize("NFKD", plain.replace("ie", "ie").translate(_LETTERS))
    words = _PARTING.sub("-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit("-", 1)[0] if "-" in words[:LONGEST] else words[:LONGEST]
