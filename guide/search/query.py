"""The language of the search box: words, "phrases", filters such as country:BY, and what to leave out.

Whatever is typed means something: a query is read at every key, mostly before it is finished.
"""

import re
from dataclasses import dataclass

from guide.search.filters import LONGEST, in_english_keys, meant_by

# What opens a quotation, and what ends it. An apostrophe is a letter here, never a quote.
_CLOSING = {'"': '"', "«": "»", "“": "”", "„": "“”"}
_END = {opening: re.compile(f"[{closing}]") for opening, closing in _CLOSING.items()}
_NOTHING = '""'
_CHUNK = re.compile(r"\S+")
_SPACE = re.compile(r"\s*")
_NAME = re.compile(rf"([^\s:^Ж]{{2,{LONGEST}}})([:^Ж])")
_VALUE = re.compile(r"[^\s,]+")
_NESTED = re.compile(r"(?<![^\s(\"„“«-])«")  # at the start of a word, so that it opens something


@dataclass(frozen=True, slots=True)
class Word:
    """A word to find, or to leave out; where it stands in the query, the sign before it included."""

    text: str
    start: int
    end: int
    out: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to find, or to leave out, exactly so and side by side; not closed where its last quote is missing."""

    text: str
    start: int
    end: int
    out: bool = False
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter by its canonical name, with any of the values to keep, or to leave out.

    Without values it is still being typed, and keeps everything.
    """

    name: str
    values: tuple[str, ...]
    start: int
    end: int
    out: bool = False
    typed_name: str = ""


@dataclass(frozen=True, slots=True)
class Mistake:
    """What looks like a filter that nobody knows, with the name that may have been meant; the rest works without it.

    ``value`` is what stands behind the colon, as it was typed.
    """

    typed: str
    suggestion: str
    start: int
    end: int
    value: str = ""


Item = Word | Phrase | Filter | Mistake


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, and the items that it holds, in their order."""

    text: str
    items: tuple[Item, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words, those to leave out included."""
        return tuple(item for item in self.items if isinstance(item, Word))

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases, those to leave out included."""
        return tuple(item for item in self.items if isinstance(item, Phrase))

    @property
    def filters(self) -> tuple[Filter, ...]:
        """The filters, those to leave out included."""
        return tuple(item for item in self.items if isinstance(item, Filter))

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The filters that nobody knows."""
        return tuple(item for item in self.items if isinstance(item, Mistake))

    @property
    def plain(self) -> bool:
        """Whether there is nothing but words to find."""
        return all(isinstance(item, Word) and not item.out for item in self.items)

    def canonical(self) -> str:
        """The same query with English names of filters and quotes only where they are needed.

        Parsed, it gives the same items, but for where they stand and how the filters were spelt.
        """
        return " ".join(map(_written, self.items))

    def without(self, item: Item) -> str:
        """What is typed without one of its items; the others stay what they are."""
        before, after = self.text[: item.start].rstrip(), self.text[item.end :]
        if after and not after[0].isspace():
            after = after.lstrip("-")  # a hyphen right behind a quote never left anything out
        after = after.lstrip()
        last = next((other for other in reversed(self.items) if other.end <= item.start), None)
        if last and after and _waits(last) and last.end == len(before):
            before += _NOTHING  # or the next word would become its value
        return f"{before} {after}".strip()


def parse(text: str) -> Query:
    """The query that a text is; any text is one.

    Items stand apart by white space. Quotes make a phrase, at the start of an item only; ``-`` before a letter,
    a digit or a quote leaves out; ``name:value`` is a filter where the name is one in any of the languages or
    keyboard layouts, its values parted by commas. What is nearly the name of a filter is a mistake, and
    everything else is a word.
    """
    items: list[Item] = []
    at, end, glued = 0, len(text), False
    while at < end:
        if text[at].isspace():
            at, glued = _after_space(text, at), False
            continue
        if glued:
            # Right behind a closing quote a hyphen joins («"12"-дюймовый»), so it leaves nothing out.
            while at < end and text[at] == "-":
                at += 1
            if at == end or text[at].isspace():
                continue
        item, at = _item(text, at, _leaves_out(text, at))
        glued = True
        if item is not None:
            items.append(item)
    return Query(text, tuple(items))


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _leaves_out(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    return text[at] == "-" and (after.isalnum() or after in _CLOSING)


def _item(text: str, start: int, out: bool) -> tuple[Item | None, int]:
    """The item that starts there, and where the next may; None for a phrase without anything in it."""
    at = start + out
    if text[at] in _CLOSING:
        said, end, closed = _quotation(text, at)
        return (Phrase(said, start, end, out, closed) if said else None), end
    filter_or_mistake = _filter(text, start, at, out)
    if filter_or_mistake is not None:
        return filter_or_mistake, filter_or_mistake.end
    chunk = _CHUNK.match(text, at)
    end = chunk.end() if chunk else at + 1
    return Word(text[at:end], start, end, out), end


def _quotation(text: str, start: int) -> tuple[str, int, bool]:
    """What a quotation says, on one line; where it ends; whether it is closed."""
    opening = text[start]
    end = _END[opening].search(text, start + 1)
    if end is None:
        return " ".join(text[start + 1 :].split()), len(text), False
    close = end.start()
    if opening == "«":
        # «ООО «Рога»»: as many as were opened inside are closed at once; print often has one for all.
        inside = len(_NESTED.findall(text, start + 1, close))
        while inside and text[close + 1 : close + 2] == "»":
            close, inside = close + 1, inside - 1
    return " ".join(text[start + 1 : close].split()), close + 1, True


def _filter(text: str, start: int, at: int, out: bool) -> Filter | Mistake | None:
    named = _NAME.match(text, at)
    if named is None:
        return None
    name, colon = named.groups()
    meant = meant_by(name, colon)
    if not meant.filter and not meant.suggestion:
        return None
    begin = named.end()
    if begin < len(text) and text[begin].isspace():
        begin = _after_space(text, begin)
        # The next item is the value, unless it is more than a value itself.
        if begin < len(text) and (text[begin] == "-" or _is_filter(text, begin)):
            begin = len(text)
    if meant.filter and not out and begin < len(text) and _leaves_out(text, begin):
        out, begin = True, begin + 1
    values, end = _values(text, begin, whole=in_english_keys(name)) if begin < len(text) else ((), named.end())
    if meant.filter:
        return Filter(meant.filter, values, start, end, out, name)
    return Mistake(name, meant.suggestion, start, end, text[begin:end].rstrip() if values else "")


def _is_filter(text: str, at: int) -> bool:
    named = _NAME.match(text, at)
    return named is not None and any(meant_by(*named.groups()))


def _values(text: str, at: int, *, whole: bool) -> tuple[tuple[str, ...], int]:
    """The values from there on, and where they end; ``whole`` where a comma is likely to be the letter б."""
    values = []
    while at < len(text):
        if text[at] in _CLOSING:
            value, at, _ = _quotation(text, at)
            values.append(value)
        elif whole and (chunk := _CHUNK.match(text, at)) and any(map(str.islower, chunk.group())):
            # On that layout the comma is Shift and the key of the question mark.
            at = chunk.end()
            values += chunk.group().split("?")
        elif value_here := _VALUE.match(text, at):
            at = value_here.end()
            values.append(value_here.group())
        if text[at : at + 1] != ",":
            break
        at += 1
    return tuple(value for value in values if any(map(str.isalnum, value))), at


def _waits(item: Item) -> bool:
    return (isinstance(item, Filter) and not item.values) or (isinstance(item, Mistake) and not item.value)


def _written(item: Item) -> str:
    """An item as it is written in a canonical query."""
    sign = "-" if isinstance(item, Word | Phrase | Filter) and item.out else ""
    match item:
        case Word():
            return sign + item.text
        case Phrase():
            return sign + _quoted(item.text, item.closed)
        case Filter():
            return f"{sign}{item.name}:{','.join(map(_value, item.values)) or _NOTHING}"
        case Mistake():
            return f"{item.typed}:{item.value or _NOTHING}"


def _value(value: str) -> str:
    bare = _VALUE.fullmatch(value) and value[0] not in _CLOSING and value[0] != "-"
    return value if bare else _quoted(value)


def _quoted(text: str, closed: bool = True) -> str:
    """A text in quotes that give it back; what no closed ones can hold stood last, and was not closed."""
    for opening, closing in _CLOSING.items():
        written = opening + text + (closing[0] if closed else "")
        if _quotation(written, 0) == (text, len(written), closed):
            return written
    return _quoted(text, closed=False)
