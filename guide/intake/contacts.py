"""What a cell says of how to reach someone: telephone numbers, sites, e-mail addresses, pages in social networks.

What they give is what the catalogue takes. Obvious slips are mended and told (I032); what is no such thing is left.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from guide.intake.cell import Found, Odd
from guide.intake.web_addresses import NETWORKS, is_ending
from guide.text import one_line

LONGEST = 2000
"""Characters of a cell that are looked at."""

_NONE = frozenset(("", "-", "–", "—", "нет", "няма", "н/д", "n/a", "none", "no", "keine", "отсутствует", "адсутнічае"))
# What stands before a value and says what it is: dropped where nothing else is left before the next one.
_LABELS = re.compile(
    r"(?<!\w)(?:e-?mails?|mailto|почта|пошта|эл(?:ектронн\w+)?\.?\s?(?:почта|пошта|адрес)|эл\.?|мейл|сайты?|site|website"
    r"|web|url|https?|www|internet|интернет|homepage|mail|т\s?[./]\s?ф|(?:раб|моб|гор|сот)\w*\.?\s?(?:тел\w*|тэл\w*)?"
    r"|(?:телефоны?|телеф|тел|тэлефоны?|тэл)\s?(?:[./]|(?:и|і)\s)*\s?(?:факс)?|мтс|a1|а1|life|viber|вайбер|whatsapp|вацап"
    r"|ватсап|tel|telefon|telephone|phones?|mob|mobil|mobile|cell|handy|при[её]мная|прыёмная|т|and|und|(?-i:[иі]))"
    r"(?!\w)[.:/\s]*(?=[;,(]|\Z)",
    re.IGNORECASE,
)
_CHAIN = 3  # labels before one value: "моб. тел.: "
_EMPTY = re.compile(r"[<(\[«\"]\s?;?\s?[>)\]»\"]")
_ENDS = " \t\n,;:|/<>–—-"
_SEPARATORS = re.compile(r"\s*[,;|/](?:\s*[,;|/])+\s*")


class _Piece(NamedTuple):
    """A value in a cell: the value, where it stands, and whether it was mended."""

    value: str
    start: int
    end: int
    mended: bool = False


def _found(text: str, pieces: Iterable[_Piece], code: str) -> Found:
    """The values, what is left beside them, and what was odd: what was mended, or that nothing was found."""
    values: dict[str, str] = {}
    odd: list[Odd] = []
    rest: list[str] = []
    at = 0
    for piece in pieces:
        values.setdefault(piece.value.casefold(), piece.value)
        if piece.mended:
            odd.append(Odd("I032", text[piece.start : piece.end].strip(), {"found": piece.value}))
        rest.append(text[at : piece.start])
        at = piece.end
    rest.append(text[at:])
    if not values:
        whole = one_line(text)
        return Found((), whole, (Odd(code, whole),))
    return Found(tuple(values.values()), _left(" ; ".join(rest)), tuple(odd))


def _left(rest: str) -> str:
    """What is left beside the values, without the words that only say what those are."""
    if not any(map(str.isalnum, rest)):
        return ""
    rest = one_line(rest)
    for _ in range(_CHAIN):
        rest = _LABELS.sub("", rest)
    rest = _SEPARATORS.sub("; ", one_line(_EMPTY.sub(" ", rest))).strip(_ENDS)
    return rest if any(map(str.isalnum, rest)) else ""


def _asked(text: str) -> str:
    """The cell as it is looked at, "" where it says that there is none."""
    return "" if text.strip().casefold().rstrip(".") in _NONE else text[:LONGEST]


def _outside(text: str, pieces: list[_Piece]) -> str:
    """The text with what was found in it blanked out."""
    for piece in pieces:
        text = text[: piece.start] + "\n" * (piece.end - piece.start) + text[piece.end :]
    return text


# E-mail addresses.

_LOCAL = r"[\w.+%'&=~#-]{1,64}"
_EMAIL = re.compile(rf"(?:mailto:\s?)?({_LOCAL})@([^\W_][\w-]{{0,62}}(?:\.[\w-]{{1,63}}){{1,6}})", re.IGNORECASE)
_SLIP = re.compile(
    rf"(?:mailto:\s?)?({_LOCAL})\s?(?:@{{1,3}}|[(\[{{]\s?(?:at|эт|собака|@)\s?[)\]}}])\s?"
    r"([^\W_][\w-]{0,62}(?:\s?(?:\.{1,2}|,(?=[a-z]{2,3}(?![\w.@-]))|[(\[{]\s?(?:dot|точка)\s?[)\]}])\s?[\w-]{1,63}){1,6})",
    re.IGNORECASE,
)
_DOT = re.compile(r"\s?(?:\.{1,2}|,|[(\[{]\s?(?:dot|точка)\s?[)\]}])\s?", re.IGNORECASE)
_AT = re.compile(r"@|[(\[{]\s?(?:at|эт|собака)\s?[)\]}]", re.IGNORECASE)


@lru_cache(maxsize=1 << 13)
def emails(text: str) -> Found:
    """The e-mail addresses of a cell; spaces and "(at)" in them are mended and told."""
    asked = _asked(text)
    return _found(text, _emails(asked), "I033") if asked.strip() else Found()


def _emails(text: str) -> list[_Piece]:
    if not _AT.search(text):
        return []
    pieces = [_Piece(_address(found), *found.span()) for found in _EMAIL.finditer(text)]
    rest = _outside(text, pieces)
    if _AT.search(rest):
        pieces += [_Piece(_address(found), *found.span(), True) for found in _SLIP.finditer(rest)]
    return sorted(pieces, key=lambda piece: piece.start)


def _address(found: re.Match[str]) -> str:
    return f"{found[1].strip('.')}@{_DOT.sub('.', found[2]).strip('.-')}".removeprefix("mailto:")


# Web addresses.

_SITE = re.compile(
    r"(?<![\w@.-])(?:(?P<scheme>h{1,2}t{1,3}ps?|ttps?|htp{1,2}s?|hxxps?)(?P<sep>\s?[:;]?\s?[/\\]{1,3}\s?))?(?P<www>w{3,4}[.,]\s?)?"
    r"(?P<host>[^\W_][\w-]{0,62}(?:\.[\w-]{1,63}){1,8})(?P<port>:\d{1,5})?(?P<path>[/?#][^\s<>\"«»;|\\`]*)?(?![\w@])",
    re.IGNORECASE,
)
_PLAIN_SITE = re.compile(
    r"(?:https?://)?(?:(?<=/)|(?=www\.))[a-z\d][a-z\d-]{0,62}(?:\.[a-z\d-]{1,63}){0,7}\.[a-z]{2,24}(?:/[\w-]+)*/?\Z",
    re.ASCII,
)
_SCHEMES = (("", None), ("http", "://"), ("https", "://"))
_NEXT = re.compile(r"(?<![:/])[,;/]\s?(?=(?:https?:/|www\.))", re.IGNORECASE)
_GLUED = re.compile(r"(https?://)\s?(?=https?:/)", re.IGNORECASE)


@lru_cache(maxsize=1 << 13)
def sites(text: str) -> Found:
    """The web addresses of a cell, each with its scheme: "https://" where the cell has none."""
    if _PLAIN_SITE.match(text) and len(text) <= LONGEST:  # as almost all are
        return Found((text if "://" in text else f"https://{text}",))
    asked = _asked(text)
    return _found(text, _sites(asked), "I034") if asked.strip() else Found()


def _sites(text: str) -> list[_Piece]:
    looked = _NEXT.sub(lambda found: " " * len(found[0]), _outside(text, _emails(text)))
    looked = _GLUED.sub(lambda found: " " * len(found[0]), looked)
    pieces = []
    for found in _SITE.finditer(looked):
        host = found["host"].rstrip("-")
        if not (found["scheme"] or found["www"] or is_ending(host.rpartition(".")[2])):
            continue
        path = (found["path"] or "").rstrip(".,:!")
        if path.endswith(")") and "(" not in path:
            path = path.rstrip(").,")
        scheme, www = (found["scheme"] or "").casefold(), (found["www"] or "").casefold()
        mended = (scheme, found["sep"]) not in _SCHEMES or www not in ("", "www.")
        start = "http" if scheme and not scheme.endswith("s") else "https"
        host = f"{'www.' if www else ''}{host.casefold() if host.isupper() else host}"
        end = found.end() - (len(found["path"] or "") - len(path))
        pieces.append(_Piece(f"{start}://{host}{found['port'] or ''}{path}", found.start(), end, mended))
    return pieces


# Telephone numbers.

_NUMBER = re.compile(
    r"(?<![\w@.])(?P<number>(?:\(\s?)?(?:\+\s?)?(?:\(\s?)?\d"
    r"(?:[\d().\u2010-\u2014-]|[ ]{1,2}(?=[\d(\u2010-\u2014-])|/(?=\d))*)"
    r"(?P<more>\s?[,;(]?\s?(?P<word>доб(?:авочн\w*)?|дад(?:атков\w*)?|вн(?:утр\w*)?|ext(?:ension)?|x|dw|durchwahl)[.:]?\s?№?\s?"
    r"(?P<inner>\d{1,6})\)?)?(?![\w@])",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\A\(\s?\+([^()]*)\)")  # "(+375 17) 200-00-00"
_DATE = re.compile(r"(?:\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d{2}-\d{2})\Z")
_BARE = re.compile(r"(?<!\w)(?:телефон|тел|тэлефон|тэл|tel|phone)(?!\w)", re.IGNORECASE)
_FAX = re.compile(r"(?<!\w)(?:факс|fax|telefax|ф)[.:]*\s*\Z", re.IGNORECASE)
_TEL_FAX = re.compile(
    r"(?:тел|тэл|tel|phone|т)\w*\.?\s?(?:[./&+]|и|і|and|und)*\s?(?:факс|fax|ф)[.:]*\s*\Z", re.IGNORECASE
)
_WORDS = {"доб": "доб.", "дад": "дад.", "вн": "вн.", "ext": "ext.", "x": "ext.", "dw": "ext.", "durch": "ext."}
_TRUNK = re.compile(r"\s(?=(?:8|\(8)[\s(-])")
_MOST, _LEAST = 15, 5  # figures of a number: E.164 has no more; fewer may be anything


@lru_cache(maxsize=1 << 13)
def phones(text: str) -> Found:
    """The telephone numbers of a cell, as they are written, each with its extension; numbers of faxes are left."""
    asked = _asked(text)
    return _found(text, _phones(asked), "I031") if asked.strip() else Found()


def _phones(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    looked = text.replace("\xa0", " ").replace("\u202f", " ").replace("\t", " ")
    alone = not any(map(str.isalpha, _BARE.sub("", text)))
    for found in _NUMBER.finditer(looked):
        before = looked[max(0, found.start() - 24) : found.start()]
        if _FAX.search(before) and not _TEL_FAX.search(before):
            continue
        at = found.start("number")
        number = found["number"].rstrip(" (.,/-–—‐")
        for part in _apart(number):
            start = looked.index(part, at)
            at = start + len(part)
            value = part.removesuffix(".0") if re.fullmatch(r"\d{9,15}\.0", part) else part
            value = _BRACKETED.sub(r"+\1", value)
            value = one_line(value.strip("(" if value.count("(") > value.count(")") else " "))
            value = value.rstrip(")") if value.count(")") > value.count("(") else value
            digits = sum(map(str.isdigit, value))
            if not (3 if alone else _LEAST) <= digits <= _MOST or _DATE.match(value):
                continue
            end = at
            if found["inner"] and part is _apart(number)[-1]:
                word = next(own for key, own in _WORDS.items() if found["word"].casefold().startswith(key))
                value = f"{value} {word} {found['inner']}"
                end = found.end()
            pieces.append(_Piece(value, start, end))
    return pieces


def _apart(number: str) -> list[str]:
    """A run of figures as the numbers that it is of: several where they begin with a plus, or with 8 after a space."""
    parts = [part for part in re.split(r"(?<=\d)\s?(?=\+)", number) if part]
    if len(parts) == 1 and sum(map(str.isdigit, number)) > _MOST:
        parts = _TRUNK.split(number)
    return [part.strip() for part in parts if part.strip()]


# Pages in social networks.

_NETWORK = "|".join(sorted(NETWORKS, key=len, reverse=True))
_NAMED = re.compile(
    rf"(?<!\w)(?P<network>{_NETWORK})\s?[:–—-]?\s?@?(?P<page>[A-Za-z][\w.]{{2,40}})(?![\w@/])", re.IGNORECASE
)
_AT_NAME = re.compile(r"(?<![\w.])@[A-Za-z_][\w.]{2,40}")


@lru_cache(maxsize=1 << 12)
def socials(text: str) -> Found:
    """The pages in social networks that a cell names: addresses, and names of pages where the network is named.

    A name alone, "@example", is given as it is and told.
    """
    asked = _asked(text)
    if not asked.strip():
        return Found()
    pieces = _sites(asked)
    rest = _outside(asked, pieces)
    named = [
        _Piece(NETWORKS[found["network"].casefold()] + found["page"].rstrip("."), *found.span())
        for found in _NAMED.finditer(rest)
        if not is_ending(found["page"].rpartition(".")[2]) or "." not in found["page"]
    ]
    rest = _outside(rest, named)
    alone = [_Piece(found[0].rstrip("."), *found.span()) for found in _AT_NAME.finditer(rest)]
    found = _found(text, sorted(pieces + named + alone, key=lambda piece: piece.start), "I034")
    return found._replace(odd=(*found.odd, *(Odd("I035", piece.value) for piece in alone)))
