"""Codes of stands and labels of halls: what several spellings have in common."""

import re
from collections.abc import Container
from functools import lru_cache

from guide.catalogue.suggest import latin
from guide.intake import booth_words as words

_HALL = re.compile(rf"\s*{words.HALL}[\s.:№#]*", re.IGNORECASE)
_TIER = re.compile(rf"[\s,./]+(?:{words.HALL}|{words.LEVEL})[\s.:№#]*", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:(\d{{1,2}})(?:-?[^\W\d_]{{1,2}})?|([^\W\d_]+))\s{words.HALL}\s*\Z", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[^()]{4,}\(([^\W\d_]{1,4}\d?)\)\s*\Z")
_NUMBERED = re.compile(r"(?:(?:no|nr)(?![^\W\d_])\.?|№|#)\s*(?=\w)", re.IGNORECASE)

_SAID = re.compile(rf"({words.HALL})[\s.:№#]*(?:(?:no|nr)\.?\s*)?(?=[\w«\"„“])", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"[№#]\s?(?=\w)")
_BRACKET = re.compile(r"\s?\(")
_QUOTED = re.compile(r"[«\"„“]([^«»\"“”„]+)[»\"“”]\Z")
_IN_FULL = {
    "пав": "павильон", "корп": "корпус", "pav": "pavilion", "hl": "hall", "bldg": "building",
    "залы": "зал", "павильоны": "павильон", "павільёны": "павільён", "halls": "hall", "hallen": "halle",
    "pavilions": "pavilion",
}  # fmt: skip

_GLUED = re.compile(r"(?:[A-Z]\d{1,4}[a-z]?){2,4}\Z")
_ONE_GLUED = re.compile(r"[A-Z]\d+[a-z]?")
_PIECES = re.compile(r"\d+|[^\W\d_]+|[?\ufffd]+")  # a sign for a lost letter is a letter
_ONE = re.compile(r"[^\W\d_]{1,3}[\s.\-–]?\d{1,6}[^\W\d_]?\Z")
_PARTING = re.compile(r" ?/ ?|(?<=\d) (?=[^\W\d_])|(?<=\d[^\W\d_]) (?=[^\W\d_])")


@lru_cache(maxsize=1 << 12)
def hall_label(label: str) -> str:
    """The label of a hall without the word for a hall: "Hall 10.2" -> "10.2", «Павильон 2, зал 1» -> "2.1".

    A name in brackets stands for the whole: "Convention Center (CC)" -> "CC". What has no such word stays as it is.
    """
    whole = " ".join(label.split())
    short = _ABBREVIATION.match(whole)
    if short:
        return short[1]
    if behind := _BEHIND.match(whole):
        return behind[1] or behind[2]
    bare = whole
    if first := _HALL.match(whole):
        bare = _TIER.sub(".", whole[first.end() :])
    bare = _NUMBERED.sub("", bare).strip(" .,:;")
    quoted = _QUOTED.match(bare)
    return (quoted[1] if quoted else bare) or whole


@lru_cache(maxsize=1 << 12)
def hall_name(said: str) -> str:
    """The name of a hall as one would write it who was asked: «пав.2» -> «Павильон 2», "HALL no. 4" -> "Hall 4"."""
    name = " ".join(said.split()).strip(" .,:;")
    if found := _SAID.match(name):
        word = found[1].casefold() if found[1].isupper() else found[1]
        name = f"{_IN_FULL.get(word.casefold(), word)} {name[found.end() :]}"
    name = _NUMBER_SIGN.sub("", name)
    if name.count("(") > name.count(")"):
        name = _BRACKET.sub(", ", name)
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=1 << 14)
def fronts(code: str) -> tuple[str, ...]:
    """The codes that one code is made of: "A061/C060" and "A-061 C-060" have two, "A18/1" and "7C5.1" one."""
    code = " ".join(code.split())
    parts = _ONE_GLUED.findall(code) if _GLUED.match(code) else _PARTING.split(code)
    return tuple(parts) if len(parts) > 1 and all(map(_ONE.match, parts)) else (code,)


@lru_cache(maxsize=1 << 15)
def code_key(code: str, hall: str = "") -> str:
    """What spellings of a stand's code have in common within its hall: "A061/C060", "A-061 C-060" and "C60 / A61".

    Case, separators, zeros in front and the difference between Latin and Cyrillic letters that look alike do not
    count, nor which of several fronts is named first. ``hall`` is the label of the hall: in hall 7 "7С5.1" and
    "C5.1" are one.
    """
    parts = fronts(code)
    return "/".join(sorted(_key(part, "") for part in parts)) if len(parts) > 1 else _key(code, hall)


def stands_among(code: str, known: Container[str]) -> tuple[str, ...]:
    """The keys of the stands that a code stands for, by the keys of those that are known in its hall from a plan.

    Lists write several stands of one firm like the fronts of one: "B011/A010/B013/A012" is two where a plan has
    "B-011 A-010" and "B-013 A-012". The longest that are known win; the key of the whole code where some part of it
    is in none of them.
    """
    whole = code_key(code)
    parts = fronts(code)
    if whole in known or len(parts) < 2:
        return (whole,)
    found = []
    at = 0
    while at < len(parts):
        for end in range(len(parts), at, -1):
            key = "/".join(sorted(_key(part, "") for part in parts[at:end]))
            if key in known:
                found.append(key)
                at = end
                break
        else:
            return (whole,)
    return tuple(dict.fromkeys(found))


def _key(code: str, hall: str) -> str:
    pieces = _pieces(code)
    before = _pieces(hall) if hall else []
    rest = pieces[len(before) :]
    if before and pieces[: len(before)] == before and rest and rest[0].isalpha() and any(map(str.isdigit, rest)):
        pieces = rest
    return ".".join(pieces) or code.casefold()


def _pieces(text: str) -> list[str]:
    return [piece.lstrip("0") or "0" if piece.isdigit() else piece for piece in _PIECES.findall(latin(text))]
