"""HTML and Markdown as plain text: what a reader would read aloud, in paragraphs, with list items marked by «•»."""

import re
from html.parser import HTMLParser

from guide.text import clean

LONGEST = 200_000
"""Characters of a text that are looked at."""

_BLOCKS = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table", "section", "article")
)
_LINES = frozenset(("br", "tr", "dt", "dd"))
_SILENT = frozenset(("script", "style", "head", "template", "noscript", "iframe", "svg", "object"))

_MARKED_UP = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|&(?:[a-zA-Z]{2,8}|#[0-9]{1,6}|#x[0-9a-fA-F]{1,6});")
_MARKED = re.compile(r"(?m)[<&*_`\[\\]|^[ \t]*(?:[-+>#~]|={3})")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,400})\]\(\s*<?([^()\s<>]{0,1000})>?(?:\s+[\"'][^\"'\n]{0,200}[\"'])?\s*\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,1000})>")
_STRONG = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,1000}?)(?<=\S)\1(?![\w*])")
_UNDER = re.compile(r"(?<![\w_/])(_{1,3})(?=\S)([^_\n]{1,1000}?)(?<=\S)\1(?![\w_])")
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)([^`\n]{1,1000})\1(?!`)")
_HEADING = re.compile(r"(?m)^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$")
_ITEM = re.compile(r"(?m)^([ \t]*)[*+-][ \t]+(?=\S)")
_QUOTED = re.compile(r"(?m)^[ \t]{0,3}>[ \t]?")
_RULE = re.compile(r"(?m)^[ \t]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){3,})$")
_FENCE = re.compile(r"(?m)^[ \t]{0,3}(?:```|~~~)[^\n`]*$")
_BACKSLASH = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def plain(text: str) -> str:
    """A text without the marks of HTML or Markdown, cleaned: paragraphs apart by an empty line, no line's end spaced.

    A link stays as its words with the address in brackets where it says more than they do. What only looks like a
    mark (``a < b``, ``snake_case``, ``2 * 3``) stays as it is.
    """
    text = text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n")
    if not _MARKED.search(text):
        return _tidied(clean(text))
    if _MARKED_UP.search(text):
        text = _html(_AUTOLINK.sub(r"\1", text))
    return _tidied(clean(_unmarked(text)))


def _tidied(text: str) -> str:
    lines = [" ".join(line.replace("\xa0", " ").split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _html(text: str) -> str:
    page = _Page()
    page.feed(text)
    page.close()
    return page.text()


def _unmarked(text: str) -> str:
    text = _RULE.sub("", _FENCE.sub("", text))
    text = _HEADING.sub(r"\1", text)
    text = _QUOTED.sub("", text)
    text = _ITEM.sub(r"\1• ", text)
    text = _LINK.sub(lambda found: _linked(found[1], found[2]), _AUTOLINK.sub(r"\1", text))
    for _ in range(3):  # marks within marks
        text = _UNDER.sub(r"\2", _STRONG.sub(r"\2", text))
    return _BACKSLASH.sub(r"\1", _CODE.sub(r"\2", text))


def _linked(words: str, address: str) -> str:
    words = words.strip()
    bare = address.removeprefix("mailto:").removeprefix("https://").removeprefix("http://").rstrip("/")
    if not address.startswith(("http://", "https://", "mailto:")):
        return words
    return words if bare and bare in words else f"{words} ({address.removeprefix('mailto:')})" if words else address


class _Page(HTMLParser):
    """Gathers the text of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._silent = 0
        self._links: list[tuple[str, int]] = []

    def text(self) -> str:
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "li":
            self._parts.append("\n• ")
        elif tag in _LINES:
            self._parts.append("\n")
        elif tag in _BLOCKS:
            self._parts.append("\n\n")
        elif tag in ("td", "th"):
            self._parts.append(" ")
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self._parts)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self._parts.append("\n\n")
        elif tag == "a" and self._links:
            address, since = self._links.pop()
            words = "".join(self._parts[since:])
            self._parts[since:] = [_linked(words, address.strip())] if address else [words]

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._parts.append(data)
