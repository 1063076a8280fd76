"""The calendar, judged by icalendar: every event is read back as it was, in every zone, with any words."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from icalendar import Calendar

from guide.catalogue.model import Ref
from guide.exchange import ics
from guide.exchange.contentlines import folded
from guide.exchange.selection import favoured, things, visited, whole_fair
from guide.text import clean
from guide.visit.state import EMPTY, Stop, Visit
from tests.exchange.hostile_fair import HOSTILE, hostile, tongue_of
from tests.exchange.visits import CATALOGUE, ENGLISH, FULL, RUSSIAN, visits
from tests.visit.doing import with_mark

PATIENT = settings(deadline=None)
MINSK = ZoneInfo("Europe/Minsk")


def parsed(text: str) -> Calendar:
    """The calendar as icalendar reads it, after its form was held against the standard."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    calendar = Calendar.from_ical(text.encode())
    assert not calendar.errors
    assert all(not event.errors for event in calendar.walk("VEVENT"))
    return calendar


def events_of(text: str) -> dict[str, object]:
    events = parsed(text).walk("VEVENT")
    by_uid = {str(event["UID"]): event for event in events}
    assert len(by_uid) == len(events), "a UID stands twice"
    return by_uid


def at(hour: int, minute: int = 0, day: int = 29, month: int = 9) -> datetime:
    return datetime(2025, month, day, hour, minute, tzinfo=MINSK)


def test_a_visit_is_read_back():
    events = events_of(ics.calendar(visited(CATALOGUE, ENGLISH, FULL)))
    fair = "small.exhibition-guide"
    opening = events[f"session-opening@{fair}"]
    assert (opening.start, opening.end) == (at(11), at(12))
    assert str(opening["SUMMARY"]) == "Opening"
    assert str(opening["LOCATION"]) == "Hall 1 · the stage"
    firm = events[f"stop-a2@{fair}"]
    assert (firm.start, firm.end) == (at(12, 30), at(13, 15))
    assert str(firm["LOCATION"]) == "Hall 2 · 7C5.1"
    assert str(firm["DESCRIPTION"]).startswith("Ask for prices;\nmeet Anna, again")
    meeting = events[f"stop-b2@{fair}"]
    assert (meeting.start, meeting.end) == (at(16, 7, 30), at(16, 27, 30))
    assert [str(meeting[key]) for key in ("SUMMARY", "LOCATION", "DESCRIPTION")] == [
        "Meeting: Ivan Petrov", "café at the entrance", "parts; terms",
    ]  # fmt: skip
    whole_day = events[f"stop-b3@{fair}"]
    assert (whole_day.start, whole_day.end) == (date(2025, 9, 30), date(2025, 10, 1))
    gone = events[f"stop-c1@{fair}"]
    assert str(gone["SUMMARY"]) == "Left Long Ago Ltd"
    assert "no longer in the catalogue" in str(gone["DESCRIPTION"])
    assert "owes me a pen" in str(gone["DESCRIPTION"])
    assert f"stop-d1@{fair}" not in events  # it has no day
    assert events[f"session-tools@{fair}"].get("DTEND") is None
    assert {str(event["DTSTAMP"].dt) for event in events.values()} == {"2025-09-30 08:00:00+00:00"}


def test_the_fair_has_its_sessions_and_its_own_days_and_no_notes():
    text = ics.calendar(whole_fair(CATALOGUE, RUSSIAN))
    events = events_of(text)
    assert [str(event["SUMMARY"]) for event in events.values()] == [
        "Малая ярмарка", "Открытие", "Станки сегодня", "Закрытие",
    ]  # fmt: skip
    fair = events["fair-small@small.exhibition-guide"]
    assert (fair.start, fair.end) == (date(2025, 9, 29), date(2025, 10, 2))
    assert "bring questions" not in text


def test_favourite_sessions_are_events_too():
    visit = with_mark(FULL, Ref("session", "tools"), replace(FULL.mark(Ref("session", "tools")), favourite=True))
    events = events_of(ics.calendar(favoured(CATALOGUE, ENGLISH, visit)))
    assert list(events) == ["session-tools@small.exhibition-guide"]
    assert "bring questions" in str(events["session-tools@small.exhibition-guide"]["DESCRIPTION"])


def test_a_session_has_one_uid_whichever_way_it_comes():
    of_fair = events_of(ics.calendar(whole_fair(CATALOGUE, ENGLISH)))
    of_visit = events_of(ics.calendar(visited(CATALOGUE, ENGLISH, FULL)))
    of_ids = events_of(ics.calendar(things(CATALOGUE, ENGLISH, [Ref("session", "opening")])))
    assert "session-opening@small.exhibition-guide" in of_fair.keys() & of_visit.keys() & of_ids.keys()
    twice = replace(FULL, plan=(*FULL.plan, Stop("x", Ref("session", "opening"), date(2025, 9, 30), time(9))))
    assert len(events_of(ics.calendar(visited(CATALOGUE, ENGLISH, twice)))) == len(of_visit) + 1


@given(visit=visits())
@PATIENT
def test_any_visit_is_read_back(visit):
    selection = visited(CATALOGUE, ENGLISH, visit)
    events = events_of(ics.calendar(selection))
    planned = {event.uid: event for event in ics.events(selection)}
    assert events.keys() == {clean(uid) for uid in planned}
    for uid, event in planned.items():
        read = events[uid]
        if event.starts is None:
            assert read["DTSTART"].dt == event.day
        else:
            assert read["DTSTART"].dt == event.starts.replace(tzinfo=MINSK)
            if event.ends is not None:
                assert read["DTEND"].dt == event.ends.replace(tzinfo=MINSK)
        for key, text in (("SUMMARY", event.name), ("LOCATION", event.where), ("DESCRIPTION", event.about)):
            assert str(read.get(key, "")) == text


@HOSTILE
def test_no_text_of_a_catalogue_breaks_it(kind):
    catalogue = hostile(kind)
    selection = whole_fair(catalogue, tongue_of(catalogue))
    events = events_of(ics.calendar(selection))
    assert [str(event["SUMMARY"]) for event in events.values()] == [event.name for event in ics.events(selection)]
    assert len(events) == 2


ZONES = ("Europe/Minsk", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Almaty", "Africa/Casablanca",
         "Europe/Dublin", "Asia/Kolkata", "Pacific/Apia", "America/Santiago", "UTC")  # fmt: skip


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("year", [2011, 2024, 2025])
def test_the_time_zone_is_right_all_year(zone, year):
    catalogue = replace(CATALOGUE, fair=replace(CATALOGUE.fair, timezone=zone))
    plan = (Stop("a", None, date(year, 6, 1), time(9), title="A"), Stop("b", None, date(year + 1, 2, 1), time(9)))
    calendar = parsed(ics.calendar(visited(catalogue, ENGLISH, Visit(plan=plan))))
    told = calendar.walk("VTIMEZONE")[0]
    assert str(told["TZID"]) == zone
    # What it says of each moment, worked out from its own lines alone: the last change before it counts.
    changes = sorted(
        (each["DTSTART"].dt - each["TZOFFSETFROM"].td, each["TZOFFSETTO"].td) for each in told.subcomponents
    )
    moments = [datetime(year, 1, 1, tzinfo=UTC) + timedelta(hours=day * 7) for day in range(2500)]
    around = (timedelta(seconds=-1), timedelta(), timedelta(hours=1))
    moments += [
        since.replace(tzinfo=UTC) + near for since, _ in changes for near in around if since.year in (year, year + 1)
    ]
    for moment in moments:
        ahead = [after for since, after in changes if since <= moment.replace(tzinfo=None)][-1]
        assert ahead == moment.astimezone(ZoneInfo(zone)).utcoffset(), moment


def test_a_zone_that_nobody_knows_leaves_the_times_as_they_are_written():
    catalogue = replace(CATALOGUE, fair=replace(CATALOGUE.fair, timezone="Mars/Olympus"))
    text = ics.calendar(visited(catalogue, ENGLISH, FULL))
    assert "VTIMEZONE" not in text
    assert "DTSTART:20250929T123000\r\n" in text
    events_of(text)


def test_the_ends_of_the_calendar():
    plan = tuple(
        Stop(str(at), None, on, starts, 300, "late")
        for at, (on, starts) in enumerate(
            [(date.max, time(23)), (date.max, None), (date.min, time(0)), (date.min, None)]
        )
    )
    text = ics.calendar(visited(CATALOGUE, ENGLISH, Visit(plan=plan)))
    assert len(events_of(text)) == 4


def test_nothing_planned_is_a_calendar_without_events():
    assert events_of(ics.calendar(visited(CATALOGUE, ENGLISH, EMPTY))) == {}


def test_folding_breaks_no_character():
    line = "SUMMARY:" + "ж" * 100 + "👨‍👩‍👧" * 20
    pieces = folded(line).split("\r\n ")
    assert "".join(pieces) == line
    assert all(len(piece.encode()) <= 74 for piece in pieces[1:])
