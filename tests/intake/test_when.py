"""Days and times of cells: figures and words of four languages, spans, what may be read in two ways, what is none."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.intake.when import clock, day, span

DAYS: tuple[tuple[str, str], ...] = (
    ("29.09.2025", "2025-09-29"),
    ("29/9/25", "2025-09-29"),
    ("29. 9. 2025", "2025-09-29"),
    ("2025-09-29", "2025-09-29"),
    ("2025/09/29", "2025-09-29"),
    ("20250929", "2025-09-29"),
    ("2025-09-29T00:00:00", "2025-09-29"),
    ("2025-09-29 10:30:00", "2025-09-29"),
    ("09/29/2025", "2025-09-29"),
    ("29 сентября 2025 г.", "2025-09-29"),
    ("29 СЕНТЯБРЯ 2025 года", "2025-09-29"),
    ("29 верасня 2025", "2025-09-29"),
    ("29 сен 2025", "2025-09-29"),
    ("1 мая 2025", "2025-05-01"),
    ("пн, 29.09.2025", "2025-09-29"),
    ("Montag, 29. September 2025", "2025-09-29"),
    ("3. März 2025", "2025-03-03"),
    ("12.Jänner 2024", "2024-01-12"),
    ("29. Okt. 2025", "2025-10-29"),
    ("Sept 29, 2025", "2025-09-29"),
    ("September 29th, 2025", "2025-09-29"),
    ("29th of September 2025", "2025-09-29"),
    ("29-Sep-2025", "2025-09-29"),
)
OF_THE_FAIR: tuple[tuple[str, str], ...] = (
    ("29.09", "2025-09-29"),
    ("29.09.", "2025-09-29"),
    ("29 верасня", "2025-09-29"),
    ("Sept 29", "2025-09-29"),
    ("29. Mai", "2025-05-29"),
)
NO_DAYS = (
    "31.02.2025",
    "29–30 сентября 2025",
    "понедельник",
    "скоро",
    "-",
    "10:30",
    "1.2.3.4",
    "99.99.9999",
    "+375 29 1234567",
)
CLOCKS: tuple[tuple[str, str], ...] = (
    ("10:00", "10:00"),
    ("10.30", "10:30"),
    ("9:05", "09:05"),
    ("10:00:00", "10:00"),
    ("10-30", "10:30"),
    ("9-00", "09:00"),
    ("10", "10:00"),
    ("10 Uhr", "10:00"),
    ("10 Uhr 30", "10:30"),
    ("10.30 Uhr", "10:30"),
    ("10 ч 30 мин", "10:30"),
    ("10ч.", "10:00"),
    ("10 гадзін", "10:00"),
    ("14h30", "14:30"),
    ("2:30 PM", "14:30"),
    ("10 a.m.", "10:00"),
    ("12 am", "00:00"),
    ("12 PM", "12:00"),
    ("24:00", "00:00"),
    ("0.4375", "10:30"),
    ("2025-09-29T10:15:00", "10:15"),
)
SPANS: tuple[tuple[str, str], ...] = (
    ("10:00–11:30", "|10:00|11:30"),
    ("10.00-11.30", "|10:00|11:30"),
    ("с 10:00 до 11:30", "|10:00|11:30"),
    ("от 10 до 11", "|10:00|11:00"),
    ("з 10.00 да 12.00", "|10:00|12:00"),
    ("von 10 bis 11.30 Uhr", "|10:00|11:30"),
    ("10–11", "|10:00|11:00"),
    ("2:30–4 PM", "|14:30|16:00"),
    ("11–1 PM", "|11:00|13:00"),
    ("23:00–01:00", "|23:00|01:00"),
    ("10:00 12:00", "|10:00|12:00"),
    ("10:00", "|10:00"),
    ("начало в 10:00", "|10:00"),
    ("29.09.2025", "2025-09-29"),
    ("29.09.2025, 10:00–11:30", "2025-09-29|10:00|11:30"),
    ("29 сентября, 10:00", "2025-09-29|10:00"),
    ("29 сентября 10.00-11.00 зал 2", "2025-09-29|10:00|11:00|зал 2"),
    ("Mo, 29.09.2025 10 Uhr", "2025-09-29|10:00"),
    ("2025-09-29T10:00:00", "2025-09-29|10:00"),
    ("2025-09-29 10:00 - 2025-09-29 11:00", "2025-09-29|10:00|11:00"),
    ("29.09 10:30–11:15", "2025-09-29|10:30|11:15"),
    ("10.10-11.11", "|10:10|11:11"),
    ("понедельник", "|||понедельник"),
    ("", ""),
)


@pytest.mark.parametrize(("text", "on"), DAYS)
def test_a_cell_says_a_day(text: str, on: str) -> None:
    assert day(text) == (date.fromisoformat(on), ())


@pytest.mark.parametrize(("text", "on"), OF_THE_FAIR)
def test_a_day_without_a_year_is_one_where_the_year_is_known(text: str, on: str) -> None:
    assert day(text, 2025) == (date.fromisoformat(on), ())
    assert day(text).date is None


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_no_day_is_told(text: str) -> None:
    assert day(text).date is None
    assert [odd.code for odd in day(text).odd] == ["I036"]


def test_day_and_month_may_stand_the_other_way_round() -> None:
    assert day("09/10/2025").date == date(2025, 10, 9)
    assert [odd.code for odd in day("09/10/2025").odd] == ["I038"]
    assert day("09/10/2025", order="md") == (date(2025, 9, 10), ())
    assert day("09/10/2025", order="dm") == (date(2025, 10, 9), ())
    assert day("09.10.2025", order="md") == (date(2025, 10, 9), ())
    assert day("10/10/2025") == (date(2025, 10, 10), ())


@pytest.mark.parametrize(("text", "at"), CLOCKS)
def test_a_cell_says_a_time(text: str, at: str) -> None:
    assert clock(text) == (time.fromisoformat(at), ())


@pytest.mark.parametrize("text", ["25:00", "10:60", "скоро", "13 PM", "24:30", "-"])
def test_what_is_no_time_is_told(text: str) -> None:
    assert clock(text).time is None
    assert [odd.code for odd in clock(text).odd] == ["I037"]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_a_cell_says_from_when_to_when(text: str, expected: str) -> None:
    found = span(text, 2025)
    shown = "|".join((
        found.date.isoformat() if found.date else "",
        f"{found.starts:%H:%M}" if found.starts else "",
        f"{found.ends:%H:%M}" if found.ends else "",
        found.left,
    ))  # fmt: skip
    assert shown.rstrip("|") == expected


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.times())
def test_what_programs_write_is_read(on: date, at: time) -> None:
    minute = at.replace(second=0, microsecond=0)
    for text in (on.isoformat(), f"{on:%d.%m.%Y}", f"{on:%Y%m%d}", f"{on.day}.{on.month}.{on.year}"):
        assert day(text) == (on, ())
    assert day(f"{on:%d/%m/%Y}", order="dm") == day(f"{on:%m/%d/%Y}", order="md") == (on, ())
    for text in (f"{minute:%H:%M}", f"{at:%H:%M:%S}", f"{minute:%H.%M}"):
        assert clock(text).time == minute
    assert span(f"{on.isoformat()}T{minute:%H:%M:%S}")[:2] == (on, minute if minute != time(0) else None)[:2]
    assert span(f"{on:%d.%m.%Y} {minute:%H:%M}")[:2] == (on, minute)


@given(
    st.text(st.sampled_from("0123456789.:-/ TтчpmсентябряJan") | st.characters(exclude_categories=["Cs"]), max_size=40)
)
def test_any_text_is_a_time_or_is_told(text: str) -> None:
    for found in (day(text), clock(text), span(text, 2025)):
        assert any(each is not None for each in found[:3] if each != "") or found.odd or not text.strip()


@pytest.mark.parametrize("piece", [" ", "1", "1.", "1:", "10:00-", "с 10 ", "января ", "1 a", "-"])
def test_a_huge_cell_is_read_in_linear_time(piece: str) -> None:
    day(piece * 30_000, 2025)
    clock(piece * 30_000)
    span(piece * 30_000, 2025)
