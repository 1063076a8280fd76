"""What a cell says of a firm: the name that people say, and its legal form apart from it."""

import re
from functools import lru_cache
from typing import NamedTuple

from guide.intake.cell import Odd
from guide.intake.legal_forms import Form, form_first, form_last
from guide.text import one_line

LONGEST = 1000
"""Characters of a cell that are looked at for forms and quotes."""

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z]")
_QUOTES = re.compile("[\"“”„«»‟〝〞＂]|''|``")
_ANY_QUOTE = frozenset('"“”„«»‟')
_INNER = re.compile(r"«([^«»]*(?:«[^«»]*»[^«»]*)*)»")
_OPENED_BY = frozenset(' (-–—/«"“„')
# What may stand behind a name in quotes without being of it.
_TAIL = re.compile(r"\s*(?:[–—,;]|-\s)")
_BRACKET = re.compile(r"\s*\(([^()]{2,160})\)\s*\Z")
_FORMER = re.compile(
    r"(?:ehem(?:als|alig)?\.?|vormals|früher|former(?:ly)?|previously|ex|бывш(?:ее|ая|ий)?\.?|быв\.|ранее|былы|былая"
    r"|бренд|брэнд|торговая марка|гандлёвая марка|тм|т\.м\.|brand|trade\s?mark|marke"
    r"|прежнее название|раней|aka|a\.k\.a\.|также|сокр\.|сокращ[её]нно|далее|скарочана)[\s:–-]+",
    re.IGNORECASE,
)
_APOSTROPHES = re.compile(r"(?<![\w'’])['‘]([^'‘’]*[А-Яа-яЁёІіЎў][^'‘’]*)['’](?!\w)")  # «ООО 'Ромашка'»
_PURPOSE = re.compile(r"(?:по|па)\s[^«»]+(«[^«»]+»)\s*\Z", re.IGNORECASE)
_SHORT_NAME = re.compile(r"[A-ZА-ЯЁЎІÄÖÜ0-9][\w&.+-]{1,14}\Z")
_SIDES = re.compile(r"\s+[/|]\s+|\s*\n\s*")


class Firm(NamedTuple):
    """A firm: the name that people say, its legal form, the whole name as in the register, other names.

    Each is empty where the cell does not say it; ``legal_name`` where it is no more than the name.
    """

    name: str = ""
    legal_form: str = ""
    legal_name: str = ""
    aliases: tuple[str, ...] = ()
    odd: tuple[Odd, ...] = ()


@lru_cache(maxsize=1 << 14)
def firm_of(text: str) -> Firm:
    """The firm that a cell names.

    Quotes become «…» where the name is Cyrillic; forms in full become their letters in ``legal_form`` and stay in
    ``legal_name``; a short or a former name in brackets, and a name in the other alphabet behind a slash, are aliases.
    """
    whole = _APOSTROPHES.sub(r"«\1»", one_line(text)) if "'" in text or "‘" in text else one_line(text)
    if not whole or len(whole) > LONGEST:
        return Firm(whole)
    sides = [side.strip() for side in _SIDES.split(text.strip()) if side.strip()]
    if len(sides) == 2 and bool(_CYRILLIC.search(sides[0])) != bool(_CYRILLIC.search(sides[1])):
        first, other = firm_of(sides[0]), firm_of(sides[1])
        names = dict.fromkeys((*first.aliases, other.legal_name or other.name, *other.aliases))
        return first._replace(aliases=tuple(name for name in names if name != first.name), odd=first.odd + other.odd)
    odd: tuple[Odd, ...] = ()
    if _QUOTES.search(whole):
        whole, matched = _quoted(whole)
        odd = () if matched else (Odd("I008", one_line(text)),)
    bare, alias = _without_bracket(whole)
    form, name = _parted(bare)
    if not any(map(str.isalnum, name)):
        form, name = "", bare
    aliases: tuple[str, ...] = ()
    if alias:
        own, short = _parted(alias)
        aliases = (short if own == form else _without_quotes(alias),)
    return Firm(name, form, bare if bare != name else "", aliases, odd)


def _parted(bare: str) -> tuple[str, str]:
    """The legal form of a name, "" where it has none, and the name without it."""
    forms: list[str] = []
    rest = bare
    found: Form | None
    while len(forms) < 3 and (found := form_first(rest)) and any(map(str.isalnum, found.rest)):
        forms.append(found.letters)
        rest = found.rest
    if (not forms or rest.startswith("«")) and (found := form_last(rest)):
        forms.append(found.letters)
        rest = found.rest
    if forms and (purpose := _PURPOSE.match(rest)):
        rest = purpose[1]  # «Унитарное предприятие по оказанию услуг «БелЭкспо»»
    if forms and rest.startswith("«"):
        inner = _INNER.match(rest)
        if inner and inner.end() < len(rest) and inner[1].strip() and _TAIL.match(rest, inner.end()):
            rest = inner[0]
    return " ".join(forms), _without_quotes(rest)


def _without_quotes(name: str) -> str:
    """A name without the quotes around the whole of it."""
    if len(name) < 3:
        return name
    if name[0] == "«" and name[-1] == "»":
        inner = name[1:-1]
        if "«" not in inner and "»" not in inner:
            return inner.strip()
        if inner.count("«") == inner.count("»"):
            return inner.strip() if _balanced(inner) else name
        # «Завод «Луч»: one sign closes both.
        return name[1:].strip() if inner.count("«") == 1 and "»" not in inner else name
    if name[0] in '"“„' and name[-1] in '"”“' and not _ANY_QUOTE.intersection(name[1:-1]):
        return name[1:-1].strip()
    return name


def _balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "«") - (sign == "»")
        if depth < 0:
            return False
    return depth == 0


def _without_bracket(whole: str) -> tuple[str, str]:
    """A name without what stands in brackets at its end, where that is another name of the firm; and that, or ""."""
    bracket = _BRACKET.search(whole, max(0, len(whole) - 170))
    if not bracket:
        return whole, ""
    bare, said = whole[: bracket.start()], bracket[1].strip()
    former = _FORMER.match(said)
    if former:
        said = said[former.end() :].strip()
    form, name = _parted(said)
    if not any(map(str.isalnum, bare)) or not any(map(str.isalnum, name)):
        return whole, ""
    short = _SHORT_NAME.match(name) and sum(map(str.isupper, name)) * 2 >= len(name)
    if not (former or form or said.startswith("«") or short) or (form_last(whole) and not former and not form):
        return whole, ""
    return bare, said


def _quoted(text: str) -> tuple[str, bool]:
    """A text with its quotes as «…» if it is Cyrillic, and whether each that opens is closed."""
    if not _CYRILLIC.search(text):
        signs = [sign for sign in text if sign in _ANY_QUOTE]
        inches = text.count('"') == 1 and re.search(r'\d\s?"', text) is not None
        return text, inches or len(signs) % 2 == 0
    out: list[str] = []
    depth = 0
    matched = True
    at = 0
    for found in _QUOTES.finditer(text):
        out.append(text[at : found.start()])
        at = found.end()
        before, after = text[found.start() - 1 : found.start()], text[at : at + 1]
        sign = found[0]
        if sign in ("«", "„", "〝"):
            opens = True
        elif sign in ("»", "〞"):
            opens = False
        else:
            word = after.isalnum() or after in _ANY_QUOTE
            opens = bool(after) and word and (not before or before in _OPENED_BY or (depth == 0 and before.isalnum()))
            if opens and before in _ANY_QUOTE and depth and not after.isalnum():
                opens = False
        depth += 1 if opens else -1
        if depth < 0:
            matched, depth = False, 0
        out.append("«" if opens else "»")
    out.append(text[at:])
    return "".join(out), matched and depth == 0
