"""Why there is no way, in words: what excludes it, what is closed and when it opens, what nobody published."""

from collections.abc import Iterable, Iterator

from guide.catalogue.model import Catalogue, Hours, Ref
from guide.dates import clock, day
from guide.i18n import N_, Tongue
from guide.venue.route import CLOSED_IN, DIRECTION, HOURS, MEANS, NO_PASSAGE, Means, NoWay, Spot
from guide.view.desk_where import few, hall_name, whereabouts
from guide.view.way_told import passage_name, place_name

_EXCLUDED = {
    "step_free": N_("There is no step-free way there."),
    "no_stairs_up": N_("There is no way there without stairs up."),
    "no_stairs_down": N_("There is no way there without stairs down."),
}
_MOST = 4  # passages that are named


def why_not(catalogue: Catalogue, refused: NoWay, means: Means, tongue: Tongue) -> tuple[str, ...]:
    """The reason in whole sentences, and what would help where anything would."""
    return tuple(_REASONS.get(refused.reason, _unknown)(catalogue, refused, means, tongue))


def _unknown(catalogue: Catalogue, refused: NoWay, means: Means, tongue: Tongue) -> Iterator[str]:
    spot = refused.spot
    yield tongue.t("The way cannot be said.")
    if spot is not None:
        yield _where_not(catalogue, spot.ref, tongue)


def nowhere(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> str:
    """That it is not published where a thing is: «Верас: место на выставке не опубликовано.»"""
    return _where_not(catalogue, ref, tongue)


def _where_not(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> str:
    from guide.view import names

    name = names.name(catalogue, ref, tongue)
    return f"{name}: {whereabouts(catalogue, ref, tongue)}."


def _closed_in(catalogue: Catalogue, refused: NoWay, means: Means, tongue: Tongue) -> Iterator[str]:
    place = _spot_name(catalogue, refused.spot, tongue)
    hall = hall_name(catalogue, refused.hall or (refused.spot.hall if refused.spot else ""), tongue)
    yield tongue.t("On the plan, stands or walls close the way to this place: {place}, {hall}.", place=place, hall=hall)


def _no_passage(catalogue: Catalogue, refused: NoWay, means: Means, tongue: Tongue) -> Iterator[str]:
    t = tongue.t
    start, goal = hall_name(catalogue, refused.hall, tongue), hall_name(catalogue, refused.other, tongue)
    if start and goal:
        yield t(
            "No way through from {start} to {goal} is published.", start=tongue.quoted(start), goal=tongue.quoted(goal)
        )
    else:
        yield t("No way through is published from here: {hall}.", hall=start or goal)
    yield t("It may be there all the same: ask at the information desk.")


def _means(catalogue: Catalogue, refused: NoWay, means: Means, tongue: Tongue) -> Iterator[str]:
    t = tongue.t
    asked = [name for name in _EXCLUDED if getattr(means, name)]
    if len(asked) == 1:
        yield t(_EXCLUDED[asked[0]])
    else:
        yield t("There is no way there with all that was asked for.")
    if refused.passages:
        yield t("The only way leads through: {passages}.", passages=_passages(catalogue, refused.passages, tongue))


def _direction(catalogue: Catalogue, refused: NoWay, means: Means, tongue: Tongue) -> Iterator[str]:
    t = tongue.t
    yield t("This leads the other way only: {passages}.", passages=_passages(catalogue, refused.passages, tongue))
    yield t("No other way there is published: ask at the information desk.")


def _hours(catalogue: Catalogue, refused: NoWay, means: Means, tongue: Tongue) -> Iterator[str]:
    t = tongue.t
    yield t("At that time the way is closed: {passages}.", passages=_passages(catalogue, refused.passages, tongue))
    for key in refused.passages[:_MOST]:
        passage = catalogue.passages[key]
        if opens := _opening(passage.hours, tongue):
            yield t("{passage} is open: {hours}.", passage=passage_name(catalogue, key, tongue), hours=opens)


def _opening(hours: Iterable[Hours], tongue: Tongue) -> str:
    spans = [
        f"{day(tongue, each.date)} {clock(each.opens)}–{clock(each.closes)}"
        for each in hours
        if each.opens and each.closes
    ]
    return few(spans, tongue)


def _passages(catalogue: Catalogue, keys: Iterable[str], tongue: Tongue) -> str:
    return few([passage_name(catalogue, key, tongue) for key in keys], tongue, _MOST)


def _spot_name(catalogue: Catalogue, spot: Spot | None, tongue: Tongue) -> str:
    return place_name(catalogue, spot, tongue) if spot is not None else ""


_REASONS = {CLOSED_IN: _closed_in, NO_PASSAGE: _no_passage, MEANS: _means, DIRECTION: _direction, HOURS: _hours}
