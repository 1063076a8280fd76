"""The plan of a real fair as a catalogue: gamescom 2026, 13 levels of halls with 998 drawn stands.

The data set draws stands and, by hand, some doors; what it lacks to walk from hall to hall is assumed here and is
true of this test only: the Boulevard is a bare hall that every hall on level 1 opens to, halls without a door
have one, and the two levels of a hall are joined by stairs, an escalator up and a lift in its corners. Halls are
not placed on the site, since its overview is not to scale. Its "blocks" are blocks of stands with the aisles
between them, so they are no obstacles here. In the data y runs southwards; here it runs northwards.
"""

import json
import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guide.catalogue.model import (
    Catalogue,
    Exhibitor,
    Fair,
    Hall,
    Passage,
    PassageEnd,
    Point,
    Service,
    Stand,
)
from guide.i18n import Wording

DATASETS = os.environ.get("GUIDE_DATASETS", "")

BOULEVARD = "boulevard"
LONG, BROAD = 300.0, 20.0
"""Metres of the Boulevard, assumed."""

_SIDES = {  # the side of a hall that opens to the Boulevard, where the data has no door, and how far north there
    "2.1": ("e", 60.0), "4.1": ("e", 90.0), "5.1": ("e", 130.0), "10.1": ("w", 100.0),
}  # fmt: skip
_DOORS = {"10.1": 60.0, "6.1": 170.0, "7.1": 220.0, "8.1": 270.0, "9.1": 180.0}
"""How far north along the Boulevard the drawn doors of a hall are."""
_LEVELS = (("2.1", "2.2"), ("4.1", "4.2"), ("5.1", "5.2"), ("10.1", "10.2"))
_CODE = re.compile(r"([A-Z])-?(\d{2,4}[a-z]?)(?![\d.])")
_DAYS = (date(2026, 8, 26), date(2026, 8, 30))


@cache
def gamescom() -> Catalogue:
    """The fair; skips where GUIDE_DATASETS does not name the folder of the data sets.

    Halls "h5-1", stands "h5-1#A-061 C-060" with the code as on the plan; the list of exhibitors spells it "A061/C060".
    """
    if not DATASETS:
        pytest.skip("GUIDE_DATASETS does not name the folder of real fairs")
    root = Path(DATASETS) / "gamescom-2026"
    plans = {
        plan["hall"]: plan
        for plan in (_read(root / "hallplan" / index["file"]) for index in _read(root / "hallplan/index.json")["halls"])
    }
    outline = _read(root / "hallplan/outline.json")
    halls = {_hall_id(name): _hall(plan, _margin(outline, name)) for name, plan in plans.items()}
    halls[BOULEVARD] = Hall(
        BOULEVARD, Wording.same("Boulevard"), level="1", outline=((0, 0), (BROAD, 0), (BROAD, LONG), (0, LONG))
    )
    stands = {stand.id: stand for plan in plans.values() for stand in _stands(plan)}
    exhibitors = _exhibitors(_read(root / "directory.json")["exhibitors"], stands, halls)
    passages = {passage.id: passage for passage in _passages(plans, outline, halls)}
    services = {
        "info": Service("info", Wording.same("Information"), "info", BOULEVARD, (BROAD / 2, 40.0)),
        "cloakroom": Service("cloakroom", Wording.same("Cloakroom"), "cloakroom", "h10-1", (120.0, -3.0)),
    }
    fair = Fair("gamescom-2026", Wording.same("gamescom 2026"), *_DAYS, "Europe/Berlin", ("en",))
    return Catalogue(
        fair,
        halls=halls,
        passages=passages,
        stands=stands,
        exhibitors=exhibitors,
        services=services,
    )


def codes(text: str) -> tuple[str, ...]:
    """The single codes in either spelling, without the hyphen: "A-061 C-060" and "A061/C060" hold A061 and C060."""
    return tuple(letter + number for letter, number in _CODE.findall(text))


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _hall_id(name: str) -> str:
    return "h" + name.replace(".", "-")


def _margin(outline: Any, name: str) -> Mapping[str, float]:
    return {**outline["margin"], **outline["halls"].get(name, {}).get("margin", {})}


def _hall(plan: Any, margin: Mapping[str, float]) -> Hall:
    width, height = plan["size"]
    left, bottom, right, top = -margin["w"], -margin["s"], width + margin["e"], height + margin["n"]
    return Hall(
        _hall_id(plan["hall"]),
        Wording.same(f"Hall {plan['hall']}"),
        level=plan["hall"].split(".")[1],
        outline=((left, bottom), (right, bottom), (right, top), (left, top)),
    )


def _stands(plan: Any) -> Iterator[Stand]:
    """Each once: the same ground under two codes ("A-012", "A-012g") is two stands."""
    hall, height = _hall_id(plan["hall"]), plan["size"][1]
    for drawn in plan["stands"]:
        code = drawn["nr"] if codes(drawn["nr"]) else None
        yield Stand(
            f"{hall}#{drawn['nr']}",
            code,
            hall,
            polygon=tuple((float(x), height - y) for x, y in drawn["poly"]),
            area_m2=drawn["a"],
        )


def _exhibitors(listed: list[Any], stands: Mapping[str, Stand], halls: Mapping[str, Hall]) -> dict[str, Exhibitor]:
    """The firms on the polygons of the plan, by the codes that both name."""
    whole: dict[tuple[str, frozenset[str]], str] = {}
    single: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, stand in stands.items():
        parts = codes(stand.code or "")
        whole.setdefault((stand.hall or "", frozenset(parts)), key)
        for part in parts:
            single[stand.hall or "", part].append(key)
    exhibitors = {}
    for number, one in enumerate(listed):
        keys: dict[str, None] = {}
        hall = None
        for at in one["stands"]:
            hall = _hall_id(at["hall"] or "")
            parts = codes(at["booth"] or "")
            exact = whole.get((hall, frozenset(parts)))
            found = [exact] if exact else [key for part in parts for key in single.get((hall, part), ())]
            keys |= dict.fromkeys(found)
        exhibitors[f"e{number}"] = Exhibitor(
            f"e{number}",
            Wording.same(one["name"].strip()),
            stands=tuple(keys),
            hall=hall if hall in halls and not keys else None,
        )
    return exhibitors


def _passages(plans: Mapping[str, Any], outline: Any, halls: Mapping[str, Hall]) -> Iterator[Passage]:
    joined: set[frozenset[str]] = set()
    for name, plan in plans.items():
        for n, door in enumerate(outline["halls"].get(name, {}).get("doors", ()), 1):
            at = _door(plan, _margin(outline, name), door["edge"], door["at"])
            yield from _opened(name, n, at, door, plans, outline, joined)
    for name, (edge, north) in _SIDES.items():
        height = plans[name]["size"][1]
        at = _door(plans[name], _margin(outline, name), edge, height / 2)
        yield _joined(f"{name}-assumed", "door", (name, at), ("", (0.0 if edge == "e" else BROAD, north)), 6.0)
    for low, high in _LEVELS:
        yield from _levels(low, high, plans, outline)
    # Halls 3.2, 2.2 and 4.2 in a row, upstairs.
    for one, two in (("2.2", "3.2"), ("3.2", "4.2")):
        ends = [
            (name, _door(plans[name], _margin(outline, name), edge, plans[name]["size"][1] / 3))
            for name, edge in ((one, "e"), (two, "w"))
        ]
        yield _joined(f"{one}-{two}", "door", ends[0], ends[1], 6.0)
    yield Passage("north", "door", (PassageEnd(BOULEVARD, (BROAD / 2, LONG)),), Wording.same("Entrance North"), True)
    yield Passage("south", "door", (PassageEnd(BOULEVARD, (BROAD / 2, 0.0)),), Wording.same("Entrance South"), True)


def _opened(
    name: str, n: int, at: Point, door: Any, plans: Mapping[str, Any], outline: Any, joined: set[frozenset[str]]
) -> Iterator[Passage]:
    """A door of the outline: to the Boulevard, to the street, or to the hall that has the other side of it."""
    key, other = f"{name}-{n}", door["to"].partition(":")[2]
    if door["to"] == "boulevard":
        side = 0.0 if door["edge"] in ("e", "s") else BROAD
        yield _joined(key, "door", (name, at), ("", (side, _DOORS[name] + 15.0 * n)), door["span"])
    elif door["to"].startswith("entrance"):
        yield Passage("east", "door", (PassageEnd(_hall_id(name), at),), Wording.same("Entrance East"), True, "both")
    elif other in plans and frozenset((name, other)) not in joined:
        joined.add(frozenset((name, other)))
        back = next(each for each in outline["halls"][other]["doors"] if each["to"] == f"hall:{name}")
        there = _door(plans[other], _margin(outline, other), back["edge"], back["at"])
        yield _joined(key, "door", (name, at), (other, there), door["span"])


def _levels(low: str, high: str, plans: Mapping[str, Any], outline: Any) -> Iterator[Passage]:
    for kind, edge, off, direction in (
        ("stairs", "w", 4.0, "both"),
        ("escalator", "w", 1.0, "up"),
        ("lift", "e", 4.0, "both"),
    ):
        ends = [
            (name, _door(plans[name], _margin(outline, name), edge, plans[name]["size"][1] - off))
            for name in (low, high)
        ]
        yield _joined(f"{kind}-{low}", kind, ends[0], ends[1], 2.0, direction)


def _joined(
    key: str, kind: str, one: tuple[str, Point], two: tuple[str, Point], width: float, direction: str = "both"
) -> Passage:
    ends = tuple(PassageEnd(_hall_id(name) if name else BOULEVARD, at) for name, at in (one, two))
    step_free = None if kind == "lift" else kind == "door"
    return Passage(key.replace(".", "-"), kind, ends, None, step_free, direction, width)


def _door(plan: Any, margin: Mapping[str, float], edge: str, along: float) -> Point:
    width, height = plan["size"]
    return {
        "n": (along, height + margin["n"]),
        "s": (along, -margin["s"]),
        "e": (width + margin["e"], height - along),
        "w": (-margin["w"], height - along),
    }[edge]
