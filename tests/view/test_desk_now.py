"""The desk while nobody asks, and what is said of hours: by the fair's clock, and only what is published."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from guide.catalogue.model import Ref
from guide.i18n import LANGUAGES, Tongue
from guide.view.desk_now import NEXT, desk_now
from guide.view.desk_times import Phase, fair_state, phase, service_state, session_state, span_today
from tests.catalogue.catalogues import catalogue
from tests.view.desk import example, small

EN = Tongue("en")


def at(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("now", "is_open", "said"),
    [
        ("2025-09-28T12:00", False, "The fair is closed today: starts tomorrow"),
        ("2025-09-29T09:59", False, "The fair opens today at 10:00 (trade visitors only)"),
        ("2025-09-29T10:00", True, "The fair is open until 18:00 (trade visitors only)"),
        ("2025-09-29T18:00", False, "The fair is closed now and opens tomorrow at 10:00"),
        ("2025-09-30T17:59", True, "The fair is open until 18:00"),
        ("2025-09-30T18:00", False, "The fair has closed for today"),
        ("2025-10-01T12:00", None, "Today’s opening hours are not published"),
        ("2025-10-02T12:00", False, "The fair is closed today: ended yesterday"),
    ],
)
def test_whether_the_fair_is_open_until_when_and_for_whom(now, is_open, said):
    assert fair_state(small().fair, EN, at(now)) == (is_open, said)


def test_the_clock_may_carry_its_zone():
    assert fair_state(small().fair, EN, at("2025-09-30T11:00").replace(tzinfo=UTC)).is_open


def service(hours):
    made = catalogue(f'[[service]]\nid = "s"\nname = "S"\nhours = [{hours}]')
    return made.services["s"]


DAY = "date = 2025-09-30"


@pytest.mark.parametrize(
    ("hours", "hour", "is_open", "said", "span"),
    [
        ("", "12:00", None, "hours not published", ""),
        (f"{{ {DAY}, opens = 10:00:00, closes = 18:00:00 }}", "09:00", False, "opens at 10:00", "10:00–18:00"),
        (f"{{ {DAY}, opens = 10:00:00, closes = 18:00:00 }}", "10:00", True, "open until 18:00", "10:00–18:00"),
        (f"{{ {DAY}, opens = 10:00:00, closes = 18:00:00 }}", "18:00", False, "closed for today", "10:00–18:00"),
        (f"{{ {DAY}, opens = 22:00:00, closes = 02:00:00 }}", "23:00", True, "open until 02:00", "22:00–02:00"),
        ("{ date = 2025-09-29, opens = 22:00:00, closes = 02:00:00 }", "01:00", True, "open until 02:00", ""),
        ("{ date = 2025-09-29, opens = 22:00:00, closes = 02:00:00 }", "02:00", False, "closed today", ""),
        (f"{{ {DAY}, opens = 10:00:00 }}", "12:00", True, "open now", "10:00–"),
        (f"{{ {DAY} }}", "12:00", None, "open today, hours not published", ""),
        ("{ date = 2025-09-29, opens = 10:00:00, closes = 18:00:00 }", "12:00", False, "closed today", ""),
        (
            f"{{ {DAY}, opens = 10:00:00, closes = 13:00:00 }}, {{ {DAY}, opens = 14:00:00, closes = 18:00:00 }}",
            *("13:30", False, "opens at 14:00", "10:00–13:00, 14:00–18:00"),
        ),
    ],
)
def test_whether_a_service_is_open(hours, hour, is_open, said, span):
    now = at(f"2025-09-30T{hour}")
    made = service(hours)
    assert service_state(made, EN, now) == (is_open, said)
    assert span_today(made.hours, now) == span


def session(fields):
    return catalogue(f'[[session]]\nid = "s"\ntitle = "S"\n{fields}').sessions["s"]


WHOLE = "date = 2025-09-30\nstarts = 14:00:00\nends = 15:00:00"
OPEN_ENDED = "date = 2025-09-30\nstarts = 14:00:00"


@pytest.mark.parametrize(
    ("fields", "now", "where", "said"),
    [
        (WHOLE, "2025-09-29T14:00", Phase.LATER, "tomorrow at 14:00"),
        (WHOLE, "2025-09-28T14:00", Phase.LATER, "30 September at 14:00"),
        (WHOLE, "2025-09-30T09:00", Phase.LATER, "today at 14:00"),
        (WHOLE, "2025-09-30T12:30", Phase.LATER, "in 90 minutes"),
        (WHOLE, "2025-09-30T13:59:30", Phase.LATER, "in 1 minute"),
        (WHOLE, "2025-09-30T14:00", Phase.NOW, "now, until 15:00"),
        (WHOLE, "2025-09-30T15:00", Phase.OVER, "over"),
        (WHOLE, "2025-10-01T09:00", Phase.OVER, "over"),
        (OPEN_ENDED, "2025-09-30T14:30", Phase.NOW, "began at 14:00"),
        (OPEN_ENDED, "2025-09-30T15:00", Phase.OVER, "over"),
        ("date = 2025-09-30\nstarts = 23:30:00", "2025-09-30T23:59", Phase.NOW, "began at 23:30"),
        ("date = 2025-09-30\nstarts = 23:00:00\nends = 01:00:00", "2025-09-30T23:30", Phase.NOW, "now, until 01:00"),
        ("date = 2025-09-30", "2025-09-30T12:00", Phase.UNKNOWN, "today"),
        ("", "2025-09-30T12:00", Phase.UNKNOWN, ""),
    ],
)
def test_how_a_session_stands_to_now(fields, now, where, said):
    made = session(fields)
    assert phase(made, at(now)) is where
    assert session_state(made, EN, at(now)) == said


def test_what_is_on_and_what_is_next():
    now = desk_now(small(), EN, at("2025-09-29T11:20"))
    assert [(row.label, row.ref.id) for row in now.sessions] == [("Now", "opening"), ("Next", "tools")]
    lines = [line.plain for line in now.lines(80, 20)]
    assert lines == [
        "The fair is open until 18:00 (trade visitors only)",
        "",
        "Now   11:00–12:00  Opening · the stage, Hall 1",
        "Next  14:30        Machine tools today · tomorrow",
        "",
        "Cloakroom  Hall 1",
    ]


def test_what_is_next_is_of_one_day_and_says_how_soon():
    lines = [line.plain for line in desk_now(small(), EN, at("2025-09-30T14:10")).lines(80, 20)]
    assert "Next  14:30  Machine tools today · in 20 minutes" in lines
    over = desk_now(small(), EN, at("2025-10-01T14:10"))
    assert over.sessions == ()


def test_services_that_are_open_come_first_and_the_others_claim_nothing():
    now = desk_now(example(), EN, at("2026-09-30T11:10"))
    words = [row.more.plain for row in now.services]
    known = [word for word in words if word]
    assert known
    assert all(word.startswith("open until ") for word in known)
    assert words == [*known, *[""] * (len(words) - len(known))]


def test_the_fairs_state_and_what_is_on_stay_when_the_room_is_small():
    now = desk_now(example(), EN, at("2026-09-29T11:40"))
    lines = [line.plain for line in now.lines(60, 3)]
    assert lines[0] == "The fair is open until 18:00 (trade visitors only)"
    assert lines[1].startswith("Now   11:00–12:00")
    assert lines[2].startswith("      11:15–12:45")


def test_a_line_that_is_too_long_keeps_some_of_the_place():
    lines = [line.plain for line in desk_now(example(), EN, at("2026-09-29T11:40")).lines(70, 12)]
    (line,) = [line for line in lines if "crossroads" in line]
    assert cell_len(line) <= 70
    assert "… · Birch Room" in line


@settings(deadline=None)
@given(
    st.sampled_from([small, example]),
    st.sampled_from(LANGUAGES),
    st.datetimes(datetime(2025, 9, 25), datetime(2026, 10, 5)),
    st.integers(-1, 130),
    st.integers(-1, 40),
)
def test_it_fits_any_room_at_any_time(made, language, now, cells, rows):
    shown = desk_now(made(), Tongue(language, made().fair.languages), now)
    lines = shown.lines(cells, rows)
    assert len(lines) <= max(rows, 0)
    assert all(cell_len(line.plain) <= cells for line in lines)
    assert len([row for row in shown.sessions if phase(made().sessions[row.ref.id], now) is Phase.LATER]) <= NEXT
    assert all(
        isinstance(row.ref, Ref) and made().get(row.ref) is not None for row in (*shown.sessions, *shown.services)
    )
