"""What pictures of a plan are drawn with, the room for one, what it gives back, and how metres come onto paper."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from guide.catalogue.model import Catalogue, Point, Polygon, Ref
from guide.exchange.marked import Marked
from guide.i18n import Tongue
from guide.venue.route import Route
from guide.venue.shapes import Frame


class Room(NamedTuple):
    """A rectangle on paper."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Pen:
    """What every picture of a plan is drawn with.

    ``services`` are the signs by kind (:func:`guide.exchange.plan_signs.letters`); ``hatch`` the id of the pattern of
    what is lit; ``link`` says where a thing leads, "" for nowhere; ``prefix`` begins the ids of stands, which are
    numbered as in the catalogue (:func:`anchor`).
    """

    catalogue: Catalogue
    tongue: Tongue
    marked: Marked
    services: Mapping[str, tuple[str, str]]
    hatch: str = "lit"
    prefix: str = "s"
    link: Callable[[Ref], str] = lambda ref: ""
    routes: tuple[Route, ...] = ()


class Picture(NamedTuple):
    """What was drawn: its lines, the paper it takes, units a metre (0 where nothing is to scale)."""

    lines: list[str]
    width: float
    height: float
    scale: float


class Laid(NamedTuple):
    """How metres come onto paper: a hall's own frame, or with ``frame`` its place on the site."""

    frame: Frame | None
    left: float
    top: float
    scale: float
    x: float
    y: float

    def point(self, at: Point) -> Point:
        """A point of the hall on paper."""
        east, north = self.frame.to_site(at) if self.frame else at
        return self.x + (east - self.left) * self.scale, self.y + (self.top - north) * self.scale

    def shape(self, polygon: Sequence[Point]) -> Polygon:
        """A polygon of the hall on paper."""
        return tuple(self.point(point) for point in polygon)


def anchor(prefix: str, catalogue: Catalogue) -> dict[str, str]:
    """The id of every stand in a drawing: plain letters and digits, whatever the stand's own id is."""
    return {stand: f"{prefix}{at}" for at, stand in enumerate(catalogue.stands, 1)}
