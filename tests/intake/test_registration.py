"""Exports of registration systems: many columns, persons’ own addresses, rows that are cancelled or not sure."""

import pytest

from guide.intake.columns import meaning_of
from guide.intake.standing import CANCELLED, OPEN, SETTLED, standing_of
from tests.intake.lists import codes, read_list, records, values

EXPORT = """Record ID,Company Name,Doing Business As,Booth #,Country,Company email,Website,Contact first name,\
Contact last name,Contact title,Contact email,Contact mobile,Billing contact first name,Billing contact email,\
Category 1,Category 2,Description EN,Description DE,Logo URL,Status,First-time exhibitor,Parent company,Created at
101,Alpha Ltd,Alfa,A1,UK,info@alpha.org,alpha.org,Ann,Lee,CEO,ann@alpha.org,+44 7700 900123,Bob,bob@alpha.org,Pumps,\
Valves,Pumps.,Pumpen.,https://cdn.alpha.org/1.png,Confirmed,no,Mother plc,2026-03-01 10:12:13
102,Beta Inc,,A2,USA,hi@beta.com,beta.com,Cy,Diaz,,cy@beta.com,,,,Pumps,,,,,Cancelled,yes,,2026-03-02 10:12:13
103,Gamma GmbH,,A3,DE,,gamma.de,Eva,Roth,,roth@gamma.de,,,,Valves,,,,,Waiting list,no,,2026-03-03 10:12:13
""".replace("\\\n", "")


def test_an_export_with_times_of_registration_is_a_list_of_exhibitors() -> None:
    draft = read_list(EXPORT)
    assert not draft.records.get("session")
    assert values(draft, "name") == ["Alpha", "Gamma"]
    alpha = records(draft)[0].values
    assert alpha["aliases"] == ["Alfa"]
    assert alpha["about"] == {"en": "Pumps.", "de": "Pumpen."}
    assert alpha["sectors"] == ["Pumps", "Valves"]
    assert alpha["site"] == "https://alpha.org"


def test_addresses_of_persons_are_private_and_those_of_the_office_are_only_kept() -> None:
    draft = read_list(EXPORT)
    alpha = records(draft)[0].values
    assert alpha["people"] == ["Ann Lee, CEO"]
    assert (alpha["email"], alpha["email_private"]) == (["info@alpha.org"], ["ann@alpha.org"])
    assert "phone" not in alpha
    (kept,) = (each.cells for each in draft.unplaced if each.origin.row == 2)
    assert kept["Billing contact email"] == "bob@alpha.org"
    assert kept["Contact mobile"] == "+44 7700 900123"
    assert kept["Parent company"] == "Mother plc"


def test_a_cancelled_row_is_left_out_told_and_kept_whole() -> None:
    draft = read_list(EXPORT)
    assert codes(draft, 3) == ["I053"]
    (kept,) = (each.cells for each in draft.unplaced if each.origin.row == 3)
    assert [*kept.values()] == EXPORT.splitlines()[2].replace(",,", ",").replace(",,", ",").replace(",,", ",").split(
        ","
    )
    assert codes(draft, 4) == ["I100"]


def test_what_goes_on_below_a_cancelled_row_is_no_part_of_the_row_above_it() -> None:
    draft = read_list(
        "Company,Stand,Products,Status\nAlpha,A1,Pumps,ok\nBeta,A2,Tea,withdrawn\n,,Coffee,\nGamma,A3,Ink,ok\n"
    )
    assert values(draft, "products") == [["Pumps"], ["Ink"]]
    assert {kept.origin.row: kept.cells.get("Products") for kept in draft.unplaced}[4] == "Coffee"


def test_a_cancelled_session_and_a_person_who_declined_are_left_out() -> None:
    sessions = read_list(
        "Date,Time,Title,Room,Status\n2026-05-04,10:00,One,R1,confirmed\n2026-05-04,11:00,Two,R1,Отменено\n"
    )
    assert values(sessions, "title", "session") == ["One"]
    people = read_list("Full name,Position,Company,Status\nAnn Lee,CEO,Alpha,accepted\nCy Roth,CTO,Beta,declined\n")
    assert values(people, "name", "person") == ["Ann Lee"]


@pytest.mark.parametrize(
    ("word", "standing"),
    [
        ("Cancelled", CANCELLED), ("canceled by exhibitor", CANCELLED), ("аннулирован", CANCELLED),
        ("storniert", CANCELLED), ("адменена", CANCELLED), ("Waiting list", OPEN), ("не подтверждён", OPEN),
        ("vorläufig", OPEN), ("чакае", OPEN), ("Confirmed", SETTLED), ("подтверждено", SETTLED), ("bestätigt", SETTLED),
        ("основной участник", ""), ("Mitaussteller", ""), ("co-exhibitor", ""), ("", ""),
    ],
)  # fmt: skip
def test_words_tell_how_far_a_taking_part_is_settled(word: str, standing: str) -> None:
    assert standing_of(word) == standing


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Contact first name", "first_name"), ("Contact last name", "last_name"), ("Contact title", "role"),
        ("Contact mobile", "phone_private"), ("Direct line", "phone_private"),
        ("Ansprechpartner Nachname", "last_name"),
        ("Billing contact email", "raw"), ("Rechnungs-E-Mail", "raw"), ("Logo URL", "raw"), ("Created at", "raw"),
        ("First-time exhibitor", "raw"), ("Parent company", "raw"), ("Дата регистрации", "raw"),
        ("Contact email", "email_private"), ("Website", "site"), ("Updated at", "checked"), ("Telegram", "social"),
    ],
)  # fmt: skip
def test_columns_of_registration_systems_are_known(name: str, field: str) -> None:
    assert meaning_of(name, "", True).field == field


@pytest.mark.parametrize(
    "name",
    [
        "Personal phone", "Private email", "User email", "Admin email", "Booth manager email", "Contact's email",
        "Контактное лицо: e-mail", "Эл. почта контакта", "Личный телефон", "Тэлефон адказнай асобы", "AP E-Mail",
        "Мобильный номер контактного лица", "Mobil Ansprechpartner", "Direct phone", "On-site contact mobile",
    ],
)  # fmt: skip
def test_ways_to_reach_a_person_are_private_whatever_the_column_is_called(name: str) -> None:
    assert meaning_of(name, "", True).field in ("email_private", "phone_private")


@pytest.mark.parametrize(
    "name", ["E-Mail", "Телефон", "Контактный телефон", "Company email", "Email компании", "Фирма тел."]
)
def test_ways_to_reach_a_firm_are_not(name: str) -> None:
    assert meaning_of(name, "", True).field in ("email", "phone")


def test_that_a_payment_is_open_says_nothing_of_taking_part() -> None:
    draft = read_list("Company,Stand,Payment status,Username\nAlpha,A1,pending,alpha1\nBeta,A2,cancelled,beta1\n")
    assert values(draft, "name") == ["Alpha", "Beta"]
    assert not {"I100", "I053", "I016"} & set(codes(draft))
    assert not any("people" in record.values for record in records(draft))
