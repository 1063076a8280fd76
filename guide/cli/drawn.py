"""What ``guide export svg`` and ``png`` are asked for besides: one hall, and a way from a place to what is named."""

import re
from typing import TYPE_CHECKING

from guide.catalogue.model import Catalogue, Ref
from guide.cli.arguments import Parsed, readable
from guide.cli.opened import here_asked
from guide.cli.show import meant, several
from guide.cli.streams import say
from guide.cli.way import HERE, means_asked
from guide.errors import Exit, UsageError
from guide.exchange.formats import NothingError
from guide.exchange.selection import Selection
from guide.i18n import N_, Tongue
from guide.search.meant import NoPlaceError, place_meant
from guide.text import clean, one_line

if TYPE_CHECKING:
    from guide.catalogue.load import Loaded
    from guide.venue.route import Means, Route

MOST = 30
"""The things that a way on paper leads to, one behind the other; and the halls that are named at most."""

_NUMBERS = re.compile(r"\d+")


def asked_hall(parsed: Parsed, loaded: "Loaded", tongue: Tongue) -> str | int:
    """The id of the hall that ``--hall`` names, "" without it; the exit code where it names none or several."""
    named = parsed.value("hall")
    if named is None:
        return ""
    catalogue = loaded.catalogue
    words = one_line(clean(readable(named)))
    found = [ref for ref in meant(parsed, loaded, words) if ref.kind == "hall"]
    if not found and not catalogue.halls:
        raise NothingError(N_("The catalogue names no halls, so there is no plan to draw."))
    if not found:
        raise _no_hall(catalogue, words, tongue)
    return found[0].id if len(found) == 1 else several(catalogue, words, found, tongue)


def _no_hall(catalogue: Catalogue, asked: str, tongue: Tongue) -> UsageError:
    """Names the halls that there are, and the one whose name or id is near; another number is another hall."""
    from guide.catalogue.suggest import nearest

    called = {key: one_line(clean(tongue.d(hall.name))) for key, hall in catalogue.halls.items()}
    numbers = _NUMBERS.findall(asked)
    alike = [each for each in dict.fromkeys((*called.values(), *called)) if _NUMBERS.findall(each) == numbers]
    near = nearest(asked, alike)
    named = [name if name == key else f"{name} ({key})" for key, name in called.items()]
    return UsageError(
        N_("There is no hall “{hall}”."),
        N_("Did you mean {near}? The halls are: {halls}.") if near else N_("The halls are: {halls}."),
        hall=asked, near=near, halls=", ".join(named[:MOST]) + ("…" if named[MOST:] else ""),
    )  # fmt: skip


def asked_ways(parsed: Parsed, loaded: "Loaded", selection: Selection, hall: str) -> "tuple[Route, ...] | int":
    """The ways from the place that ``--from`` names to what is selected, one behind the other in the order given.

    They lead into the hall that is drawn alone, to what has a place there.

    The exit code where the place is not found or may be several; raises NothingError where there is no way.
    """
    named = parsed.value("from")
    if named is None:
        return ()
    catalogue, tongue = loaded.catalogue, selection.tongue
    asked = one_line(clean(readable(named)))
    if asked.casefold() in HERE:
        asked = here_asked(parsed)
        if not asked:
            raise UsageError(N_("Where “here” is, nobody said."), N_("Say it with --here PLACE or GUIDE_HERE."))
    try:
        start = place_meant(catalogue, asked)
    except NoPlaceError as error:
        if error.found:
            return several(catalogue, asked, error.found, tongue)
        say(f"guide: {tongue.t(error.message, **error.values)}")
        say(tongue.t(error.hint, **error.values))
        return Exit.NOTHING
    if len(selection.refs) > MOST:
        raise UsageError(N_("A way on paper leads to {most} things at most."), most=MOST)
    return _ways(loaded, selection, start, hall, means_asked(parsed, catalogue.fair))


def _ways(loaded: "Loaded", selection: Selection, start: Ref, hall: str, means: "Means") -> "tuple[Route, ...]":
    from guide.venue.floors import floors_of
    from guide.venue.route import NoWay
    from guide.venue.spots import spots_of
    from guide.venue.ways import Ways

    catalogue = loaded.catalogue
    floors = floors_of(catalogue)
    ways = Ways.of(catalogue, floors)
    starts, routes = spots_of(catalogue, floors, start), []
    for ref in selection.refs:
        goals = spots_of(catalogue, floors, ref)
        route = ways.route(starts, [spot for spot in goals if spot.hall == hall] or goals, means)
        if isinstance(route, NoWay):
            raise NothingError(
                N_("No way is known from {start} to {goal}."), N_("“guide way” says why."),
                start=selection.tongue.quoted(selection.name(start)), goal=selection.tongue.quoted(selection.name(ref)),
            )  # fmt: skip
        routes.append(route)
        start, starts = ref, (route.goal,)
    return tuple(routes)
