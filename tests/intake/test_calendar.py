"""Calendars: every time of an entry at its hour by the fair's clock, what is broken told with its line."""

import contextlib
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.load import load
from guide.intake.calendar import read as read_files
from guide.intake.calendar_lines import components
from guide.intake.files import Asked, ForeignError
from guide.intake.recurring import MOST, Rule, rule_of, times
from tests.cli.run import run
from tests.intake.foreign import codes, drafted, file, sessions, whole

FAIR = Path(__file__).parents[2] / "data" / "example-fair"


def calendar(*entries: str, head: str = "X-WR-TIMEZONE:Europe/Minsk") -> str:
    made = [f"BEGIN:VEVENT\n{entry}\nEND:VEVENT" for entry in entries]
    return "\r\n".join("\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", head, *made, "END:VCALENDAR", ""]).split("\n"))


def read(*entries: str, **more):
    return drafted("p.ics", calendar(*entries, **more))


def when(draft):
    return [(session["date"].day, session.get("starts"), session.get("ends")) for session in sessions(draft)]


@pytest.mark.parametrize(
    ("lines", "starts", "ends"),
    [
        ("DTSTART;TZID=Europe/Minsk:20260929T100000\nDTEND;TZID=Europe/Minsk:20260929T113000", time(10), time(11, 30)),
        ("DTSTART:20260929T070000Z\nDTEND:20260929T083000Z", time(10), time(11, 30)),
        ("DTSTART:20260929T070000Z\nDURATION:PT1H30M", time(10), time(11, 30)),
        ("DTSTART:20260929T100000\nDURATION:+PT45M", time(10), time(10, 45)),
        ("DTSTART;TZID=Europe/Berlin:20260929T090000\nDURATION:PT2H", time(10), time(12)),
        ("DTSTART;TZID=Belarus Standard Time:20260929T100000", time(10), None),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Minsk:20260929T100000", time(10), None),
        ('DTSTART;TZID="(UTC+03:00) Minsk":20260929T100000', time(10), None),
        ("DTSTART;TZID=Europe/Minsk:20260929T230000\nDTEND;TZID=Europe/Minsk:20260930T010000", time(23), time(1)),
        ("DTSTART;TZID=Europe/Minsk:20260929T230000\nDTEND:20260930T070000Z", time(23), time(10)),
        ("DTSTART;VALUE=DATE:20260929", None, None),
        ("DTSTART;VALUE=DATE:20260929\nDTEND;VALUE=DATE:20260930", None, None),
    ],
)
def test_a_time_is_told_by_the_clock_of_the_fair(lines, starts, ends):
    assert when(read(f"UID:a\nSUMMARY:A\n{lines}")) == [(29, starts, ends)]


def test_a_zone_that_only_the_calendar_knows_is_read_of_its_definition():
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Наш город\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
        "TZOFFSETFROM:+0300\nTZOFFSETTO:+0300\nEND:STANDARD\nEND:VTIMEZONE"
    )
    draft = read("UID:a\nSUMMARY:A\nDTSTART;TZID=Наш город:20260929T100000", head=zone)
    assert when(draft) == [(29, time(10), None)]
    assert (draft.fair["timezone"], codes(draft)) == ("Etc/GMT-3", ["I050"])


def test_a_calendar_of_universal_time_alone_says_so():
    draft = read("UID:a\nSUMMARY:A\nDTSTART:20260929T070000Z", head="METHOD:PUBLISH")
    assert (draft.fair["timezone"], when(draft), codes(draft)) == ("UTC", [(29, time(7), None)], ["I050"])
    asked = drafted("p.ics", calendar("UID:a\nSUMMARY:A\nDTSTART:20260929T070000Z", head=""), timezone="Europe/Minsk")
    assert when(asked) == [(29, time(10), None)]


def test_who_what_and_where_come_along():
    draft = read(
        "UID:a@x\nDTSTART:20260929T100000\nSUMMARY;LANGUAGE=ru:Круглый\\, как стол\nLOCATION:Зал 2\\, сцена\n"
        "CATEGORIES:Форум,Станки\nORGANIZER;CN=\"Министерство, общее\":mailto:m@example.org\n"
        "ATTENDEE;CN=Анна Ковш;ROLE=CHAIR:mailto:a@example.org\nATTENDEE;CN=Пётр Резец:mailto:p@example.org\n"
        "ATTENDEE:mailto:secret@example.org\nATTENDEE;CUTYPE=ROOM;CN=Дуб:mailto:d@example.org\n"
        "DESCRIPTION:<p>О <b>станках</b></p>\nURL:https://example.org/a\nCOMMENT:взять воду\n"
        "BEGIN:VALARM\nTRIGGER:-PT5M\nDESCRIPTION:пора\nEND:VALARM"
    )  # fmt: skip
    (session,) = sessions(draft)
    assert session["title"] == "Круглый, как стол"
    assert (session["room"], session["hall"].key, session["track"], session["language"]) == (
        "Зал 2, сцена", "2", "Форум, Станки", "ru",
    )  # fmt: skip
    assert session["organisations"] == [{"ru": "Министерство, общее"}]
    assert session["about"] == "О станках\n\n• https://example.org/a"
    people = {record.values["name"]: record.values["role"]["en"] for record in draft.of("person").values()}
    assert people == {"Анна Ковш": "chair", "Пётр Резец": "speaker"}
    assert draft.unplaced[0].cells == {"COMMENT": "взять воду"}
    assert "example.org" not in str(draft.of("person")) + str(session["organisations"])


def test_what_comes_back_comes_at_each_time_but_those_left_out():
    draft = read(
        "UID:a\nSUMMARY:Обход\nDTSTART;TZID=Europe/Minsk:20260928T090000\nDURATION:PT1H\n"
        "RRULE:FREQ=DAILY;COUNT=5\nEXDATE;TZID=Europe/Minsk:20260930T090000\nRDATE:20260928T150000Z",
        "UID:a\nSUMMARY:Обход позже\nRECURRENCE-ID:20260929T060000Z\nDTSTART:20260929T100000Z\nDURATION:PT1H",
        "UID:a\nSUMMARY:Обход\nSTATUS:CANCELLED\nRECURRENCE-ID:20261001T060000Z\nDTSTART:20261001T060000Z",
    )
    assert when(draft) == [(28, time(9), time(10)), (28, time(18), time(19)), (29, time(13), time(14)),
                           (2, time(9), time(10))]  # fmt: skip
    assert [session["title"] for session in sessions(draft)] == ["Обход", "Обход", "Обход позже", "Обход"]
    assert codes(draft) == ["I053"]


def test_the_last_version_of_an_entry_counts_and_what_is_called_off_is_left_out():
    draft = read(
        "UID:a\nSEQUENCE:2\nSUMMARY:Новое\nDTSTART:20260929T100000",
        "UID:a\nSEQUENCE:1\nSUMMARY:Старое\nDTSTART:20260929T090000",
        "UID:b\nSTATUS:CANCELLED\nSUMMARY:Нет\nDTSTART:20260929T090000",
    )
    assert [session["title"] for session in sessions(draft)] == ["Новое"]
    assert codes(draft) == ["I053"]


def test_a_rule_without_an_end_ends_with_the_fair_or_after_some_hundred_times():
    endless = "UID:a\nSUMMARY:Всегда\nDTSTART:20260928T090000\nRRULE:FREQ=DAILY"
    assert len(sessions(read(endless))) == MOST
    draft = read(endless, "UID:b\nSUMMARY:Конец\nDTSTART:20261001T170000")
    assert [day for day, *_ in when(draft)] == [28, 29, 30, 1, 1]
    assert codes(draft) == ["I055"]


@pytest.mark.parametrize("end", ["99991231T235959Z", "22000101"])
def test_an_end_that_nobody_lives_to_see_is_none(end):
    lines = f"DTSTART;TZID=Europe/Minsk:20260928T090000\nRRULE:FREQ=DAILY;UNTIL={end}"
    draft = read(f"UID:a\nSUMMARY:Всегда\n{lines}", "UID:b\nSUMMARY:Конец\nDTSTART:20261001T170000")
    assert codes(draft) == ["I055"]
    assert len(sessions(draft)) == 5
    assert len(sessions(read(f"UID:a\nSUMMARY:A\n{lines.replace(end, '00010101T000000Z')}"))) == 1


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYWEEKNO=3",
        "FREQ=ODD",
        "nonsense",
        "FREQ=DAILY;COUNT=x",
        "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYDAY=XX",
    ],
)
def test_a_rule_that_is_not_understood_gives_its_first_time(rule):
    draft = read(f"UID:a\nSUMMARY:A\nDTSTART:20260928T090000\nRRULE:{rule}")
    assert (len(sessions(draft)), codes(draft)) == (1, ["I056"])


def test_whole_days_are_the_fair_where_all_lies_within_and_else_sessions_of_each_day():
    fair = "UID:f\nSUMMARY:Выставка\nDTSTART;VALUE=DATE:20260929\nDTEND;VALUE=DATE:20261002\nLOCATION:Двор"
    talks = [f"UID:{n}\nSUMMARY:T{n}\nDTSTART:202609{n}T100000" for n in (29, 30)]
    draft = read(fair, *talks)
    assert {key: draft.fair[key] for key in ("name", "starts", "ends", "venue")} == {
        "name": "Выставка", "starts": date(2026, 9, 29), "ends": date(2026, 10, 1), "venue": {"name": "Двор"},
    }  # fmt: skip
    assert (len(sessions(draft)), codes(draft)) == (2, ["I075"])
    assert [day for day, *_ in when(read(fair))] == [29, 30, 1]


BROKEN = """BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:Первое
DTSTART:20260929T100000
это не строка календаря
DTEND:когда-нибудь
BEGIN:VALARM
TRIGGER:-PT5M
BEGIN:VEVENT
SUMMARY:Вто
 рое
DTSTART:20260930T100000
END:VEVENT
END:VTODO
BEGIN:VEVENT
SUMMARY:Третье
DTSTART:20261001T1000"""


def test_a_broken_calendar_is_read_as_far_as_it_goes():
    draft = drafted("b.ics", BROKEN)
    assert [session["title"] for session in sessions(draft)] == ["Первое", "Второе", "Третье"]
    assert {(oddity.code, oddity.row) for oddity in draft.oddities} == {
        ("I070", 5), ("I052", 6), ("I073", 7), ("I073", 2), ("I070", 14), ("I073", 15), ("I073", 1),
    }  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_to_a_calendar_is_told_and_never_a_fault(data):
    lines = calendar("UID:a\nSUMMARY:A\nDTSTART;TZID=Europe/Minsk:20260929T100000\nRRULE:FREQ=DAILY;COUNT=3",
                     "UID:b\nSUMMARY:B\nDTSTART;VALUE=DATE:20260929").split("\r\n")  # fmt: skip
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(1, len(lines) - 1))
        lines[at] = data.draw(
            st.sampled_from(
                [
                    "",
                    "END:VEVENT",
                    "BEGIN:VEVENT",
                    "DTSTART:",
                    lines[at][:-3],
                    "X" * 9,
                    "RRULE:FREQ=WEEKLY",
                    "RECURRENCE-ID:20260930T100000",
                    lines[at] * 2,
                ]
            )
        )
    with contextlib.suppress(ForeignError):
        assert drafted("d.ics", "\n".join(lines)).rows > 0


def test_the_letters_of_old_calendars_are_read():
    draft = read(
        "UID:a\nDTSTART:20260929T100000\nSUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9E=D1=82=D0=BA=\n"
        "=D1=80=D1=8B=D1=82=D0=B8=D0=B5\nLOCATION;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1251:=C7=E0=EB 2"
    )
    (session,) = sessions(draft)
    assert (session["title"], session["room"], codes(draft)) == ("Открытие", "Зал 2", [])


def test_what_has_no_calendar_is_refused():
    with pytest.raises(ForeignError):
        read_files([file("x.ics", "BEGIN:VCARD\nEND:VCARD\n")], Asked())
    with pytest.raises(ForeignError):
        drafted("x.ics", "BEGIN:VCALENDAR\nVERS")


RULES = st.one_of(
    st.builds("FREQ=DAILY;INTERVAL={};COUNT={}".format, st.integers(1, 5), st.integers(1, 30)),
    st.builds("FREQ=DAILY;BYDAY=MO,WE;COUNT={}".format, st.integers(1, 30)),
    st.builds("FREQ=DAILY;BYHOUR=9,14;COUNT={}".format, st.integers(1, 30)),
    st.builds("FREQ=WEEKLY;INTERVAL={};BYDAY={};COUNT={};WKST={}".format, st.integers(1, 3),
              st.sampled_from(["MO", "MO,TH", "SU,TU", "FR,SA,SU"]), st.integers(1, 20), st.sampled_from(["MO", "SU"])),
    st.builds("FREQ=MONTHLY;BYDAY={};COUNT={}".format, st.sampled_from(["1MO", "-1FR", "2TU,4TU", "MO"]),
              st.integers(1, 20)),
    st.builds("FREQ=MONTHLY;BYMONTHDAY={};COUNT={}".format, st.sampled_from(["1", "-1", "31", "15,-2"]),
              st.integers(1, 15)),
    st.builds("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={};COUNT={}".format, st.sampled_from(["1", "-1", "2,-2"]),
              st.integers(1, 12)),
    st.builds("FREQ=YEARLY;BYMONTH={};BYDAY={};COUNT={}".format, st.sampled_from(["9", "3,9"]),
              st.sampled_from(["1MO", "-1SU"]), st.integers(1, 3)),
    st.builds("FREQ=WEEKLY;UNTIL=2026{:02}{:02}T120000".format, st.integers(10, 12), st.integers(1, 28)),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(RULES, st.integers(0, 400))
def test_a_rule_gives_the_times_that_dateutil_gives(rule, day):
    first = datetime(2026, 1, 1, 9) + timedelta(day)
    oracle = rrulestr(rule, dtstart=first)
    synchronised = next(iter(oracle), None)
    if synchronised is None:
        return
    first = synchronised
    parts = {name: value.split(",") for name, _, value in (part.partition("=") for part in rule.split(";"))}
    until = datetime.strptime(parts["UNTIL"][0], "%Y%m%dT%H%M%S") if "UNTIL" in parts else None
    ours = rule_of(parts, until)
    assert isinstance(ours, Rule)
    assert list(times(first, ours)) == list(rrulestr(rule, dtstart=first))


def test_our_own_calendar_comes_back(tmp_path, capsys):
    made = tmp_path / "fair.ics"
    assert run(capsys, "--lang", "ru", "export", "ics", "-o", str(made), catalogue=FAIR).code == 0
    brought = whole(file("fair.ics", made.read_bytes()))
    assert not brought.problems
    ours, theirs = load(FAIR).catalogue, brought.catalogue
    assert (theirs.fair.id, theirs.fair.starts, theirs.fair.ends, theirs.fair.timezone) == (
        ours.fair.id, ours.fair.starts, ours.fair.ends, ours.fair.timezone,
    )  # fmt: skip
    told = {key: (each.date, each.starts, each.ends) for key, each in theirs.sessions.items()}
    assert told == {key: (each.date, each.starts, each.ends) for key, each in ours.sessions.items() if each.date}


@given(st.text(st.sampled_from('aяN,;:n\\"^ ')), st.sampled_from(["SUMMARY", "X-A"]))
def test_a_line_without_parameters_is_read_as_the_library_reads_it(value, name):
    from icalendar.parser import Contentline

    parts, _ = components(file("a.ics", ""), f"BEGIN:A\n{name}:{value}\nEND:A")
    (line,) = parts[0].lines
    assert (line.name, line.value) == (name, str(Contentline(f"{name}:{value}").parts()[2]))
