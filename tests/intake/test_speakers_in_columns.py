"""Programmes with columns for each speaker's name, office and firm; lists of speakers with their own addresses."""

import pytest

from guide.intake import when
from guide.intake.draft import Link
from guide.intake.files import Asked, Incoming
from guide.intake.joined import joined
from guide.intake.tables import read
from tests.intake.lists import codes, read_list, records, values

SESSIONS = """Session ID,Session Title,Session Type,Track,Date,Start Time,End Time,Location,Speaker 1 Name,\
Speaker 1 Title,Speaker 1 Company,Speaker 1 Email,Speaker 2 Name,Speaker 2 Title,Speaker 2 Company,Speaker 2 Bio
S-1,Bread,Keynote,Food,06/10/2026,9:30 AM,10:15 AM,Hall,Ann Lee,CEO,Alpha Ltd,ann@alpha.org,Jo Roth,CTO,Beta,Bakes.
S-2,Tea,Panel,Food,06/11/2026,2:00 PM,3:00 PM,Room 2,Cy Diaz,,Gamma,,,,,
"""
SPEAKERS = """First Name,Last Name,Job Title,Company,Email,Mobile Phone,Photo URL
Ann,Lee,CEO,Alpha,ann@alpha.org,+44 7700 900123,https://x.org/a.png
Nora,Silent,Author,Delta,nora@silent.org,+1 212 555 0000,
"""


def test_offices_and_firms_belong_to_the_speaker_before_them() -> None:
    draft = read_list(SESSIONS)
    assert values(draft, "name", "person") == ["Ann Lee", "Jo Roth", "Cy Diaz"]
    assert values(draft, "role", "person")[:2] == ["CEO", "CTO"]
    assert values(draft, "organisation", "person") == [{"en": "Alpha Ltd"}, {"en": "Beta"}, {"en": "Gamma"}]
    kept = next(dict(each.cells) for each in draft.unplaced if each.origin.row == 2)
    assert kept == {"Track": "Food", "Speaker 1 Email": "ann@alpha.org", "Speaker 2 Bio": "Bakes."}


@pytest.mark.parametrize("turned", [False, True])
def test_a_list_of_speakers_has_no_firms_and_shows_no_address(turned: bool) -> None:
    files = [Incoming("sessions.csv", SESSIONS.encode()), Incoming("speakers.csv", SPEAKERS.encode())]
    draft = joined([read(files[::-1] if turned else files, Asked())], Asked())
    assert not draft.of("exhibitor")
    assert sorted(draft.of("person")) == ["ann lee", "cy diaz", "jo roth", "nora silent"]
    assert records(draft, "session")[0].values["speakers"] == [Link("person", "ann lee"), Link("person", "jo roth")]
    assert not any({"email", "phone"} & set(record.values) for record in draft)
    assert "I042" not in codes(draft)


def test_days_of_a_fair_that_stand_a_month_apart_have_the_month_first() -> None:
    draft = read_list(SESSIONS)
    assert [day.isoformat() for day in values(draft, "date", "session")] == ["2026-06-10", "2026-06-11"]
    assert codes(draft).count("I038") == 1


@pytest.mark.parametrize(
    ("days", "times", "order"),
    [
        (["06/10/2026", "06/11/2026"], [], ("md", True)),
        (["10/06/2026", "11/06/2026"], [], ("dm", True)),
        (["06/10/2026", "06/15/2026"], [], ("md", False)),
        (["15/06/2026", "06/06/2026"], [], ("dm", False)),
        (["06/10/2026"], ["9:30 AM"], ("md", True)),
        (["06/10/2026"], ["9:30"], ("", True)),
        (["10.06.2026", "2026-06-11"], ["9:30 AM"], ("", False)),
        (["00/06/2026"], ["9 am"], ("md", True)),
        ([], [], ("", False)),
    ],
)
def test_the_order_of_day_and_month(days: list[str], times: list[str], order: tuple[str, bool]) -> None:
    assert when.order_of(days, times) == order
