"""The letterings of a drawing: texts inside shapes that say nothing themselves, as drawing programs write them."""

from guide.catalogue.geometry import holds
from guide.catalogue.overlaps import Shelf
from guide.intake.plan_part import CODE, Part
from guide.intake.plan_shapes import area
from guide.intake.plan_words import STAND
from guide.intake.programme import said


def lettered(parts: list[Part]) -> None:
    """Gives shapes that have no code the text that stands in the smallest of them, and takes the text away.

    A text is a place with a name that looks like a code of a stand. A shape with a text of its own keeps it.
    """
    shapes = [part for part in parts if len(part.rings) == 1 and not part.code and part.role in ("", STAND)]
    shapes = [part for part in shapes if not said(part.name) and len(part.rings[0]) > 2]
    texts = [part for part in parts if _is_text(part)]
    if not shapes or not texts:
        return
    shelf = Shelf([(number, tuple(part.rings[0])) for number, part in enumerate(shapes)])
    taken: set[int] = set()
    for text in texts:
        x, y = text.points[0]
        around = [number for number, ring in shelf.near((x, y, x, y)) if holds(ring, (x, y))]
        number = min(around, key=lambda each: area(shapes[each].rings[0]), default=None)
        if number is None or shapes[number].code:
            continue
        shapes[number].role = STAND
        shapes[number].code = text.code or said(text.name)
        shapes[number].hall = shapes[number].hall or text.hall
        taken.add(id(text))
    parts[:] = [part for part in parts if id(part) not in taken]


def _is_text(part: Part) -> bool:
    return not part.role and len(part.points) == 1 and bool(CODE.match(part.code or said(part.name)))
