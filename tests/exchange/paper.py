"""Reading plans on paper back: what is drawn, what is lit, what is written where."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from tests.hostile import FORBIDDEN

SVG = "{http://www.w3.org/2000/svg}"
TAGS = {"svg", "title", "defs", "pattern", "g", "path", "rect", "circle", "text", "a"}
ATTRIBUTES = {
    "viewBox", "role", "font-family", "fill", "width", "height", "lang", "id", "class", "x", "y", "d", "stroke", "rx",
    "stroke-width", "stroke-dasharray", "stroke-linejoin", "cx", "cy", "r", "font-size", "font-weight", "text-anchor",
    "transform", "patternUnits", "patternTransform", "href",
}  # fmt: skip


@dataclass(frozen=True)
class Drawn:
    """A stand as it is drawn: its title, whether it is lit, its corners, its lines of text with where they stand."""

    title: str
    lit: bool
    corners: tuple[tuple[float, float], ...]
    texts: tuple[tuple[str, float, float, float, bool], ...]  # words, x, y, height, bold
    turned: bool


def read(svg: str) -> Element:
    """A drawing, after everything in it was held against what may be in one."""
    assert not FORBIDDEN - {"\n"} & set(svg)
    tree = ElementTree.fromstring(svg.encode())
    judged(tree)
    return tree


def judged(tree: Element) -> None:
    """Nothing but our elements and attributes; nothing that runs, nothing from elsewhere; each id once."""
    ids = [each.attrib["id"] for each in tree.iter() if "id" in each.attrib]
    assert len(ids) == len(set(ids))
    for each in tree.iter():
        assert each.tag.removeprefix(SVG) in TAGS
        assert set(each.attrib) <= ATTRIBUTES
        for name, value in each.attrib.items():
            assert name == "href" or "url(" not in value or re.fullmatch(r"url\(#(\w+)\)", value)[1] in ids
            assert name != "href" or re.fullmatch(r"#t\d+", value)
            assert "nan" not in value
            assert "inf" not in value


def texts(tree: Element) -> list[str]:
    """Every line that is written, in order."""
    return [each.text or "" for each in tree.iter(f"{SVG}text")]


def stands(tree: Element) -> list[Drawn]:
    """The stands of a drawing."""
    return [_stand(each) for each in tree.iter(f"{SVG}g") if re.fullmatch(r"s\d+", each.attrib.get("id", ""))]


def _stand(group: Element) -> Drawn:
    path = next(group.iter(f"{SVG}path"))
    numbers = [tuple(map(float, pair.split(","))) for pair in path.attrib["d"].strip("MZ").split()]
    written = tuple(
        (each.text or "", float(each.attrib["x"]), float(each.attrib["y"]), float(each.attrib["font-size"]),
         "font-weight" in each.attrib)
        for each in group.iter(f"{SVG}text")
    )  # fmt: skip
    turned = any("rotate(-90" in each.attrib.get("transform", "") for each in group.iter(f"{SVG}g"))
    title = group.find(f"{SVG}title")
    return Drawn(title.text or "", group.attrib.get("class") == "lit", tuple(numbers), written, turned)
