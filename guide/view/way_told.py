"""The way there in whole sentences, for people who listen: what to pass, where to turn, which stand it is then.

Names stand in quotation marks after the word for what they are, or after a colon, so that no language has to
decline them. Lengths are rounded, minutes rounded up.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from guide.catalogue.model import Catalogue, Ref
from guide.i18n import N_, Tongue
from guide.text import one_line
from guide.venue.bends import AHEAD, LEFT
from guide.venue.floors import NUMBERED, Floors
from guide.venue.landmarks import Numbered, number_of, row_label
from guide.venue.route import Route, Spot, Walk
from guide.venue.spots import spots_of
from guide.venue.steps import BESIDE, HERE, WITHIN, Across, Arrive, SetOut, Step, Straight, Take, Turn
from guide.view import names
from guide.view import way_phrases as phrases
from guide.view.desk_times import day_names
from guide.view.desk_where import few, hall_name, place_words, sign, whereabouts
from guide.view.floor_signs import PASSAGES, passage_kind

_PLACES = 6  # of one thing that are told of


def told(catalogue: Catalogue, steps: Sequence[Step], tongue: Tongue) -> tuple[str, ...]:
    """What is said of each step, one or more sentences; "" for a step that is told with the next one."""
    twice, once = phrases.TWICE.get(tongue.code, ("", ""))
    said = (" ".join(_TOLD[type(step)](catalogue, step, tongue, first=not n)) for n, step in enumerate(steps))
    return tuple(re.sub(twice, once, words) if twice else words for words in said)


def sentences(catalogue: Catalogue, steps: Sequence[Step], tongue: Tongue) -> tuple[str, ...]:
    """The way to be read out, a stretch at a time: how far straight on, and what to do at its end."""
    lines: list[str] = []
    open_end = False
    for step, words in zip(steps, told(catalogue, steps, tongue), strict=True):
        if not words:
            continue
        if open_end and isinstance(step, Turn):
            lines[-1] += f" {words}"
        else:
            lines.append(words)
        open_end = isinstance(step, Straight)
    return tuple(lines)


def place_told(catalogue: Catalogue, floors: Floors, ref: Ref, tongue: Tongue) -> tuple[str, ...]:
    """What is known of where a thing is, without a way there: its row and number, or that it is a zone."""
    lines = []
    for spot in spots_of(catalogue, floors, ref)[:_PLACES]:
        stand = catalogue.stands.get(spot.stand or "")
        numbered = floors.floors[spot.hall].manner == NUMBERED and stand is not None and number_of(catalogue, stand)
        said = [f"{hall_name(catalogue, spot.hall, tongue)}."] if spot.hall else []
        if numbered and stand:
            said += _by_number(numbered, place_name(catalogue, spot, tongue), tongue)
        elif stand is not None and stand.code:
            said = [f"{place_words(catalogue, stand, tongue)}."]
        elif spot.at is None and spot.ref.kind != "hall":
            said = [*_only_hall(catalogue, spot, tongue)]
        lines.append(" ".join(said))
    return tuple(lines) or (f"{names.name(catalogue, ref, tongue)}: {whereabouts(catalogue, ref, tongue)}.",)


def summary(route: Route, tongue: Tongue) -> str:
    """How far it is and how long that takes: «Около 120 метров, 3 минуты.»; that a part of it is not measured."""
    if not route.parts:
        start, goal = route.start, route.goal
        here = start.stand == goal.stand if start.stand else start.ref == goal.ref and not goal.stand
        here = here or goal.ref == Ref("hall", start.hall)
        return tongue.t("You are there already.") if here else tongue.t("It is in the same hall.")
    said = _far(route.length, route.seconds, tongue)
    if route.goal.hall in route.unwalked:
        said += " " + tongue.t("That is as far as a door of the hall: where in it the place is, nobody has measured.")
    elif route.unwalked or any(isinstance(part, Walk) and not part.measured for part in route.parts):
        said += " " + tongue.t("Part of it is not measured: it may be longer.")
    return said


def unsure_told(catalogue: Catalogue, route: Route, tongue: Tongue) -> str:
    """Of which passages of a step-free way nobody has said that they are; "" where all are known to be."""
    names_of = [passage_name(catalogue, key, tongue) for key in route.unsure]
    if not names_of:
        return ""
    passages = few(names_of, tongue)
    return tongue.t("Whether there is a step here, nobody has published: {passages}.", passages=passages)


def elsewhere(catalogue: Catalogue, floors: Floors, spot: Spot) -> tuple[Spot, ...]:
    """The other stands of whom one is led to at one of theirs."""
    if spot.stand is None or spot.ref.kind not in ("exhibitor", "region"):
        return ()
    return tuple(each for each in spots_of(catalogue, floors, spot.ref) if each.stand and each.stand != spot.stand)


def also_at(catalogue: Catalogue, floors: Floors, spot: Spot, tongue: Tongue) -> str:
    """Where else they are whom one is led to: «Также на стендах: B7, Зал 2 2C5.»; "" where nowhere."""
    others = []
    for each in elsewhere(catalogue, floors, spot):
        hall = hall_name(catalogue, each.hall, tongue) if each.hall != spot.hall else ""
        code = _code(catalogue, each.stand or "", tongue)
        others.append(f"{code} ({hall})" if hall else code)
    return tongue.t("Also at: {places}.", places=few(others, tongue)) if others else ""


def manned_told(catalogue: Catalogue, spot: Spot, at: datetime | None, tongue: Tongue) -> str:
    """On which days anybody is on a stand that is empty on others; "" for who comes on one of them."""
    stand = catalogue.stands.get(spot.stand or "")
    if stand is None or not stand.days or (at is not None and at.date() in stand.days):
        return ""
    return tongue.t("Somebody is on this stand only on: {days}.", days=day_names(stand.days, tongue))


def summed(routes: Sequence[Route], tongue: Tongue) -> str:
    """How far several ways are together."""
    far = _far(sum(route.length for route in routes), sum(route.seconds for route in routes), tongue)
    return tongue.t("Together: {far}", far=far[:1].lower() + far[1:])


def _far(length: float, seconds: float, tongue: Tongue) -> str:
    return tongue.n(
        "About {metres} metres, {count} minute.",
        "About {metres} metres, {count} minutes.",
        max(minutes_of(seconds), 1),
        metres=rounded(length),
    )


def minutes_of(seconds: float) -> int:
    """Minutes, rounded up; what is over by less than a second is rounding."""
    return max(math.ceil((seconds - 1) / 60), 0)


def rounded(metres: float) -> str:
    """To 5 metres up to 50, to 10 beyond: nobody paces out more than that."""
    unit = 5 if metres < 47.5 else 10
    return str(max(round(metres / unit) * unit, unit))


def _called(catalogue: Catalogue, key: str, tongue: Tongue) -> str:
    """A stand by its sign and its code: «Верас» (A2); the code alone where no sign is known."""
    name, code = _sign_of(catalogue, key, tongue)
    if not name:
        return code or key
    return f"{tongue.quoted(name)} ({code})" if code else tongue.quoted(name)


def _stand(catalogue: Catalogue, key: str, tongue: Tongue) -> str:
    """A stand as it is called after the word for a stand, which is not said twice: of «Стенд Гродненской области»
    «Гродненской области» is left."""
    name, code = _sign_of(catalogue, key, tongue)
    word = phrases.STAND.get(tongue.code, "")
    first, _, rest = name.partition(" ")
    if rest and first.casefold() == word:
        return f"{rest} ({code})" if code else rest
    return _called(catalogue, key, tongue)


def _sign_of(catalogue: Catalogue, key: str, tongue: Tongue) -> tuple[str, str]:
    """The sign that is up at a stand and its code; "" for what is not known."""
    stand = catalogue.stands[key]
    name = names.stand_name(catalogue, stand, tongue)
    if name in (stand.code, stand.id):
        # Of several on one stand the host's sign is up.
        here = catalogue.relations.at_stand.get(key, ())
        name = next((shown for who in here if (shown := sign(catalogue, stand, who, tongue))), "")
    return name, one_line(stand.code or "")


def place_name(catalogue: Catalogue, spot: Spot, tongue: Tongue) -> str:
    """What a spot is called, with its code where it has one: «Калиналифт» (A1)."""
    if not spot.stand or spot.ref.kind in ("stand", "session"):
        return _thing(catalogue, spot.ref, tongue)
    code = one_line(catalogue.stands[spot.stand].code or "")
    name = tongue.quoted(names.name(catalogue, spot.ref, tongue))
    return f"{name} ({code})" if code else name


def passage_name(catalogue: Catalogue, key: str, tongue: Tongue) -> str:
    """What a passage is called, in quotation marks; what it is where it has no name."""
    passage = catalogue.passages[key]
    name = one_line(tongue.d(passage.name))
    return tongue.quoted(name) if name else tongue.t(PASSAGES[passage_kind(passage)][1])


def _thing(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> str:
    if ref.kind == "stand" and ref.id in catalogue.stands:
        return _called(catalogue, ref.id, tongue)
    if ref.kind == "passage":
        return passage_name(catalogue, ref.id, tongue)
    name = names.name(catalogue, ref, tongue)
    return name if ref.kind == "hall" else tongue.quoted(name)


def _set_out(catalogue: Catalogue, step: SetOut, tongue: Tongue, *, first: bool) -> Iterator[str]:
    t = tongue.t
    if first:
        where = [_thing(catalogue, step.place, tongue)]
        if step.place != Ref("hall", step.hall):
            where.append(hall_name(catalogue, step.hall, tongue))
        yield t("Start: {place}.", place=", ".join(where))
    if step.way:
        kind = catalogue.passages[step.place.id].kind if step.place.kind == "passage" else step.place.kind
        if first:
            yield t(phrases.BACK_TO.get(kind, phrases.BACK_TO["door"]))
        if step.way != AHEAD:
            yield t((phrases.NOW if first else phrases.COMING_OUT)[step.way])
    elif step.towards:
        stand = _stand(catalogue, step.towards.stand, tongue)
        if step.towards.side == LEFT:
            yield t("Walk towards the stand {stand}: it will be on your left.", stand=stand)
        else:
            yield t("Walk towards the stand {stand}: it will be on your right.", stand=stand)
    elif step.aim:
        yield t("Walk towards: {place}.", place=_thing(catalogue, step.aim, tongue))


def _straight(catalogue: Catalogue, step: Straight, tongue: Tongue, *, first: bool) -> Iterator[str]:
    t, metres = tongue.t, rounded(step.metres)
    if step.metres < 2.5:
        return
    match step.rows:
        case (row,):
            yield t("Walk straight on for about {metres} metres along row {row}.", metres=metres, row=row)
        case (left, right):
            between = N_(
                "Walk straight on for about {metres} metres, row {left} on your left and row {right} on your right."
            )
            yield t(between, metres=metres, left=left, right=right)
        case _:
            yield t("Walk straight on for about {metres} metres.", metres=metres)


def _turn(catalogue: Catalogue, step: Turn, tongue: Tongue, *, first: bool) -> Iterator[str]:
    t, after = tongue.t, step.after
    if after is None:
        yield t(phrases.THEN[step.way])
    elif after.number > 1:
        stand = _called(catalogue, after.stand, tongue)
        if after.side == LEFT:
            yield tongue.n(
                "On your left you pass {count} stand, and it is {stand}.",
                "On your left you pass {count} stands; the last of them is {stand}.",
                after.number,
                stand=stand,
            )
        else:
            yield tongue.n(
                "On your right you pass {count} stand, and it is {stand}.",
                "On your right you pass {count} stands; the last of them is {stand}.",
                after.number,
                stand=stand,
            )
        yield t(phrases.AFTER_LAST[step.way])
    else:
        yield t(phrases.AFTER[step.way], stand=_stand(catalogue, after.stand, tongue))


def _take(catalogue: Catalogue, step: Take, tongue: Tongue, *, first: bool) -> Iterator[str]:
    t, passage = tongue.t, catalogue.passages[step.passage]
    if step.beside:
        stand = _stand(catalogue, step.beside, tongue)
        yield t(phrases.NEXT_TO.get(passage.kind, phrases.DOOR_NEXT_TO), stand=stand)
    said = t(phrases.PASSAGES.get((passage.kind, step.up), phrases.DOOR))
    name = one_line(tongue.d(passage.name))
    yield f"{said}: {tongue.quoted(name)}." if name else f"{said}."
    hall = hall_name(catalogue, step.hall, tongue)
    if step.hall == step.start_hall:
        return
    if step.up and step.level:
        yield t("You are now on level {level}: {hall}.", level=step.level, hall=hall)
    elif catalogue.halls[step.hall].kind == "outdoor":
        yield t("You are now outdoors: {hall}.", hall=hall)
    else:
        yield t("You are now in: {hall}.", hall=hall)


def _across(catalogue: Catalogue, step: Across, tongue: Tongue, *, first: bool) -> Iterator[str]:
    hall = hall_name(catalogue, step.hall, tongue)
    yield tongue.t("No plan of this hall is published: {hall}. Follow the signs there.", hall=hall)


_THERE = N_("You are there: {place}.")
_NEAR = {BESIDE: N_("It is right beside you: {place}."), WITHIN: N_("It is in this hall: {place}.")}


def _arrive(catalogue: Catalogue, step: Arrive, tongue: Tongue, *, first: bool) -> Iterator[str]:
    t, stand = tongue.t, catalogue.stands.get(step.spot.stand or "")
    place = place_name(catalogue, step.spot, tongue)
    if stand is None:
        if step.spot.at is None:
            yield from _only_hall(catalogue, step.spot, tongue)
        else:
            yield t(_NEAR.get(step.near, _THERE), place=place)
        if step.beside:
            yield t("It is next to the stand {stand}.", stand=_stand(catalogue, step.beside, tongue))
        return
    if step.numbered and step.near != HERE:
        yield from _by_number(step.numbered, place, tongue)
    elif step.side:
        yield from _stands(step, place, tongue)
    else:
        yield t(_NEAR.get(step.near, _THERE), place=place)
        if step.near == WITHIN and (row := row_label(stand.code or "")):
            yield t("It is in row {row}.", row=row)
    if step.between:
        one, two = (_code(catalogue, key, tongue) for key in step.between)
        yield t("It is between the stands {one} and {two}.", one=one, two=two)
    if step.opposite:
        yield t("Opposite is the stand {stand}.", stand=_stand(catalogue, step.opposite, tongue))
    if called := sign(catalogue, stand, step.spot.ref, tongue):
        yield t("Look for the sign {sign}.", sign=tongue.quoted(called))


def _stands(step: Arrive, place: str, tongue: Tongue) -> Iterator[str]:
    """Which stand it is for who comes along the aisle."""
    t = tongue.t
    if step.side == AHEAD:
        yield t("The stand you want is straight ahead: {place}.", place=place)
    elif not step.number:
        if step.side == LEFT:
            yield t("The stand you want is on your left: {place}.", place=place)
        else:
            yield t("The stand you want is on your right: {place}.", place=place)
    else:
        which = tongue.c("which stand", phrases.WHICH[step.number - 1])
        if step.side == LEFT:
            yield t("You want the {which} stand on your left: {place}.", which=which, place=place)
        else:
            yield t("You want the {which} stand on your right: {place}.", which=which, place=place)


def _by_number(known: Numbered, place: str, tongue: Tongue) -> Iterator[str]:
    """Where a stand is by the codes alone."""
    t = tongue.t
    yield t("You are looking for: {place}.", place=place)
    if known.before and known.after:
        yield t("Its number is between {before} and {after}.", before=known.before, after=known.after)
    elif known.after:
        yield t("It has the first number of its row, before {after}.", after=known.after)
    elif known.before:
        yield t("It has the last number of its row, after {before}.", before=known.before)
    if known.row and known.first != known.last:
        numbers = N_("The numbers of row {row} run from {first} to {last}; there is no exact plan.")
        yield t(numbers, row=known.row, first=known.first, last=known.last)
    else:
        yield t("There is no exact plan of this hall.")


def _only_hall(catalogue: Catalogue, spot: Spot, tongue: Tongue) -> Iterator[str]:
    """Where no more than the hall is published."""
    t, hall = tongue.t, hall_name(catalogue, spot.hall, tongue)
    if spot.ref.kind == "hall":
        yield t("You are there: {place}.", place=hall)
    else:
        yield t(
            "{place}: only the hall or zone is published: {hall}.", place=_thing(catalogue, spot.ref, tongue), hall=hall
        )


def _code(catalogue: Catalogue, key: str, tongue: Tongue) -> str:
    return one_line(catalogue.stands[key].code or "") or _called(catalogue, key, tongue)


_TOLD: Mapping[type, Callable[..., Iterator[str]]] = {
    SetOut: _set_out,
    Straight: _straight,
    Turn: _turn,
    Take: _take,
    Across: _across,
    Arrive: _arrive,
}
