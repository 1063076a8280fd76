"""Letters and languages: words that mix look-alike alphabets, signs that hide, tags that name a language."""

import re

_LATIN = "aceopxyiABCEHIKMOPTXY"
_CYRILLIC = "асеорхуіАВСЕНІКМОРТХУ"

MIXED = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
"""A Latin and a Cyrillic letter side by side."""

_WORD = re.compile("[A-Za-z\u0400-\u04ff0-9.]+")
_HIDDEN = re.compile("[\ufffd\u2400-\u2421]")

# ISO 639-1, two letters each.
_TWO_LETTERS = (
    "aaabaeafakamanarasavayazbabebgbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufafffifjfofrfygagdglgn"
    "gugvhahehihohrhthuhyhziaidieigiiikioisitiujajvkakgkikjkkklkmknkokrkskukvkwkylalblglilnloltlulvmgmhmimkml"
    "mnmrmsmtmynanbndnengnlnnnonrnvnyocojomorospapiplpsptqurmrnrorurwsascsdsesgsiskslsmsnsosqsrssstsusvswtate"
    "tgthtitktltntotrtstttwtyugukuruzvevivowawoxhyiyozazhzu"
)
_LANGUAGES = frozenset(_TWO_LETTERS[n : n + 2] for n in range(0, len(_TWO_LETTERS), 2))
_MEANT = {"by": "be", "ua": "uk", "kz": "kk", "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "kg": "ky",
          "us": "en", "gb": "en", "uk": "en", "am": "hy", "rus": "ru", "bel": "be", "eng": "en"}  # fmt: skip
_TAG = re.compile(r"([a-z]{2,3})(?:-[A-Za-z0-9]{2,8})*\Z")
_seen: dict[str, bool | None] = {}


def is_language(tag: str) -> bool | None:
    """Whether the tag names a language: True, False where its shape is right only, None where not even that."""
    if tag not in _seen:
        match = _TAG.match(tag)
        known = None if match is None else len(match[1]) == 3 or match[1] in _LANGUAGES
        if len(_seen) > 1000:
            return known
        _seen[tag] = known
    return _seen[tag]


def meant_language(tag: str) -> str:
    """The tag that was probably meant: "be" for "by", "ru" for "RU"; "" where none is near."""
    small = tag.strip().lower().replace("_", "-")
    meant = _MEANT.get(small, small)
    return meant if meant != tag and is_language(meant) else ""


def mixture(text: str) -> tuple[str, str]:
    """The first word that mixes alphabets by letters that look alike, and those letters; "" where there is none.

    A word counts where every letter of one of its alphabets has a twin in the other: «Пoлесье» with a
    Latin o, but not «ТорСтальEN» or «GSM-модуль».
    """
    for match in _WORD.finditer(text):
        word = match[0]
        latin = {c for c in word if c.isascii() and c.isalpha()}
        cyrillic = {c for c in word if "\u0400" <= c <= "\u04ff"}
        if not latin or not cyrillic:
            continue
        fewer = latin if len(latin) <= len(cyrillic) else cyrillic
        for letters in (fewer, cyrillic if fewer is latin else latin):
            if letters <= set(_LATIN if letters is latin else _CYRILLIC):
                return word, " ".join(sorted(letters))
    return "", ""


def shows_hidden(cleaned: str, raw: str) -> str:
    """The sign that stands for an invisible one after cleaning, or "" where none was put in."""
    match = _HIDDEN.search(cleaned)
    return match[0] if match and len(_HIDDEN.findall(cleaned)) > len(_HIDDEN.findall(raw)) else ""
