"""What shapes and places of a plan say together: stands inside their halls and beside one another, ways to be walked.

What lies outside its hall is left out, so that the rest can be drawn; all else is said and stays.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from guide.catalogue.findings import Findings, Where
from guide.catalogue.geometry import Bounds, bounds, distance, holds, is_apart, is_inside
from guide.catalogue.model import Catalogue, Hall, Point, Polygon, Stand
from guide.catalogue.overlaps import Shelf, overlaps

Places = Mapping[tuple[str, str], Where]

FAR = 2.0
"""Metres that a door or a service may be outside the outline of its hall: a thick wall, a porch."""

_INSIDE = 0.3  # metres from the edge of a stand: what is nearer stands at its wall


def plancheck(catalogue: Catalogue, places: Places, findings: Findings) -> Catalogue:
    """The catalogue without the shapes that lie outside their halls; ``places`` says where each record stands."""
    stands = _stands(catalogue, places, findings)
    halls = _halls(catalogue, places, findings)
    if stands or halls:
        catalogue = replace(catalogue, stands={**catalogue.stands, **stands}, halls={**catalogue.halls, **halls})
    shelves = _shelves(catalogue)
    for hall, shelf in shelves.items():
        _overlaps(catalogue, hall, shelf, places, findings)
    _passages(catalogue, shelves, places, findings)
    _services(catalogue, shelves, places, findings)
    return catalogue


def _stands(catalogue: Catalogue, places: Places, findings: Findings) -> dict[str, Stand]:
    outside: dict[str, Stand] = {}
    for name, stand in catalogue.stands.items():
        hall = catalogue.halls.get(stand.hall) if stand.hall else None
        if stand.polygon and hall and hall.outline and not is_inside(stand.polygon, hall.outline):
            findings.add("E302", (*places["stand", name], "polygon"), hall=hall.id)
            outside[name] = replace(stand, polygon=())
    return outside


def _halls(catalogue: Catalogue, places: Places, findings: Findings) -> dict[str, Hall]:
    """The halls without walls and blocks that lie wholly outside them; an angle needs what it turns around."""
    changed: dict[str, Hall] = {}
    for name, hall in catalogue.halls.items():
        where = places["hall", name]
        if hall.angle and hall.origin is None:
            findings.add("W313", (*where, "angle"))
        if hall.outline:
            walls = _within(hall, "walls", hall.walls, where, findings)
            blocks = _within(hall, "blocks", hall.blocks, where, findings)
            if len(walls) < len(hall.walls) or len(blocks) < len(hall.blocks):
                changed[name] = replace(hall, walls=walls, blocks=blocks)
    return changed


def _within(hall: Hall, key: str, shapes: tuple[Polygon, ...], where: Where, findings: Findings) -> tuple[Polygon, ...]:
    outside = [n for n, shape in enumerate(shapes) if is_apart(shape, hall.outline)]
    for number in _numbers(findings, (*where, key), outside):
        findings.add("E303", (*where, key, number), hall=hall.id)
    return tuple(shape for n, shape in enumerate(shapes) if n not in outside)


def _numbers(findings: Findings, where: Where, wanted: Sequence[int]) -> list[int]:
    """The numbers in the file of some items of a list, of which others have been dropped."""
    if not wanted:
        return []
    at = len(where)
    dropped = {
        finding.where[at]
        for finding in findings.items
        if finding.where[:at] == where and len(finding.where) > at and finding.code != "W110"
    }
    there = (number for number in count() if number not in dropped)
    numbers = [number for number, _ in zip(there, range(max(wanted) + 1), strict=False)]
    return [numbers[n] for n in wanted]


def _shelves(catalogue: Catalogue) -> dict[str, Shelf[str]]:
    """The drawn stands of each hall, sorted to be found by place."""
    shapes: defaultdict[str, list[tuple[str, Polygon]]] = defaultdict(list)
    for name, stand in catalogue.stands.items():
        if stand.polygon and stand.hall:
            shapes[stand.hall].append((name, stand.polygon))
    return {hall: Shelf(there) for hall, there in shapes.items()}


def _overlaps(catalogue: Catalogue, hall: str, shelf: Shelf[str], places: Places, findings: Findings) -> None:
    order = {name: n for n, name in enumerate(catalogue.stands)}
    for one, two, area in overlaps(shelf):
        first, second = sorted((one, two), key=lambda name: order[name])
        other = _said(catalogue.stands[first])
        if catalogue.stands[first].polygon == catalogue.stands[second].polygon:
            findings.add("W310", (*places["stand", second], "polygon"), other=other)
        else:
            findings.add("W309", (*places["stand", second], "polygon"), other=other, area=f"{area:.1f}")


def _said(stand: Stand) -> str:
    return stand.code or stand.id


def _passages(catalogue: Catalogue, shelves: Mapping[str, Shelf[str]], places: Places, findings: Findings) -> None:
    for name, passage in catalogue.passages.items():
        where = places["passage", name]
        if len(passage.ends) == 1 and passage.kind != "door":
            findings.add("W308", (*where, "ends"))
        levels = list(dict.fromkeys(filter(None, (catalogue.halls[end.hall].level for end in passage.ends))))
        if len(levels) > 1 and passage.kind in ("door", "outdoor"):
            findings.add("W314", (*where, "kind"), kind=passage.kind, levels=", ".join(levels))
        wrong = [n for n, end in enumerate(passage.ends) if any(_amiss(catalogue, shelves, end.hall, end.at))]
        for n, number in zip(wrong, _numbers(findings, (*where, "ends"), wrong), strict=True):
            end = passage.ends[n]
            for code, values in _amiss(catalogue, shelves, end.hall, end.at):
                findings.add(code, (*where, "ends", number, "at"), **values)


def _services(catalogue: Catalogue, shelves: Mapping[str, Shelf[str]], places: Places, findings: Findings) -> None:
    for name, service in catalogue.services.items():
        if service.hall and service.at:
            for code, values in _amiss(catalogue, shelves, service.hall, service.at):
                findings.add(code, (*places["service", name], "at"), **values)


def _amiss(
    catalogue: Catalogue, shelves: Mapping[str, Shelf[str]], hall: str, at: Point
) -> Iterator[tuple[str, dict[str, Any]]]:
    """What is wrong with a place in a hall: outside it, or on a stand."""
    outline = catalogue.halls[hall].outline
    if outline and not holds(outline, at):
        off = distance(outline, at)
        if off > FAR:
            yield "W311", {"metres": f"{off:.0f}", "hall": hall}
    if hall in shelves:
        spot: Bounds = bounds((at,))
        for name, shape in shelves[hall].near(spot):
            if holds(shape, at) and distance(shape, at) > _INSIDE:
                yield "W312", {"stand": _said(catalogue.stands[name])}
                break
