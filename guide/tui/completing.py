"""Completion in the search box: the values of the filter one is typing, the name that a word begins, what is mended.

All of it follows from the text, the place of the cursor and the values of the catalogue; no widgets.
"""

from __future__ import annotations

from dataclasses import dataclass

from guide.i18n import LANGUAGES, Tongue
from guide.search.atlas import plain
from guide.search.filters import FILTERS, complete_name, in_english_keys, names
from guide.search.fold import fold, is_cyrillic
from guide.search.query import Filter, Mistake, Query, Word, parse
from guide.search.values import Completion, Values
from guide.text import one_line

MOST = 6
"""Values that are offered at once."""

_LEAST = 2  # letters of a name from which on the rest is offered
_OPENING = '"«“„'


@dataclass(frozen=True, slots=True)
class Typed:
    """A text in the box, with its cursor behind the character of that number."""

    text: str
    cursor: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A value to take: as it is shown, how many things have it, and what the box holds once it is taken."""

    shown: str
    count: int
    taken: Typed


@dataclass(frozen=True, slots=True)
class Offers:
    """The values offered for one filter: ``key`` tells filters of a query apart, ``at`` is where the value begins."""

    key: tuple[str, int]
    at: int
    values: tuple[Offer, ...]


def offers(values: Values, typed: Typed, tongue: Tongue) -> Offers | None:
    """The values that go on as one types behind ``name:``; None where there are none, or where one is there whole.

    Where nothing goes on so, the nearest value is offered: it may have been meant.
    """
    found = _filter_at(parse(typed.text), typed)
    if found is None:
        return None
    begin, end, piece = _piece(found, typed)
    going_on = values.complete(found.name, piece, tongue.order, limit=MOST)
    if len(going_on) == 1 and any(plain(text) == plain(piece) for text in going_on[0].value.texts):
        return None
    if not going_on and not values.matching(found.name, piece):
        going_on = _nearest(values, found.name, piece, tongue)
    made = tuple(
        Offer(one_line(each.text), each.count, _taken(found, typed.text, begin, end, each.text)) for each in going_on
    )
    return Offers((found.name, found.start), begin, made) if made else None


def rest_of_name(typed: Typed, tongue: Tongue) -> tuple[str, Typed] | None:
    """What is still to be typed of the filter's name that the last word begins, and the box with it.

    «стр» goes on with «ана:»; what was typed on another layout goes on with the whole name.
    """
    items = parse(typed.text).items
    last = items[-1] if items else None
    if not isinstance(last, Word) or last.end != len(typed.text) or typed.cursor != len(typed.text):
        return None
    if len(last.text) < _LEAST or any(letter.isspace() or letter.isdigit() for letter in last.text):
        return None
    known = next(iter(complete_name(last.text, tongue.order)), "")
    if not known:
        return None
    head = typed.text[: last.end - len(last.text)]
    whole = f"{head}{known}:"
    same = fold(known).startswith(fold(last.text))
    rest = f"{known[len(last.text) :]}:" if same else f" → {known}:"
    return rest, Typed(whole, len(whole))


def mended(values: Values, typed: Typed) -> Typed | None:
    """The text with its first wrong name or value of a filter as it may have been meant; None where there is none."""
    for item in parse(typed.text).items:
        if isinstance(item, Mistake) and item.suggestion:
            return _instead(typed, item.start, len(item.typed), item.suggestion)
        if isinstance(item, Filter) and FILTERS[item.name].of_values:
            for value in item.values:
                near = "" if values.matching(item.name, value) else values.nearest(item.name, value)
                begin = typed.text.find(value, item.start + item.out + len(item.typed_name) + 1)
                if near and begin >= 0:
                    quoted = begin > 0 and typed.text[begin - 1] in _OPENING
                    return _instead(typed, begin, len(value), near if quoted else _quoted(near))
    return None


def _instead(typed: Typed, begin: int, length: int, other: str) -> Typed:
    text = f"{typed.text[:begin]}{other}{typed.text[begin + length :]}"
    return Typed(text, len(text) - max(len(typed.text) - max(typed.cursor, begin + length), 0))


def _quoted(value: str) -> str:
    """A value as it is typed: in quotes where it has more than letters, digits and hyphens."""
    said = one_line(value).replace('"', "")
    return said if said.replace("-", "").replace("_", "").isalnum() and said[0] != "-" else f'"{said}"'


def _filter_at(query: Query, typed: Typed) -> Filter | None:
    """The filter with values to choose from that the cursor stands in, behind its colon."""
    for item in query.filters:
        behind = item.start + item.out + len(item.typed_name) + 1
        # A minus may also stand before the value.
        behind = min(behind, typed.text.index(item.typed_name, item.start) + len(item.typed_name) + 1)
        waits = not item.values and not typed.text[item.end : typed.cursor].strip()
        if FILTERS[item.name].of_values and behind <= typed.cursor and (typed.cursor <= item.end or waits):
            return item
    return None


def _piece(item: Filter, typed: Typed) -> tuple[int, int, str]:
    """Where the value begins and ends that the cursor stands in, and what is typed of it up to the cursor."""
    text, cursor = typed.text, typed.cursor
    begin = text.index(item.typed_name, item.start) + len(item.typed_name) + 1
    separator = "?" if in_english_keys(item.typed_name) else ","
    end = max(item.end, cursor)
    at, quoted = begin, False
    while at < end:
        letter = text[at]
        quoted = not quoted if letter == '"' else (quoted or letter in "«“„") and letter not in "»”"
        if letter == separator and not quoted:
            if at >= cursor:
                end = at
                break
            begin = at + 1
        at += 1
    while begin < cursor and (text[begin].isspace() or text[begin] == "-"):
        begin += 1
    return begin, end, text[begin:cursor].lstrip(_OPENING).rstrip('"»”')


def _nearest(values: Values, name: str, piece: str, tongue: Tongue) -> list[Completion]:
    near = values.nearest(name, piece)
    found = values.matching(name, near) if near else []
    return [Completion(values.said(value, tongue.order), value, values.count(value)) for value in found[:MOST]]


def _taken(item: Filter, text: str, begin: int, end: int, value: str) -> Typed:
    """The box with a value taken: in quotes where it has spaces, the name as it is spelt on its own layout."""
    said = _quoted(value)
    at = text.index(item.typed_name, item.start)
    name = _spelt(item)
    before = f"{text[:at]}{name}:{text[at + len(item.typed_name) + 1 : begin]}"
    after = text[end:]
    made = before + said
    if not after:
        made += " "
    return Typed(made + after, len(made))


def _spelt(item: Filter) -> str:
    """The name of a filter as it was typed, or as it is meant where that was on another layout."""
    every = [name for language in LANGUAGES for name in names(item.name, language)]
    if fold(item.typed_name) in map(fold, every):
        return item.typed_name
    # Cyrillic letters in English keys were meant to be Cyrillic, and the other way round.
    return next((name for name in every if is_cyrillic(name) != is_cyrillic(item.typed_name)), every[0])
