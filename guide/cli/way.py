"""``guide way``: the way from one place to another, or to several in turn, in words or as JSON."""

import shutil
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from guide.catalogue.model import Catalogue, Fair, Ref
from guide.cli.arguments import Parsed, readable
from guide.cli.opened import here_asked, opened
from guide.cli.show import several
from guide.cli.streams import Paint, out, out_json, say
from guide.cli.way_ordered import Ordering, in_best_order, problems
from guide.errors import Exit, UsageError
from guide.i18n import N_, Tongue
from guide.search.meant import NoPlaceError, place_meant
from guide.text import clean, one_line

if TYPE_CHECKING:
    from guide.venue.floors import Floors
    from guide.venue.route import Means, NoWay, Route, Spot
    from guide.venue.ways import Ways

HERE = ("here", "здесь", "тут")
"""What is said for the place where one is."""

_SLOWEST, _FASTEST = 1.0, 10.0  # km/h
_MOST = 100  # columns of a sentence


class Leg(NamedTuple):
    """A way to one of the places, or why there is none."""

    goal: Ref
    found: "Route | NoWay"


def way(parsed: Parsed, tongue: Tongue) -> int:
    """Says the way; 1 where there is none or a place is not found, 2 where one may be several."""
    from guide.venue.floors import floors_of
    from guide.venue.ways import Ways

    pace = _pace(parsed)
    if parsed.value("end") is not None and not parsed.flag("best_order"):
        raise UsageError(N_("--end goes with --best-order only; without it the last place is the end."))
    loaded, tongue = opened(parsed, tongue)
    catalogue = loaded.catalogue
    means = means_asked(parsed, catalogue.fair, pace)
    try:
        start, *goals = [_place(parsed, catalogue, word) for word in parsed.words]
        ends = [_place(parsed, catalogue, word) for word in (parsed.value("end"),) if word is not None]
    except NoPlaceError as error:
        if error.found:
            return several(catalogue, str(error.values["what"]), error.found, tongue)
        say(f"guide: {tongue.t(error.message, **error.values)}")
        say(tongue.t(error.hint, **error.values))
        return Exit.NOTHING
    floors = floors_of(catalogue)
    ways = Ways.of(catalogue, floors)
    if parsed.flag("best_order"):
        ordering = in_best_order(catalogue, floors, ways, means, start, goals, *ends)
        late = problems(catalogue, start, ordering, tongue)
    else:
        ordering, late = Ordering(goals), []
    legs = _legs(catalogue, floors, ways, means, start, ordering)
    told = _Told(catalogue, floors, means, tongue)
    if parsed.flag("json"):
        done = told.json(start, legs)
        done["to"] += [each["to"] for each in late]
        done["problems"] += late
        out_json(done)
    else:
        told.print(start, legs, Paint(not parsed.flag("no_color")))
    for each in late:
        say(each["words"])
    return Exit.OK if not late and all(_is_route(leg.found) for leg in legs) else Exit.NOTHING


def _place(parsed: Parsed, catalogue: Catalogue, word: str) -> Ref:
    asked = one_line(clean(readable(word)))
    if asked.casefold() in HERE:
        asked = here_asked(parsed)
        if not asked:
            raise UsageError(N_("Where “here” is, nobody said."), N_("Say it with --here PLACE or GUIDE_HERE."))
    return place_meant(catalogue, asked)


def _pace(parsed: Parsed) -> float | None:
    """Metres a second, or None for the usual pace."""
    asked = parsed.value("pace")
    if asked is None:
        return None
    try:
        pace = float(asked.replace(",", "."))
    except ValueError:
        pace = 0.0
    if not _SLOWEST <= pace <= _FASTEST:
        raise UsageError(
            N_("--pace is a number of kilometres an hour from {least} to {most}, not “{pace}”."),
            least=f"{_SLOWEST:g}",
            most=f"{_FASTEST:g}",
            pace=one_line(clean(asked)),
        )
    return pace / 3.6


def means_asked(parsed: Parsed, fair: Fair, pace: float | None = None) -> "Means":
    """How one is to walk, as the options say, at ``pace`` metres a second, None for the usual.

    Raises UsageError for a moment that is none.
    """
    from guide.venue.route import PACE, Means

    return Means(
        step_free=parsed.flag("step_free"),
        no_stairs_up=parsed.flag("no_stairs_up"),
        no_stairs_down=parsed.flag("no_stairs_down"),
        pace=pace or PACE,
        at=_moment(parsed.value("at"), fair),
    )


def _moment(asked: str | None, fair: Fair) -> datetime | None:
    """The moment that is meant: of today while the fair is on, else of its first day."""
    if asked is None:
        return None
    from datetime import timedelta

    from guide.dates import now, zone
    from guide.visit.entry import parse_when

    there = zone(fair.timezone)
    try:
        moment = datetime.fromisoformat(asked)
    except ValueError:
        pass
    else:
        try:
            return moment.replace(tzinfo=there) if moment.tzinfo is None else moment.astimezone(there)
        except OverflowError:
            raise UsageError(N_("There is no such moment: “{when}”."), when=one_line(clean(asked))) from None
    present = now(fair.timezone)
    today = present.date() if fair.starts <= present.date() <= fair.ends else fair.starts
    days = [fair.starts + timedelta(days=n) for n in range((fair.ends - fair.starts).days + 1)]
    when = parse_when(readable(asked), days, today)
    return datetime.combine(when.day or today, when.starts or present.time(), there)


def _legs(
    catalogue: Catalogue, floors: "Floors", ways: "Ways", means: "Means", start: Ref, ordering: Ordering
) -> list[Leg]:
    """The ways one after the other; where there is none, the next one begins where one still is."""
    from guide.venue.route import Route
    from guide.venue.spots import spots_of

    starts = spots_of(catalogue, floors, start) if ordering.start is None else (ordering.start,)
    legs = []
    for goal in ordering.goals:
        spot = ordering.spots.get(goal)
        found = ways.route(starts, spots_of(catalogue, floors, goal) if spot is None else (spot,), means)
        legs.append(Leg(goal, found))
        if isinstance(found, Route):
            starts = (found.goal,)
    return legs


def _is_route(found: "Route | NoWay") -> bool:
    from guide.venue.route import Route

    return isinstance(found, Route)


class _Told:
    """Ways as they are told in one language."""

    def __init__(self, catalogue: Catalogue, floors: "Floors", means: "Means", tongue: Tongue) -> None:
        self._catalogue, self._floors, self._means, self._tongue = catalogue, floors, means, tongue

    def print(self, start: Ref, legs: Sequence[Leg], paint: Paint) -> None:
        """The ways as sentences, one a line; what cannot be told goes to standard error."""
        from rich.text import Text

        from guide.venue.route import Route
        from guide.venue.steps import steps_of
        from guide.view.blocks import Paragraph
        from guide.view.way_told import (
            also_at,
            manned_told,
            place_name,
            place_told,
            sentences,
            summary,
            summed,
            unsure_told,
        )

        routes: list[Route] = []
        width = min(shutil.get_terminal_size().columns, _MOST)
        for leg in legs:
            if not isinstance(leg.found, Route):
                why = self._why(start, leg)
                for said in why:
                    say(said)
                for said in place_told(self._catalogue, self._floors, leg.goal, self._tongue):
                    if said not in why:
                        out(said)
                continue
            route = leg.found
            if routes:
                out()
            routes.append(route)
            ends = [place_name(self._catalogue, spot, self._tongue) for spot in (route.start, route.goal)]
            out(paint.bold(" → ".join(ends)))
            out(paint.quiet(summary(route, self._tongue)))
            if unsure := unsure_told(self._catalogue, route, self._tongue):
                out(unsure)
            if manned := manned_told(self._catalogue, route.goal, self._means.at, self._tongue):
                out(manned)
            if others := also_at(self._catalogue, self._floors, route.goal, self._tongue):
                out(paint.quiet(others))
            steps = steps_of(self._catalogue, self._floors, route)
            for number, said in enumerate(sentences(self._catalogue, steps, self._tongue), 1):
                lead = f"{number:>2}. "
                for line in Paragraph(Text(lead + said), hang=len(lead)).lines(width):
                    out(line.plain)
        if len(routes) > 1:
            out()
            out(paint.bold(summed(routes, self._tongue)))

    def json(self, start: Ref, legs: Sequence[Leg]) -> dict[str, Any]:
        """The ways in the shape of the contract."""
        from guide.venue.route import Route

        routes = [leg.found for leg in legs if isinstance(leg.found, Route)]
        return {
            "from": str(start),
            "to": [str(leg.goal) for leg in legs],
            "length_m": round(sum(route.length for route in routes), 1),
            "minutes": _minutes(sum(route.seconds for route in routes)),
            "legs": [self._leg(leg.goal, leg.found) for leg in legs if isinstance(leg.found, Route)],
            "problems": [self._problem(start, leg) for leg in legs if not isinstance(leg.found, Route)],
        }

    def _leg(self, goal: Ref, route: "Route") -> dict[str, Any]:
        from guide.venue.route import Through, Walk
        from guide.venue.steps import steps_of
        from guide.view.way_told import elsewhere, told

        steps = steps_of(self._catalogue, self._floors, route)
        words = told(self._catalogue, steps, self._tongue)
        return {
            "from": str(_spot_ref(route.start)),
            "to": str(_spot_ref(route.goal)),
            "asked": str(goal),
            "also": [str(_spot_ref(spot)) for spot in elsewhere(self._catalogue, self._floors, route.goal)],
            "length_m": round(route.length, 1),
            "minutes": _minutes(route.seconds),
            "measured": not route.unwalked and all(part.measured for part in route.parts if isinstance(part, Walk)),
            "unsure": list(route.unsure),
            "steps": [_step(step, said) for step, said in zip(steps, words, strict=True)],
            "points": [
                {"hall": part.hall, "x": round(x, 2), "y": round(y, 2)}
                for part in route.parts
                if isinstance(part, Walk)
                for x, y in part.points
            ],
            "passages": [part.passage for part in route.parts if isinstance(part, Through)],
        }

    def _problem(self, start: Ref, leg: Leg) -> dict[str, Any]:
        from guide.venue.route import NoWay
        from guide.view.way_told import place_told

        assert isinstance(leg.found, NoWay)
        return {
            "from": str(start),
            "to": str(leg.goal),
            "reason": leg.found.reason,
            "words": " ".join(self._why(start, leg)),
            "known": list(place_told(self._catalogue, self._floors, leg.goal, self._tongue)),
            "passages": list(leg.found.passages),
        }

    def _why(self, start: Ref, leg: Leg) -> Sequence[str]:
        from guide.venue.route import UNKNOWN, NoWay
        from guide.view.way_refused import nowhere, why_not

        assert isinstance(leg.found, NoWay)
        if leg.found.reason == UNKNOWN and leg.found.spot is None:
            from guide.venue.spots import spots_of

            lost = [ref for ref in (start, leg.goal) if not spots_of(self._catalogue, self._floors, ref)]
            return [nowhere(self._catalogue, ref, self._tongue) for ref in dict.fromkeys(lost)]
        return why_not(self._catalogue, leg.found, self._means, self._tongue)


def _spot_ref(spot: "Spot") -> Ref:
    return Ref("stand", spot.stand) if spot.stand else spot.ref


def _minutes(seconds: float) -> float:
    return round(seconds / 60, 1)


def _step(step: Any, words: str) -> dict[str, Any]:
    """A step with what is known of it: ids of stands, halls and passages, numbers, rows."""
    from dataclasses import asdict

    from guide.venue.steps import KINDS

    known = {key: value for key, value in asdict(step).items() if key not in ("points", "metres", "spot", "at")}
    fields = {key: str(value) if isinstance(value, Ref) else value for key, value in known.items() if value}
    return {"kind": KINDS[type(step)], "words": words, "metres": round(getattr(step, "metres", 0.0), 1), **fields}
