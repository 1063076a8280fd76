"""The small signs on a printed plan: passages, services, numbers of stops, and what the legend says of each."""

from collections.abc import Iterable, Sequence

from guide.catalogue.model import Catalogue, Point, Service
from guide.catalogue.suggest import latin
from guide.exchange import ink
from guide.exchange.ink import BLACK, LIGHT, ROUTE, WHITE
from guide.i18n import Tongue
from guide.text import one_line
from guide.view import names
from guide.view.floor_signs import UNKNOWN, service_sign

SIDE = 34.0
"""The side of a sign."""

_LETTERS = "abcdefghjkmnpqrstuvxyz"  # no i, l, o, w: they look like other signs


def passage(kind: str, at: Point) -> list[str]:
    """The sign of a way through; its middle is at the point."""
    x, y, half = at[0], at[1], SIDE / 2
    ground = ink.box(x - half, y - half, SIDE, SIDE, fill=WHITE, stroke=BLACK, stroke_width=3)
    match kind:
        case "street":
            inner = [ink.shape([(x - half, y + half), (x, y - half), (x + half, y + half)], fill=BLACK)]
            return [ink.box(x - half - 4, y - half - 4, SIDE + 8, SIDE + 8, fill=WHITE), *inner]
        case "stairs" | "escalator":
            step, low = SIDE / 4, y + half - 5
            corners = [(x - half + 4, low)]
            for n in range(3):
                corners += [(x - half + 4 + n * step, low - (n + 1) * step + 2)]
                corners += [(x - half + 4 + (n + 1) * step, low - (n + 1) * step + 2)]
            corners.append((corners[-1][0], low))
            moving = kind == "escalator"
            return [ground, ink.shape(corners, fill=WHITE if moving else BLACK, stroke=BLACK, stroke_width=3)]
        case "lift":
            up = [(x, y - half + 4), (x + 9, y - 3), (x - 9, y - 3)]
            down = [(x, y + half - 4), (x + 9, y + 3), (x - 9, y + 3)]
            return [ground, ink.shape(up, fill=BLACK), ink.shape(down, fill=BLACK)]
        case "ramp":
            wedge = [(x - half + 4, y + half - 6), (x + half - 4, y + half - 6), (x + half - 4, y - 4)]
            return [ground, ink.shape(wedge, fill=BLACK)]
        case "outdoor":
            return [ink.tag("circle", cx=x, cy=y, r=half, fill=WHITE, stroke=BLACK, stroke_width=3),
                    ink.tag("circle", cx=x, cy=y, r=half / 3, fill=BLACK)]  # fmt: skip
        case _:
            opened = [(x - half + 9, y + half), (x - half + 9, y - half + 6), (x + half - 9, y - half + 6)]
            return [ground, ink.shape([*opened, (x + half - 9, y + half)], fill=BLACK)]


def service(sign: str, at: Point, *, lit: bool = False) -> list[str]:
    """The sign of a service; of one that is looked for, with a frame around it."""
    x, y, half = at[0], at[1], SIDE / 2
    frame = [ink.box(x - half - 9, y - half - 9, SIDE + 18, SIDE + 18, rx=10, fill=LIGHT, stroke=BLACK, stroke_width=6)]
    size = 26.0 if len(sign) == 1 else 17.0
    return [
        *(frame if lit else ()),
        ink.box(x - half, y - half, SIDE, SIDE, rx=6, fill=BLACK),
        *ink.around("g", ink.centred([sign], x, y, size, bold=True), fill=WHITE),
    ]


def numbered(numbers: Sequence[int], at: Point) -> list[str]:
    """The numbers of stops on black: the one sign that is looked for first."""
    said = ",".join(map(str, numbers[:3])) + ("…" if len(numbers) > 3 else "")
    width = max(len(said) * 17.0 + 14, 40.0)
    return [
        ink.box(at[0] - width / 2, at[1] - 20, width, 40, rx=20, fill=BLACK, stroke=WHITE, stroke_width=3),
        *ink.around("g", ink.centred([said], at[0], at[1], 27, bold=True), fill=WHITE),
    ]


def joint(number: int, at: Point) -> list[str]:
    """Where a way leaves a picture or comes into one: the same number on both."""
    return [
        ink.tag("circle", cx=at[0], cy=at[1], r=17, fill=ROUTE),
        *ink.around("g", ink.centred([str(number)], at[0], at[1], 24, bold=True), fill=WHITE),
    ]


def start(at: Point) -> list[str]:
    """Where a way begins: a ring, since it often begins at a door, whose sign stays in sight."""
    return [ink.tag("circle", cx=at[0], cy=at[1], r=22, fill="none", stroke=ROUTE, stroke_width=7)]


def goal(at: Point) -> list[str]:
    """Where a way ends."""
    return [
        ink.tag("circle", cx=at[0], cy=at[1], r=15, fill=WHITE, stroke=ROUTE, stroke_width=5),
        ink.tag("circle", cx=at[0], cy=at[1], r=7, fill=ROUTE),
    ]


def way(points: Sequence[Point], *, measured: bool = True) -> list[str]:
    """A stretch of a way, broken where it is only the direction.

    Nothing lies around it: it would wipe out the borders of the stands that it passes.
    """
    dashes = None if measured else "24 16"
    line = ink.path(points, closed=False)
    return [
        ink.tag(
            "path", d=line, fill="none", stroke_linejoin="round", stroke=ROUTE, stroke_width=9, stroke_dasharray=dashes
        )
    ]


def north(tongue: Tongue, angle: float) -> list[str]:
    """An arrow around (0, 0), 120 high, with its letter; turned by so many degrees with the clock."""
    arrow = [
        ink.shape([(0, -45), (16, 35), (0, 22)], fill=BLACK),
        ink.shape([(0, -45), (-16, 35), (0, 22)], fill=WHITE, stroke=BLACK, stroke_width=3),
    ]
    letter = ink.text(tongue.c("compass", "N"), 0, -52, 30, bold=True, text_anchor="middle")
    return ink.around("g", [*arrow, letter], transform=f"rotate({ink.number(angle)})" if angle else None)


def letters(catalogue: Catalogue, services: Iterable[str], tongue: Tongue) -> dict[str, tuple[str, str]]:
    """The sign of each kind of service, as on the screen, with one service of it; by :func:`kind_of`.

    Those for which the screen has no sign of their own get a small letter each, which looks like no other sign.
    """
    made: dict[str, tuple[str, str]] = {}
    things = [catalogue.services[key] for key in services]
    taken = {latin(service_sign(thing, tongue)) for thing in things}
    free = (letter for letter in _LETTERS if letter not in taken)
    for thing in things:
        if kind_of(thing) not in made:
            sign = service_sign(thing, tongue)
            made[kind_of(thing)] = (next(free, sign) if sign == UNKNOWN else sign, thing.id)
    return made


def kind_of(thing: Service) -> str:
    """The kind of a service, its id where it names none that is known."""
    return str(thing.kind) if thing.kind in names.SERVICE_KINDS else thing.id


def service_words(thing: Service, tongue: Tongue) -> str:
    """What the legend calls a service: its kind, else its name."""
    known = thing.kind in names.SERVICE_KINDS
    return names.said(tongue, names.SERVICE_KINDS, thing.kind) if known else one_line(tongue.d(thing.name))
