"""JSON-LD as far as web pages use it: things with properties, found in a file or in the scripts of a page.

Prefixes of schema.org are taken off the names, references by ``@id`` lead to what they name, ``@graph`` and lists are
opened; other vocabularies and remote contexts are not looked up.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guide.i18n import N_
from guide.intake.encoding import decoded
from guide.intake.files import ForeignError, Incoming
from guide.intake.json_read import text_of, value_of
from guide.intake.oddities import Oddity
from guide.intake.programme import Words
from guide.text import clean

Thing = Mapping[str, Any]
"""One thing: its properties by their names."""

SCRIPTS = 200
"""Scripts of one page that are read."""

THINGS = 200_000
"""Things of one file."""

_SCRIPT = re.compile(r"<script\b([^<>]{1,2000})>", re.IGNORECASE)
_PREFIXES = (
    "http://schema.org/",
    "https://schema.org/",
    "schema:",
    "http://www.schema.org/",
    "https://www.schema.org/",
)


class Graph:
    """The things of a file, in the order in which they stand there, and by their ids."""

    def __init__(self, tops: Sequence[Any], file: str) -> None:
        self._by_id: dict[str, dict[str, Any]] = {}
        self.tops: list[Thing] = []
        self._file = file
        self._count = 0
        for top in tops:
            for thing in self._opened(self._named(top)):
                self.tops.append(thing)

    def _named(self, value: Any) -> Any:
        """The value with plain names, its things in the index."""
        if isinstance(value, list):
            return [self._named(each) for each in value]
        if not isinstance(value, dict):
            return value
        self._count += 1
        if self._count > THINGS:
            raise ForeignError(
                N_("{file} has more than {limit} entries."),
                N_("Is this the right file?"),
                file=self._file,
                limit=THINGS,
            )
        thing = {_bare(name): self._named(each) for name, each in value.items() if name != "@context"}
        key = thing.get("@id")
        if isinstance(key, str) and len(thing) > 1:
            there = self._by_id.setdefault(key, thing)
            if there is not thing:
                for name, each in thing.items():
                    there.setdefault(name, each)
                return there
        return thing

    def _opened(self, value: Any) -> Iterator[Thing]:
        if isinstance(value, list):
            for each in value:
                yield from self._opened(each)
        elif isinstance(value, dict):
            if "@graph" in value:
                yield from self._opened(value["@graph"])
            elif "@type" in value or len(value) > 1:
                yield value

    def things(self, thing: Thing, *names: str) -> list[Thing]:
        """The things that stand under those names; a plain text is a thing of that name."""
        found: list[Thing] = []
        for name in names:
            value = thing.get(name)
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, str) and each.strip():
                    found.append(self._by_id.get(each) or {"name": each})
                elif isinstance(each, dict) and "@value" in each:
                    found.append({"name": each})
                elif isinstance(each, dict) and each:
                    found.append(self._by_id.get(str(each.get("@id")), each))
        return found

    def words(self, thing: Thing, *names: str) -> Words:
        """The text of the first of those names that has one; a table where it is in several languages."""
        for name in names:
            words = _words(thing.get(name))
            if words:
                return words
        return ""

    def text(self, thing: Thing, *names: str) -> str:
        """The same as one text."""
        words = self.words(thing, *names)
        return words if isinstance(words, str) else next(iter(words.values()))

    def listed(self, thing: Thing, name: str) -> list[str]:
        """The texts of a name that may have several."""
        value = thing.get(name)
        texts = (_plain(each) for each in (value if isinstance(value, list) else [value]))
        return [text for text in texts if text]


def graph_of(file: Incoming) -> tuple[Graph, list[Oddity]]:
    """The things of a JSON file, or of all scripts of JSON-LD in a page, and what was odd.

    Scripts that are no JSON are told, with their line, and passed over. Raises ForeignError for a file that is none.
    """
    if file.data.lstrip()[:1] in (b"{", b"["):
        top, oddities = value_of(file)
        return Graph([top], file.name), oddities
    tops, oddities = [], []
    for line, text in _scripts(decoded(file.data).text):
        try:
            top, odd = value_of(Incoming(file.name, _unwrapped(text).encode("utf-8", "replace")))
        except ForeignError:
            oddities.append(Oddity("I070", file.name, line, "", clean(text.strip())[:60]))
        else:
            tops.append(top)
            oddities += odd
    return Graph(tops, file.name), oddities


def types_of(thing: Thing) -> list[str]:
    """The types of a thing without their prefixes."""
    value = thing.get("@type")
    return [_bare(each) for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]


def _bare(name: str) -> str:
    for prefix in _PREFIXES:
        name = name.removeprefix(prefix)
    return name if name.startswith("@") else clean(name)[:80]


def _plain(value: Any) -> str:
    return text_of(value.get("@value", value.get("name", ""))) if isinstance(value, dict) else text_of(value)


def _words(value: Any) -> Words:
    if isinstance(value, list):
        table = {
            tag: _plain(each)
            for each in value
            if isinstance(each, dict) and (tag := _tag(each.get("@language"))) and _plain(each)
        }
        return table if len(table) > 1 else next((text for each in value if (text := _plain(each))), "")
    if isinstance(value, dict) and "@value" not in value and "name" not in value:
        table = {tag: text for name, each in value.items() if (tag := _tag(name)) and (text := text_of(each))}
        return table if table and len(table) == len(value) else ""
    return _plain(value)


def _tag(value: Any) -> str:
    from guide.catalogue.words import is_language

    tag = value.strip().replace("_", "-") if isinstance(value, str) else ""
    tag = tag.partition("-")[0].lower() if tag else ""
    return tag if tag and is_language(tag) else ""


def _unwrapped(text: str) -> str:
    """The script without the marks that old pages put around it."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    return text.removeprefix("//<![CDATA[").removeprefix("<![CDATA[").removesuffix("//]]>").removesuffix("]]>").strip()


def _scripts(text: str) -> Iterator[tuple[int, str]]:
    """The scripts of JSON-LD in a page with the lines at which they begin, at most :data:`SCRIPTS` of them.

    They are looked for as plain text: their content is never marked up, and a page may be broken all around them.
    """
    found = end = 0
    for script in _SCRIPT.finditer(text):
        if script.start() >= end and "application/ld+json" in script[1].lower():
            end = text.find("</", script.end())
            while end >= 0 and text[end + 2 : end + 8].lower() != "script":
                end = text.find("</", end + 2)
            found += 1
            if end < 0 or found > SCRIPTS:
                return
            yield text.count("\n", 0, script.start()) + 1, text[script.end() : end]
