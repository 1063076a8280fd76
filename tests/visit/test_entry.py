"""Days, times and lengths as people type them in three languages, and written back."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from guide.errors import GuideError
from guide.i18n import LANGUAGES, Tongue
from guide.visit.entry import (
    When,
    day_said,
    length_said,
    parse_day,
    parse_length,
    parse_time,
    parse_when,
    when_said,
)
from guide.visit.when_read import EntryError
from tests import hostile

MON, TUE, WED = date(2025, 9, 29), date(2025, 9, 30), date(2025, 10, 1)
DAYS = (MON, TUE, WED)
TODAY = TUE
RUSSIAN, BELARUSIAN, ENGLISH = (Tongue(code) for code in LANGUAGES)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # Dates.
        ("30.09", TUE),
        ("30.9", TUE),
        ("30/09", TUE),
        ("01.10", WED),
        ("30.09.2025", TUE),
        ("30.09.25", TUE),
        ("2025-09-30", TUE),
        ("30 сент", TUE),
        ("30 сент.", TUE),
        ("30сентября", TUE),
        ("30 сентября 2025 г.", TUE),
        ("30-го сентября", TUE),
        ("30 верасня", TUE),
        ("1 кастрычніка", WED),
        ("30 September", TUE),
        ("September 30th, 2025", TUE),
        ("Sept 30", TUE),
        ("30 сентя", TUE),
        ("12.10", date(2025, 10, 12)),
        ("3 января", date(2026, 1, 3)),
        # Days of the week, with or without a date.
        ("вт", TUE),
        ("ВТ", TUE),
        ("во вторник", TUE),
        ("в среду", WED),
        ("понед", MON),
        ("аўторак", TUE),
        ("у сераду", WED),
        ("пн", MON),
        ("Tuesday", TUE),
        ("on Wed", WED),
        ("вт, 30 сентября", TUE),
        ("Tue, 30 September", TUE),
        # From today.
        ("сегодня", TUE),
        ("завтра", WED),
        ("на завтра", WED),
        ("вчера", MON),
        ("послезавтра", date(2025, 10, 2)),
        ("сёння", TUE),
        ("сення", TUE),
        ("заўтра", WED),
        ("tomorrow", WED),
        ("the day after tomorrow", date(2025, 10, 2)),
        # Of the fair.
        ("1", MON),
        ("2", TUE),
        ("30", TUE),
        ("29", MON),
        ("день 2", TUE),
        ("2-й день", TUE),
        ("2 день выставки", TUE),
        ("второй день", TUE),
        ("другі дзень", TUE),
        ("2nd day of the fair", TUE),
        ("day 3", WED),
        ("последний день", WED),
        ("last day", WED),
        # None.
        ("", None),
        ("  ", None),
        ("—", None),
        ("нет", None),
        ("без дня", None),
        ("no day", None),
    ],
)
def test_days(typed, meant):
    assert parse_day(typed, DAYS, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:30", time(10, 30)),
        ("10.30", time(10, 30)),
        ("10-30", time(10, 30)),
        ("1030", time(10, 30)),
        ("930", time(9, 30)),
        ("9:05", time(9, 5)),
        ("10", time(10)),
        ("09", time(9)),
        ("0:00", time(0)),
        ("в 10:30", time(10, 30)),
        ("у 10:30", time(10, 30)),
        ("at 10:30", time(10, 30)),
        ("10ч30", time(10, 30)),
        ("10 ч 30 мин", time(10, 30)),
        ("10h30", time(10, 30)),
        ("10 часов", time(10)),
        ("10 гадзін", time(10)),
        ("10 o'clock", time(10)),
        # After noon, since nobody is at a fair at night.
        ("2", time(14)),
        ("в 2", time(14)),
        ("в 6 часов", time(18)),
        ("7", time(7)),
        ("02", time(2)),
        ("2:00", time(2)),
        ("2 pm", time(14)),
        ("2:30 pm", time(14, 30)),
        ("8 am", time(8)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        ("3 дня", time(15)),
        ("7 вечера", time(19)),
        ("7 вечара", time(19)),
        ("8 утра", time(8)),
        ("полдень", time(12)),
        ("поўдзень", time(12)),
        ("noon", time(12)),
        ("", None),
        ("нет", None),
        ("без времени", None),
    ],
)
def test_times(typed, meant):
    assert parse_time(typed) == meant


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("45", 45),
        ("45 мин", 45),
        ("45мин.", 45),
        ("45 минут", 45),
        ("45 м", 45),
        ("45m", 45),
        ("45 min", 45),
        ("45 хв", 45),
        ("45 хвілін", 45),
        ("45'", 45),
        ("1 ч", 60),
        ("1 час", 60),
        ("1 гадз", 60),
        ("1 hour", 60),
        ("2 часа", 120),
        ("1 ч 15", 75),
        ("1 ч 15 мин", 75),
        ("1ч15м", 75),
        ("1h15", 75),
        ("1 h 15 min", 75),
        ("1 hour and 15 minutes", 75),
        ("1 гадз 15 хв", 75),
        ("1 гадзіна і 15 хвілін", 75),
        ("1:15", 75),
        ("0:45", 45),
        ("1,5 часа", 90),
        ("1.5 h", 90),
        ("90", 90),
        ("1", 60),
        ("2", 120),
        ("4", 240),
        ("5", 5),
        ("полчаса", 30),
        ("на полчаса", 30),
        ("паўгадзіны", 30),
        ("half an hour", 30),
        ("четверть часа", 15),
        ("час", 60),
        ("гадзіну", 60),
        ("an hour", 60),
        ("полтора часа", 90),
        ("паўтары гадзіны", 90),
        ("1440", 1440),
        ("", None),
        ("-", None),
    ],
)
def test_lengths(typed, minutes):
    assert parse_length(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "day", "starts", "minutes"),
    [
        ("30.09 10:30 45 мин", TUE, time(10, 30), 45),
        ("30.09 10.30 45", TUE, time(10, 30), 45),
        ("вт 10:30", TUE, time(10, 30), None),
        ("завтра в 10 на 1 ч", WED, time(10), 60),
        ("заўтра у 10 на гадзіну", WED, time(10), 60),
        ("tomorrow at 10 for half an hour", WED, time(10), 30),
        ("30 сент 1030 45", TUE, time(10, 30), 45),
        ("день 2, 10:30, 45 мин", TUE, time(10, 30), 45),
        ("29.09 - 10:30", MON, time(10, 30), None),
        ("45 мин 10:30 вт", TUE, time(10, 30), 45),
        # Till when.
        ("10:30–11:15", None, time(10, 30), 45),
        ("10:30 - 11:15", None, time(10, 30), 45),
        ("с 10 до 11", None, time(10), 60),
        ("з 10 да 11:30", None, time(10), 90),
        ("from 10:30 to 11", None, time(10, 30), 30),
        ("10-11", None, time(10), 60),
        ("30.09.2025 с 10:30 до 11:15", TUE, time(10, 30), 45),
        ("10:30 11:15", None, time(10, 30), 45),
        ("10:30 1:15", None, time(10, 30), 75),
        ("10ч30 1ч15", None, time(10, 30), 75),
        ("23:30–00:30", None, time(23, 30), 60),
        # Bare numbers.
        ("10", None, time(10), None),
        ("10 45", None, time(10), 45),
        ("2", None, time(14), None),
        ("45", None, None, 45),
        ("1030", None, time(10, 30), None),
        ("2 10:30", TUE, time(10, 30), None),
        ("30 10:30 45", TUE, time(10, 30), 45),
        ("30 10", TUE, time(10), None),
        ("2 10 45", TUE, time(10), 45),
        ("8 ч", None, time(8), None),
        ("2 часа", None, None, 120),
        ("в 2 часа", None, time(14), None),
        # A date where the fair has such a day, else a time.
        ("30.09", TUE, None, None),
        ("10.30", None, time(10, 30), None),
        ("10.09", None, time(10, 9), None),
        ("1.10 9.30", WED, time(9, 30), None),
        ("1.5 h", None, None, 90),
        ("завтра", WED, None, None),
        ("", None, None, None),
        (", ;", None, None, None),
    ],
)
def test_a_line(typed, day, starts, minutes):
    assert parse_when(typed, DAYS, TODAY) == When(day, starts, minutes)


@pytest.mark.parametrize(
    ("typed", "said", "near"),
    [
        ("завтро", "“завтро” is no day.", "завтра"),
        ("втрник", "“втрник” is no day.", "вторник"),
        ("ceгoдня", "“ceгoдня” is no day.", "сегодня"),
        ("Wendesday", "“Wendesday” is no day.", "wednesday"),
        ("пт", "“пт” is none of the fair’s days: 29.09, 30.09, 01.10.", ""),
        ("4", "“4” is none of the fair’s days: 29.09, 30.09, 01.10.", ""),
        ("0", "“0” is none of the fair’s days: 29.09, 30.09, 01.10.", ""),
        ("31", "“31” is none of the fair’s days: 29.09, 30.09, 01.10.", ""),
        ("31.09", "This day is not in the calendar.", ""),
        ("30.13", "This day is not in the calendar.", ""),
        ("ср, 30 сентября", "In “ср, 30 сентября” the date is another day of the week.", ""),
        ("10:30", "“10:30” is no day.", ""),
        ("завтра завтра", "“завтра завтра” is no day.", ""),
    ],
)
def test_what_is_no_day_is_told_with_what_may_have_been_meant(typed, said, near):
    with pytest.raises(EntryError) as caught:
        parse_day(typed, DAYS, TODAY)
    assert (str(caught.value), caught.value.near) == (said, near)
    assert caught.value.hint == ("Did you mean {near}?" if near else caught.value.hint)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("typed", ["25:00", "10:60", "1060", "24", "abc", "10:30 10:30", "13 pm pm"])
def test_what_is_no_time(typed):
    with pytest.raises(EntryError):
        parse_time(typed)


@pytest.mark.parametrize("typed", ["0", "1441", "25 ч", "5 лет", "abc", "45 45", "99999"])
def test_what_is_no_length(typed):
    with pytest.raises(EntryError):
        parse_length(typed)


def test_a_misspelt_length_is_guessed():
    with pytest.raises(EntryError) as caught:
        parse_length("полчса")
    assert caught.value.near == "полчаса"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("10:30 xyz", "“xyz” is not understood."),
        ("завтра вчера", "“завтра вчера” says a day, a time or a length twice."),
        ("10:30 45 50", "“10:30 45 50” says a day, a time or a length twice."),
        ("10:30 0", "A length is from one minute to 24 hours."),
        ("25:00", "There is no such time of day."),
    ],
)
def test_what_no_line_says(typed, said):
    with pytest.raises(EntryError) as caught:
        parse_when(typed, DAYS, TODAY)
    assert str(caught.value) == said


def test_a_weekday_of_a_long_fair_is_the_next_one():
    long = tuple(MON + timedelta(at) for at in range(14))
    assert parse_day("вт", long, MON) == TUE
    assert parse_day("вт", long, WED) == TUE + timedelta(7)
    assert parse_day("пн", long, MON + timedelta(13)) == MON


def test_without_days_of_a_fair_a_weekday_is_the_next_one():
    assert parse_day("пт", (), TUE) == date(2025, 10, 3)


# Written back.


@pytest.mark.parametrize(("minutes", "said"), [(5, "5 min"), (45, "45 min"), (60, "1 h"), (75, "1 h 15 min")])
def test_a_length_in_words(minutes, said):
    assert length_said(minutes, ENGLISH) == said


def test_a_day_in_words():
    assert day_said(TUE, ENGLISH, DAYS) == "Tue, 30 September"
    assert day_said(date(2026, 1, 2), ENGLISH, DAYS) == "Fri, 2 January 2026"


@pytest.mark.parametrize("code", LANGUAGES)
@given(
    when=st.builds(
        When,
        st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2026, 12, 31))),
        st.one_of(st.none(), st.times().map(lambda at: at.replace(second=0, microsecond=0))),
        st.one_of(st.none(), st.integers(1, 1440)),
    )
)
@settings(deadline=None)
def test_what_is_written_back_is_read_as_the_same(code, when):
    assume(when.starts or not when.minutes or when.minutes < 420)  # «8 ч» by itself is a time
    tongue = Tongue(code)
    line = when_said(when, tongue, DAYS)
    assert parse_when(line, DAYS, TODAY) == when
    if when.day:
        assert parse_day(day_said(when.day, tongue, DAYS), DAYS, TODAY) == when.day
    if when.minutes:
        assert parse_length(length_said(when.minutes, tongue)) == when.minutes


PIECES = ("30.09", "10:30", "45", "1", "2", "31", "0", "99", "2025", "мин", "ч", "h", "завтра", "вт", "день")
PIECES += ("в", "на", "с", "до", "-", "–", "·", ".", ":")


def told(parse: Callable[..., object], *arguments: object) -> EntryError | None:
    """The error that parsing ends in, if it does; any other is a failure."""
    try:
        parse(*arguments)
    except EntryError as error:
        return error
    return None


@given(st.one_of(st.text(max_size=30), st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)))
@settings(deadline=None, max_examples=400)
def test_anything_is_read_or_told(typed):
    errors = [told(parse, typed) for parse in (parse_time, parse_length)]
    errors += [told(parse, typed, days, TODAY) for parse in (parse_day, parse_when) for days in (DAYS, ())]
    for error in filter(None, errors):
        assert RUSSIAN.t(error.message, **error.values)
        assert BELARUSIAN.t(error.hint, **error.values)


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_hostile_text_is_told_in_clean_words(text):
    for typed in (text, text * 1000):
        with pytest.raises(GuideError) as caught:
            parse_when(typed, DAYS, TODAY)
        assert not set(str(caught.value)) & {"\x1b", "\x00", "\x07", "\u202e", "\n", "\r"}
        assert len(str(caught.value)) < 400
