"""The plan in words: what an item is called and where it is, what is wrong with it, what would mend that."""

from collections.abc import Mapping
from datetime import date, time

from guide.catalogue.model import Catalogue, Ref
from guide.dates import clock, day
from guide.i18n import N_, Tongue
from guide.text import clean, one_line
from guide.view import names
from guide.visit.day import Day, Fix, Item, Said, Spot, Trouble
from guide.visit.entry import length_said
from guide.visit.state import Visit

TROUBLES = {
    "outside": N_("no day of the fair, which runs from {starts} to {ends}"),
    "unlisted": N_("the fair gives no opening hours for this day"),
    "trade-only": N_("only trade visitors are let in on this day"),
    "missed": N_("not visited on this day: {count}"),
    "gone": N_("no longer in the catalogue"),
    "session-day": N_("in the programme it is on {day}"),
    "session-time": N_("in the programme it starts at {time}"),
    "over": N_("it ended at {time}"),
    "absent": N_("nobody is at the stand on this day"),
    "closed": N_("closed on this day"),
    "early": N_("opens only at {time}"),
    "late": N_("closes at {time}"),
}
"""What is said of a trouble by its kind; notices, overlaps and the order are said by :func:`trouble_said`."""


NAMED = 3
"""How many stops are named that one cannot be at, too, before "and so many more"."""


def own_words(text: str) -> str:
    """What a person wrote, on one line and without anything that could steer a terminal."""
    return one_line(clean(text)) if text else ""


def item_name(catalogue: Catalogue, visit: Visit, item: Item, tongue: Tongue) -> str:
    """What an item is called: its thing's name, a meeting's partner; of what is gone the name it had."""
    stop = item.stop
    if stop.ref is None:
        name = stop.title or stop.name
    elif item.gone:
        name = stop.name or visit.mark(stop.ref).name or stop.title or stop.ref.id
    else:
        name = names.name(catalogue, stop.ref, tongue)
        if stop.title and stop.title not in (name, stop.name):
            name = f"{stop.title} · {name}"
    name = own_words(name)
    if not stop.meeting:
        return name or tongue.t("Without a name")
    return tongue.t("Meeting: {name}", name=name) if name else tongue.t("Meeting")


def item_place(catalogue: Catalogue, item: Item, tongue: Tongue, *, in_hall: bool = False) -> str:
    """Where an item is: the person's own words, else hall, room and stand codes; "" where nobody knows."""
    return own_words(item.stop.where) or spot_said(catalogue, item.spot, tongue, in_hall=in_hall)


def spot_said(catalogue: Catalogue, spot: Spot, tongue: Tongue, *, in_hall: bool = False) -> str:
    """«Зал 1 · A1, A2», «Зал 2 · переговорная», «Зал 1 · A6; Площадка · О-3».

    Its first hall is left out where that is said already (``in_hall``).
    """
    codes: dict[str | None, list[str]] = {spot.hall: []}
    for key in spot.stands:
        stand = catalogue.stands[key]
        codes.setdefault(stand.hall, []).append(stand.code or names.stand_name(catalogue, stand, tongue))
    places = []
    for hall_id, several in codes.items():
        hall = None if in_hall and hall_id == spot.hall else catalogue.halls.get(hall_id or "")
        room = spot.room if hall_id == spot.hall else None
        parts = (tongue.d(hall.name) if hall else "", tongue.d(room), ", ".join(several))
        places.append(" · ".join(part for part in parts if part))
    return one_line("; ".join(place for place in places if place))


def times(item: Item) -> str:
    """«10:00–11:00», «10:00» without an end, "" without a time."""
    return "–".join(clock(each) for each in (item.starts, item.ends) if each is not None)


def day_title(one: Day, tongue: Tongue) -> str:
    """«вт, 30 сентября», or what has no day yet."""
    return day(tongue, one.day, weekday=True) if one.day else tongue.t("No day yet")


def day_facts(one: Day, tongue: Tongue) -> list[str]:
    """What stands beside a day: its hours, whom they are for, how many items there are and how long they take."""
    facts = []
    if one.hours is not None:
        facts.append("–".join(clock(each) for each in (one.hours.opens, one.hours.closes) if each is not None))
        facts.append(tongue.t("trade visitors only") if one.hours.trade_only else "")
    if one.items:
        facts.append(tongue.n("{count} item", "{count} items", len(one.items)))
        facts.append(length_said(one.minutes, tongue) if one.minutes else "")
    return [fact for fact in facts if fact]


def trouble_said(catalogue: Catalogue, visit: Visit, one: Day, trouble: Trouble, tongue: Tongue) -> str:
    """A trouble of a day or of one of its items in plain words, without a full stop."""
    values = _said(catalogue, trouble.values, tongue)
    others = [item for key in trouble.stops[1:] if (item := one.item(key)) is not None]
    match trouble.kind:
        case "notice":
            notice = trouble.values["notice"]
            return names.name(catalogue, notice, tongue) if isinstance(notice, Ref) else ""
        case "overlap":
            spans = [
                f"{tongue.quoted(item_name(catalogue, visit, item, tongue))} ({times(item)})" for item in others[:NAMED]
            ]
            if rest := len(others) - NAMED if len(others) > NAMED else 0:
                spans.append(tongue.n("{count} more", "{count} more", rest))
            if len(spans) == 1:
                return tongue.t("at the same time as {name}: you can’t be in both", name=spans[0])
            return tongue.t("at the same time as {names}: you can’t be in all of them", names=tongue.listed(spans))
        case "order":
            name = tongue.quoted(item_name(catalogue, visit, others[0], tongue)) if others else ""
            return tongue.t("stands before {name}, which starts earlier, at {time}", name=name, **values)
    return tongue.t(TROUBLES[trouble.kind], **values)


def fix_said(catalogue: Catalogue, fix: Fix, tongue: Tongue) -> str:
    """What a fix does: «перенести на 11:30»."""
    return tongue.t(fix.label, **_said(catalogue, fix.values, tongue))


def _said(catalogue: Catalogue, values: Mapping[str, Said], tongue: Tongue) -> dict[str, str]:
    return {key: _value(catalogue, key, value, tongue) for key, value in values.items()}


def _value(catalogue: Catalogue, key: str, value: Said, tongue: Tongue) -> str:
    match value:
        case Ref():
            return tongue.quoted(names.name(catalogue, value, tongue))
        case time():
            return clock(value)
        case date():
            return day(tongue, value)
        case int():
            return length_said(value, tongue) if key == "minutes" else tongue.number(value)
    return tongue.quoted(own_words(value)) if key == "name" else own_words(value)
