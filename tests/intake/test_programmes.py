"""Programmes of frab, pentabarf, pretalx and Sessionize come to the same sessions and speakers, each at its time."""

import contextlib
import json
import os
from datetime import date, datetime, time, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from guide.intake.files import Asked, ForeignError, incoming
from guide.intake.frab import read
from guide.intake.programme import hall_of, spoken
from tests.intake.foreign import codes, drafted, file, sessions, whole

FRAB = """<?xml version="1.0" encoding="utf-8"?>
<schedule>
  <conference><acronym>forum-26</acronym><title>Форум «Станок»</title><start>2026-09-29</start><end>2026-09-30</end>
    {zone}</conference>
  <day date="2026-09-29" index="1"><room name="Зал 2, сцена">
    <event id="17" guid="g-17"><date>2026-09-29T11:00:00+03:00</date><start>11:00</start><duration>01:30</duration>
      <room>Зал 2, сцена</room><title>Открытие</title><subtitle>С хлебом и солью</subtitle><track>Главное</track>
      <language>ru</language>
      <abstract>&lt;p&gt;Кратко.&lt;/p&gt;</abstract><description>**Подробно** о станках.</description>
      <persons><person id="3">Анна Ковш</person><person id="4">Пётр Резец</person></persons>
      <links><link href="https://example.org/17">страница</link></links>
      <recording><license/><optout>false</optout></recording>
    </event>
    <event id="18"><date>2026-09-30T00:15:00+03:00</date><start>00:15</start><duration>02:00</duration>
      <title>Ночь станков</title><persons><person id="3">Анна Ковш</person></persons></event>
    <event id="19"><date>2026-09-29T23:00:00+03:00</date><duration>02:00</duration><title>Дискотека</title></event>
    <event id="20"><date>вчера</date><title/><persons/></event>
  </room></day>
</schedule>"""


def test_an_event_of_frab_becomes_a_session_with_its_speakers():
    draft = drafted("schedule.xml", FRAB.format(zone="<time_zone_name>Europe/Minsk</time_zone_name>"))
    opening, night, disco = sessions(draft)
    assert opening["title"] == "Открытие – С хлебом и солью"
    assert (opening["date"], opening["starts"], opening["ends"]) == (date(2026, 9, 29), time(11), time(12, 30))
    assert (opening["room"], opening["hall"].key, opening["track"], opening["language"]) == (
        "Зал 2, сцена", "2", "Главное", "ru",
    )  # fmt: skip
    assert opening["about"] == "Кратко.\n\nПодробно о станках.\n\n• страница (https://example.org/17)"
    assert [draft.of("person")[link.key].values["name"] for link in opening["speakers"]] == ["Анна Ковш", "Пётр Резец"]
    assert (night["date"], night["starts"], night["ends"]) == (date(2026, 9, 30), time(0, 15), time(2, 15))
    assert (disco["date"], disco["starts"], disco["ends"]) == (date(2026, 9, 29), time(23), time(1))
    assert len(draft.of("person")) == 2
    assert draft.of("person")["анна ковш"].values["role"]["ru"] == "докладчик"
    assert (draft.rows, codes(draft)) == (4, ["I051", "I052", "I058"])
    assert draft.fair == {
        "id": "forum-26", "name": "Форум «Станок»", "starts": date(2026, 9, 29), "ends": date(2026, 9, 30),
        "timezone": "Europe/Minsk",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "asked", "timezone", "starts"),
    [
        ("<time_zone_name>Europe/Berlin</time_zone_name>", "", "Europe/Berlin", time(10)),
        ("<time_zone_name>Mars/Olympus</time_zone_name>", "", "Etc/GMT-3", time(11)),
        ("", "", "Etc/GMT-3", time(11)),
        ("", "Asia/Almaty", "Asia/Almaty", time(13)),
        ("<time_zone_name>Europe/Berlin</time_zone_name>", "Europe/Minsk", "Europe/Minsk", time(11)),
    ],
)
def test_times_are_told_by_the_clock_of_the_zone(zone, asked, timezone, starts):
    draft = drafted("schedule.xml", FRAB.format(zone=zone), timezone=asked)
    assert (draft.fair["timezone"], sessions(draft)[0]["starts"]) == (timezone, starts)
    assert ("I050" in codes(draft)) == timezone.startswith("Etc/")


def test_pentabarf_names_the_day_and_the_clock_and_its_nights_belong_to_the_next_date():
    event = "<event id='{}'><start>{}</start><duration>{}</duration><title>{}</title></event>"
    draft = drafted(
        "p.xml",
        "<schedule><conference><title>F</title><day_change>09:00:00</day_change></conference>"
        "<day date='2023-02-04'><room name='K'>"
        + event.format(1, "09:30", "00:25", "Früh") + event.format(2, "08:00", "0:30", "Spät")
        + "</room></day></schedule>",
    )  # fmt: skip
    early, late = sessions(draft)
    assert (early["date"], early["starts"], early["ends"]) == (date(2023, 2, 4), time(9, 30), time(9, 55))
    assert (late["date"], late["starts"]) == (date(2023, 2, 5), time(8))
    assert "timezone" not in draft.fair


def test_a_programme_of_the_same_build_with_other_words_is_read():
    draft = drafted(
        "s.xml",
        "<schedule><day date='2026-09-29'><entry id='1'><start>0930</start><duration>30</duration><room>C01</room>"
        "<title>Роботы</title><speakers><speaker id='2'>Зоя Шлиф</speaker></speakers>"
        "<topics><topic>Станки</topic></topics></entry></day></schedule>",
    )
    (robots,) = sessions(draft)
    assert (robots["date"], robots["starts"], robots["ends"]) == (date(2026, 9, 29), time(9, 30), time(10))
    assert (robots["room"], [link.key for link in robots["speakers"]]) == ("C01", ["зоя шлиф"])
    assert draft.unplaced[0].cells == {"topics": "Станки"}


def test_a_programme_without_events_is_refused():
    with pytest.raises(ForeignError):
        drafted("s.xml", "<schedule><conference/><day date='2026-09-29'/></schedule>")


def test_two_people_of_one_name_stay_two_and_one_id_for_two_events_is_told():
    event = (
        "<event id='1'><date>2026-09-29T1{0}:00:00+03:00</date><title>T{0}</title>"
        "<persons><person id='{0}'>Ян Кот</person></persons></event>"
    )
    draft = drafted(
        "s.xml", f"<schedule><day><room name='A'>{event.format(1)}{event.format(2)}</room></day></schedule>"
    )
    assert [session["title"] for session in sessions(draft)] == ["T1", "T2"]
    assert [record.values["name"] for record in draft.of("person").values()] == ["Ян Кот", "Ян Кот"]
    assert "I059" in codes(draft)


VOC = {
    "schedule": {
        "version": "2",
        "conference": {
            "acronym": "forum-26", "title": "Форум «Станок»", "start": "2026-09-29", "end": "2026-09-30",
            "time_zone_name": "Europe/Minsk",
            "days": [{"index": 1, "date": "2026-09-29", "rooms": {"Зал 2, сцена": [
                {"id": 17, "guid": "g-17", "date": "2026-09-29T11:00:00+03:00", "start": "11:00", "duration": "01:30",
                 "title": "Открытие", "subtitle": "С хлебом и солью", "track": "Главное", "language": "ru",
                 "abstract": "Кратко.", "description": "**Подробно** о станках.", "room": "Зал 2, сцена",
                 "persons": [{"id": 3, "public_name": "Анна Ковш"}, {"code": "P", "name": "Пётр Резец"}],
                 "links": [{"url": "https://example.org/17", "title": "страница"}]},
            ]}}],
        },
    }
}  # fmt: skip


def test_the_same_programme_in_json_is_the_same():
    ours = drafted("schedule.json", json.dumps(VOC))
    theirs = drafted("schedule.xml", FRAB.format(zone="<time_zone_name>Europe/Minsk</time_zone_name>"))
    assert sessions(ours)[0] == sessions(theirs)[0]
    assert ours.fair == theirs.fair


PRETALX = {
    "count": 3, "next": None, "results": [
        {"code": "AB3C", "title": "Литьё без брака", "state": "confirmed", "duration": 45, "content_locale": "ru",
         "track": {"ru": "Металл", "en": "Metal"}, "abstract": "Как отлить.",
         "speakers": [{"code": "SP1", "name": "Ян"}],
         "slot": {"room": {"ru": "Сцена А", "en": "Stage A"}, "start": "2026-09-29T10:00:00+03:00",
                  "end": "2026-09-29T10:45:00+03:00"}},
        {"code": "XY9", "title": "Нет", "state": "withdrawn"},
        {"code": "DEF", "title": "Две сварки", "state": "confirmed", "speakers": ["SP1", "SP9"], "slots": [
            {"room": 7, "start": "2026-09-29T12:00:00+03:00", "end": "2026-09-29T13:00:00+03:00"},
            {"room": 7, "start": "2026-09-30T12:00:00+03:00", "end": "2026-09-30T13:00:00+03:00"}]},
    ],
}  # fmt: skip
SPEAKERS = [
    {"code": "SP1", "name": "Ян Варочный", "biography": "…"},
    {"code": "SP9", "name": "Зоя Шлиф", "biography": ""},
]
ROOMS = {"rooms": [{"id": 7, "name": {"ru": "Цех"}}], "speakers": []}


def test_what_pretalx_answers_is_read_with_its_lists_of_speakers_and_rooms():
    made = whole(
        file("submissions.json", json.dumps(PRETALX)),
        file("speakers.json", json.dumps({"speakers": SPEAKERS})),
        file("rooms.json", json.dumps(ROOMS)),
    )
    assert made.counts == {"session": 3, "person": 2}
    assert [oddity.code for oddity in made.oddities if oddity.code == "I053"] == ["I053"]
    catalogue = made.catalogue
    assert not made.problems
    casting = catalogue.sessions["ab3c"]
    assert (casting.date, casting.starts, casting.ends, casting.language) == (
        date(2026, 9, 29),
        time(10),
        time(10, 45),
        "ru",
    )
    assert casting.room.pairs == (("ru", "Сцена А"), ("en", "Stage A"))
    assert {person.name.pairs[0][1] for person in catalogue.people.values()} == {"Ян Варочный", "Зоя Шлиф"}
    welding = [each for each in catalogue.sessions.values() if each.title.pairs[0][1] == "Две сварки"]
    assert sorted(each.date.day for each in welding) == [29, 30]
    assert {each.room.pairs[0][1] for each in welding} == {"Цех"}


WIDGET = {
    "talks": [{"code": "AB", "id": 5, "title": {"ru": "Роботы"}, "speakers": ["S"], "track": 3, "room": 8,
               "duration": 50, "start": "2026-09-29T09:00:00+03:00", "end": "2026-09-29T09:50:00+03:00"}],
    "speakers": [{"code": "S", "name": "Ольга Поток"}], "rooms": [{"id": 8, "name": {"ru": "Дуб", "en": "Oak"}}],
    "tracks": [{"id": 3, "name": {"ru": "Машины"}}], "timezone": "Europe/Minsk", "event_start": "2026-09-29",
    "event_end": "2026-10-01",
}  # fmt: skip


def test_what_the_widget_of_pretalx_reads_is_read():
    draft = drafted("v2.json", json.dumps(WIDGET))
    assert draft.fair == {"starts": date(2026, 9, 29), "ends": date(2026, 10, 1), "timezone": "Europe/Minsk"}
    (robots,) = sessions(draft)
    assert (robots["title"], robots["room"], robots["track"], robots["ends"]) == (
        "Роботы", {"ru": "Дуб", "en": "Oak"}, "Машины", time(9, 50),
    )  # fmt: skip
    assert list(draft.of("person")) == ["ольга поток"]
    by_code = {"AB": {"code": "AB", "title": "Роботы", "speakers": [], "duration": "60"}}
    assert [session["title"] for session in sessions(drafted("sessions.json", json.dumps(by_code)))] == ["Роботы"]


SESSIONIZE = {
    "sessions": [{"id": "101", "title": "Роботы", "description": "…", "startsAt": "2026-09-29T09:00:00",
                  "endsAt": "2026-09-29T09:50:00", "speakers": ["u-1"], "roomId": 5, "categoryItems": [31]},
                 {"id": "102", "title": "Обед", "startsAt": "2026-09-29T12:00:00Z", "speakers": [], "roomId": None}],
    "speakers": [{"id": "u-1", "firstName": "Ольга", "lastName": "Поток", "fullName": "Ольга Поток",
                  "tagLine": "главный инженер"}],
    "rooms": [{"id": 5, "name": "Зал «Дуб»"}],
    "categories": [{"id": 3, "title": "Track", "items": [{"id": 31, "name": "Машины"}]}],
}  # fmt: skip


def test_what_sessionize_gives_is_read_with_offices():
    draft = drafted("all.json", json.dumps(SESSIONIZE))
    robots = sessions(draft)[0]
    assert (robots["starts"], robots["ends"], robots["room"], robots["track"]) == (
        time(9), time(9, 50), "Зал «Дуб»", "Машины",
    )  # fmt: skip
    assert draft.of("person")["ольга поток"].values["role"] == "главный инженер"
    grid = [{"date": "2026-09-29", "rooms": [{"id": 5, "name": "Дуб", "sessions": [SESSIONIZE["sessions"][0]]}]}]
    assert sessions(drafted("grid.json", json.dumps(grid)))[0]["room"] == "Дуб"


@pytest.mark.parametrize(
    "content",
    [
        '{"schedule": 5}',
        '{"talks": [5]}',
        '{"sessions": {"a": 1}}',
        '{"schedule": {"conference": {"days": [{"rooms": [1]}]}}}',
    ],
)
def test_json_that_only_looks_like_a_programme_is_refused_or_empty(content):
    with contextlib.suppress(ForeignError):
        assert not sessions(drafted("x.json", content))


@pytest.mark.parametrize(
    ("room", "hall"),
    [
        ("Hall 3", "3"), ("Hall 26, Stage", "26"), ("Halle 7.1", "7.1"), ("Зал №5 – сцена", "5"), ("Павильон 2", "2"),
        ("зала 3", "3"), ("Зал «Минск»", ""), ("Конференц-зал 1", ""), ("Saal 1", ""), ("Room 3", ""),
        ("Hallway 3", ""), ("Hall 2026 opening", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_room_says_its_hall_where_it_begins_with_one(room, hall):
    assert hall_of(room) == hall


@pytest.mark.parametrize(
    ("said", "tag"),
    [("de", "de"), ("EN", "en"), ("de_DE", "de"), ("Deutsch", "de"), ("Русский", "ru"), ("русский, английский", "ru"),
     ("Беларуская", "be"), ("klingon", ""), ("", "")],
)  # fmt: skip
def test_a_language_is_known_by_its_tag_or_its_name(said, tag):
    assert spoken(said) == tag


@pytest.fixture(scope="module")
def congress():
    folder = os.environ.get("GUIDE_DATASETS", "")
    if not folder:
        pytest.skip("GUIDE_DATASETS does not name the folder of real programmes")
    return Path(folder) / "schedule-31c3" / "schedule.xml"


def test_a_real_programme_comes_whole(congress):
    draft = read([incoming(congress)], Asked(timezone="Europe/Berlin"))
    events = ElementTree.parse(congress).getroot().findall(".//event")
    assert len(draft.of("session")) == len(events) == draft.rows == 138
    assert {session.values["room"] for session in draft.of("session").values()} == {
        "Saal 1",
        "Saal 2",
        "Saal G",
        "Saal 6",
    }
    for event in events:
        session = draft.of("session")[event.get("id")].values
        starts = datetime.fromisoformat(event.findtext("date")).replace(tzinfo=None)
        hours, minutes = map(int, event.findtext("duration").split(":"))
        assert datetime.combine(session["date"], session["starts"]) == starts
        assert session["ends"] == (starts + timedelta(hours=hours, minutes=minutes)).time()
        assert session["title"].startswith(event.findtext("title").strip())
        speakers = [draft.of("person")[link.key].values["name"] for link in session.get("speakers", [])]
        assert speakers == [" ".join(person.text.split()) for person in event.iter("person")]
    assert len(draft.of("person")) == 198
    assert not any("<" in str(session.values.get("about")) and "</" in str(session.values.get("about"))
                   for session in draft.of("session").values())  # fmt: skip


def test_what_a_real_programme_comes_to_is_clean(congress):
    made = whole(incoming(congress))
    assert not made.problems
    assert made.catalogue.fair.timezone == "Etc/GMT-1"
    assert (made.catalogue.fair.starts, made.catalogue.fair.ends) == (date(2014, 12, 27), date(2014, 12, 31))


def test_a_zone_that_one_file_names_is_that_of_the_others():
    event = "BEGIN:VEVENT\nUID:a\nSUMMARY:A\nDTSTART:{}\nEND:VEVENT\n"
    calendar = f"BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/Berlin\n{event.format('20260929T070000Z')}END:VCALENDAR\n"
    made = whole(file("schedule.xml", FRAB.format(zone="")), file("more.ics", calendar))
    assert made.catalogue.fair.timezone == "Europe/Berlin"
    assert {session.title.pairs[0][1]: session.starts for session in made.catalogue.sessions.values()} == {
        "Открытие – С хлебом и солью": time(10), "Ночь станков": time(23, 15), "Дискотека": time(22), "A": time(9),
    }  # fmt: skip
    assert "I050" not in [oddity.code for oddity in made.oddities]
