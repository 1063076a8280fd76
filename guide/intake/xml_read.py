"""XML from strangers: read into plain nodes, with nothing that could grow, lead elsewhere or go too deep.

A document that declares entities or names a definition elsewhere is refused: a catalogue's data needs neither, and
both are how a small file becomes gigabytes or fetches others. What is not whole is refused too, with its line.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NoReturn
from xml.parsers import expat

from guide.i18n import N_, Said
from guide.intake.files import ForeignError, Incoming
from guide.text import clean, one_line

DEPTH = 100
"""How deep elements may stand in one another."""

NODES = 300_000
"""How many elements a tree may have."""

LONGEST = 1_000_000
"""How many characters the text of one element may have."""

_REASONS: Mapping[int, str] = MappingProxyType({
    3: N_("the file ends too early"),
    4: N_("a sign that may not stand here"),
    5: N_("the file ends too early"),
    6: N_("the file ends too early"),
    7: N_("this closes what is not open"),
    8: N_("the same attribute twice"),
    9: N_("something follows after the end"),
    11: N_("a name that is not explained"),
    18: N_("an encoding that is not known"),
    19: N_("an encoding other than it says"),
})  # fmt: skip
_NOTHING: Mapping[str, str] = MappingProxyType({})
_ANY_REASON = N_("it cannot be read")

_ENTITIES = N_("{file}, line {line}: the XML declares entities of its own, and such files are not opened.")
_ELSEWHERE = N_("{file}, line {line}: the XML leads to a definition elsewhere, and such files are not opened.")
_PLAIN = N_("Export it once more as plain XML, or delete the line that begins with <!DOCTYPE.")


class Node:
    """An element: its name without a prefix, its attributes likewise, what stands in it, and its line from 1."""

    __slots__ = ("attributes", "line", "nodes", "tag", "text")

    def __init__(self, tag: str, attributes: Mapping[str, str], line: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.text = ""
        self.nodes: list[Node] = []

    def get(self, name: str) -> str:
        """The attribute of that name, "" where there is none."""
        return self.attributes.get(name, "").strip()

    def all(self, *path: str) -> Iterator["Node"]:
        """The elements that lie at the end of a path of names."""
        for node in self.nodes:
            if node.tag == path[0]:
                if len(path) == 1:
                    yield node
                else:
                    yield from node.all(*path[1:])

    def first(self, *path: str) -> "Node | None":
        """The first element at the end of a path."""
        return next(self.all(*path), None)

    def said(self, *path: str) -> str:
        """The text of the first element at the end of a path that has one; "" where none has."""
        return next((text for node in self.all(*path) if (text := node.text.strip())), "")


def walk(
    file: Incoming,
    start: Callable[[str, dict[str, str], int], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Calls for each element's start (name, attributes, line) and end, and for each piece of text, in their order.

    Names come as they are written, with their prefixes. Raises ForeignError for a document that is not whole or that
    is not plain.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    depth = 0

    def refuse(message: str, hint: str = _PLAIN) -> NoReturn:
        raise ForeignError(message, hint, file=file.name, line=parser.CurrentLineNumber)

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH:
            refuse(N_("{file}, line {line}: the elements stand too deep inside one another."), "")
        start(name, attributes, parser.CurrentLineNumber)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    def doctype(name: str, system: str | None, public: str | None, inner: bool) -> None:
        if system or public:
            refuse(_ELSEWHERE)

    def outside(*_: object) -> int:
        refuse(_ELSEWHERE)

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = lambda *_: refuse(_ENTITIES)
    parser.ExternalEntityRefHandler = outside
    try:
        parser.Parse(file.data, True)
    except expat.ExpatError as error:
        reason = _REASONS.get(error.code, _ANY_REASON)
        raise ForeignError(
            N_("{file}, line {line}: this is no whole XML: {reason}."),
            N_("Was it copied or saved to its end?"),
            file=file.name, line=error.lineno, reason=Said(reason),
        ) from error  # fmt: skip
    except (ValueError, LookupError) as error:  # an encoding of several bytes that expat cannot ask Python for
        raise ForeignError(
            N_("{file}, line {line}: this is no whole XML: {reason}."),
            N_("Save it once more in UTF-8."),
            file=file.name, line=1, reason=Said(_REASONS[18]),
        ) from error  # fmt: skip


def tree(file: Incoming, *, inline: Sequence[str] = (), most: int = NODES) -> Node:
    """The document's outermost element with all that stands in it.

    Texts are cleaned. The names in ``inline`` are marks inside a text (``b``, ``p``), which stay in it as they are
    written, for :func:`guide.intake.prose.plain`. Raises ForeignError as :func:`walk` does, and for more than ``most``
    elements or a text of more than :data:`LONGEST` characters.
    """
    top = Node("", {}, 0)
    open_nodes = [top]
    pieces: list[list[str]] = [[]]
    count = length = 0

    def start(name: str, attributes: dict[str, str], line: int) -> None:
        nonlocal count, length
        count += 1
        if count > most:
            raise ForeignError(
                N_("{file} has more than {limit} elements."), N_("Is this the right file?"), file=file.name, limit=most
            )
        tag = _bare(name)
        if tag in inline and len(open_nodes) > 1:
            pieces[-1].append(f"<{tag}>")
            return
        length = 0
        cells = {_bare(key): clean(value[:LONGEST]) for key, value in attributes.items()} if attributes else _NOTHING
        node = Node(tag, cells, line)
        open_nodes[-1].nodes.append(node)
        open_nodes.append(node)
        pieces.append([])

    def end(name: str) -> None:
        tag = _bare(name)
        if tag in inline and open_nodes[-1].tag != tag:
            pieces[-1].append(f"</{tag}>")
            return
        text = "".join(pieces.pop())
        open_nodes.pop().text = clean(text) if text and not text.isspace() else ""

    def said(piece: str) -> None:
        nonlocal length
        length += len(piece)
        if length > LONGEST:
            raise ForeignError(
                N_("{file} has a text of more than {limit} characters."), N_("Is this the right file?"),
                file=file.name, limit=LONGEST,
            )  # fmt: skip
        pieces[-1].append(piece)

    walk(file, start, end, said)
    return top.nodes[0]


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    return one_line(clean(name.rpartition(":")[2]))
