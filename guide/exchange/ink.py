"""The elements of a drawing in SVG, as lines of XML: shapes, texts, groups, each text escaped, each number short.

Only presentation attributes and no styles, no scripts, nothing from elsewhere: the same lines stand in a file of their
own and in a page whose policy allows no style of theirs.
"""

from collections.abc import Iterable
from html import escape

from guide.catalogue.model import Point
from guide.exchange.lettering import FONT, LINE
from guide.text import clean, one_line

BLACK, WHITE, GREY, PALE = "#000", "#fff", "#777", "#e4e4e4"
LIGHT, ROUTE = "#ffe27a", "#b3001b"
"""The ground of what is marked, and the colour of a way."""

XMLNS = "http://www.w3.org/2000/svg"
"""What an SVG file says that it is."""

Value = str | float | None


def number(value: float) -> str:
    """A number with a decimal at most: a hundredth of a millimetre on paper."""
    short = f"{value:.1f}"
    return short[:-2] if short.endswith(".0") else short


def attributes(values: dict[str, Value]) -> str:
    """Attributes as they stand in a tag: ``stroke_width`` is stroke-width, ``class_`` class; None is left out."""
    told = []
    for name, value in values.items():
        if value is not None:
            said = number(value) if isinstance(value, float | int) else escape(one_line(clean(value)))
            told.append(f' {name.rstrip("_").replace("_", "-")}="{said}"')
    return "".join(told)


def tag(name: str, **values: Value) -> str:
    """An element with nothing in it."""
    return f"<{name}{attributes(values)}/>"


def around(name: str, inner: Iterable[str], **values: Value) -> list[str]:
    """An element around others."""
    return [f"<{name}{attributes(values)}>", *inner, f"</{name}>"]


def said(name: str, text: str, **values: Value) -> str:
    """An element with a text in it."""
    return f"<{name}{attributes(values)}>{escape(one_line(clean(text)))}</{name}>"


def path(points: Iterable[Point], *, closed: bool = True) -> str:
    """What a path draws: from point to point, back to the first where it is closed."""
    steps = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return f"M{steps}Z" if closed else f"M{steps}"


def shape(points: Iterable[Point], **values: Value) -> str:
    """A polygon."""
    return tag("path", d=path(points), **values)


def box(left: float, top: float, width: float, height: float, **values: Value) -> str:
    """An upright rectangle."""
    return tag("rect", x=left, y=top, width=width, height=height, **values)


def text(words: str, x: float, y: float, size: float, *, bold: bool = False, **values: Value) -> str:
    """A line of text; ``y`` is where its letters stand. ``text_anchor`` as in SVG."""
    weight = "bold" if bold else None
    return said("text", words, x=x, y=y, font_size=size, font_weight=weight, **values)


def centred(lines: Iterable[str], x: float, middle: float, size: float, *, bold: bool = False) -> list[str]:
    """Lines of text centred around a point."""
    lines = list(lines)
    # Capitals are about seven tenths of a letter's height.
    first = middle - (len(lines) - 1) * size * LINE / 2 + size * 0.36
    return [
        text(line, x, first + at * size * LINE, size, bold=bold, text_anchor="middle") for at, line in enumerate(lines)
    ]


def drawing(inner: Iterable[str], size: tuple[float, float], title: str, **values: Value) -> list[str]:
    """A drawing of that size in its own units, with a white ground, its name for those who do not see it.

    In a file of its own it needs :data:`XMLNS` as ``xmlns``; in a page it needs none.
    """
    width, height = size
    return around(
        "svg",
        [said("title", title), box(0, 0, width, height, fill=WHITE), *inner],
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        font_family=FONT,
        fill=BLACK,
        **values,
    )
