"""The table, judged by Python's strict CSV reader: every cell is read back, and none is a formula."""

import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.model import Ref
from guide.exchange.facts import facts
from guide.exchange.selection import favoured, things, visited, whole_fair
from guide.exchange.table import harmless, table
from guide.text import clean
from tests.exchange.hostile_fair import HOSTILE, hostile, tongue_of
from tests.exchange.visits import CATALOGUE, ENGLISH, FULL, GONE, RUSSIAN, visits

PATIENT = settings(deadline=None)


def parsed(text: str) -> list[dict[str, str]]:
    """The rows by title, the apostrophes before would-be formulas taken away."""
    data = text.encode("utf-8")
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    titles, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)
    assert len(titles) == len(set(titles))
    for row in rows:
        assert len(row) == len(titles)
        assert not [cell for cell in row if re.match(r"[=+\-@\t\r\n]", cell)]
    return [dict(zip(titles, map(plain, row), strict=True)) for row in rows]


def plain(cell: str) -> str:
    return re.sub(r"\A'(?='*[=+\-@\t\r\n＝＋－＠])", "", cell)


@given(st.one_of(st.text(), st.text("'=+-@\t\r\n＝x", max_size=6)))
def test_no_cell_is_a_formula_and_each_is_read_back(text):
    cell = harmless(text)
    assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", cell)
    assert plain(cell) == clean(text)


def test_the_fair_is_read_back():
    rows = {row["Id"]: row for row in parsed(table(whole_fair(CATALOGUE, ENGLISH)))}
    polesie = rows["exhibitor:polesie"]
    assert polesie == {
        "Kind": "exhibitor", "Id": "exhibitor:polesie", "Name": "Polesie Toys", "in Russian": "Полесские игрушки",
        "in Belarusian": "Палескія цацкі", "in English": "Polesie Toys", "Stand": "7C5.1", "Hall": "Hall 2", "Room": "",
        "Look for the sign": "", "Town": "Kobrin", "Region": "Brest Region", "Country": "Belarus", "Sectors": "toys",
        "Products": "building blocks, ride-ons", "Offers": "", "Seeks": "shops", "Role": "", "Organisation": "",
        "Status": "", "Phone": "+375 16 000-00-01", "E-mail": "toys@polesie.example", "About it": "Toys from Kobrin.",
        "Site": "https://polesie.example/", "Day": "", "Starts": "", "Ends": "", "From and to": "", "Partners": "",
        "Legal name": "", "Also called": "Кубики", "Track": "", "Language": "",
        "Speakers": "", "At the fair": "", "Networks": "", "Contacts": "",
    }  # fmt: skip
    assert rows["session:opening"]["Starts"] == "11:00"
    assert rows["session:opening"]["Day"] == "2025-09-29"
    assert rows["person:ivanova"]["Organisation"] == "Polesie Toys"
    assert rows["venture:toys"]["From and to"] == "Kobrin ─▶ Dimitrovgrad"
    assert rows["venture:toys"]["Partners"] == "Polesie Toys, Ulyanovsk Oblast"
    assert rows["exhibitor:luch"]["Look for the sign"] == "Veras"
    assert rows["exhibitor:luch"]["Name"] == "[A-12] Luch"
    assert "exhibitor:fon" not in rows


def test_a_phone_number_is_no_sum():
    assert ";'+375 16 000-00-01;" in table(things(CATALOGUE, ENGLISH, [Ref("exhibitor", "polesie")]))


def test_private_addresses_only_where_asked_for():
    assert "director@" not in table(whole_fair(CATALOGUE, ENGLISH))
    [row] = parsed(table(things(CATALOGUE, ENGLISH, [Ref("exhibitor", "polesie")], private=True)))
    assert row["Private e-mail"] == "director@polesie.example"


def test_titles_are_in_the_persons_language():
    # The words that the interface has already.
    assert {"Название", "Зал", "Телефон"} <= parsed(table(whole_fair(CATALOGUE, RUSSIAN)))[0].keys()


def test_a_visit_has_a_row_a_stop_and_one_for_what_else_is_marked():
    rows = parsed(table(visited(CATALOGUE, ENGLISH, FULL)))
    assert [row["Name"] for row in rows] == [
        "Opening", "Polesie Toys", "Machine tools today", "Meeting: Ivan Petrov", "Veras", "Left Long Ago Ltd",
        "Romashka", "Anna Ivanova",
    ]  # fmt: skip
    polesie, meeting = rows[1], rows[3]
    assert (polesie["Day"], polesie["Starts"], polesie["Ends"]) == ("2025-09-29", "12:30", "13:15")
    assert (polesie["Favourite"], polesie["Visited"], polesie["Rating"]) == ("yes", "yes", "4")
    assert polesie["Note"] == "Ask for prices;\nmeet Anna, again"
    assert [meeting[key] for key in ("Meeting", "With whom", "Meeting place", "What about")] == [
        "yes", "Ivan Petrov", "café at the entrance", "parts; terms",
    ]  # fmt: skip
    assert rows[5]["Status"] == "no longer in the catalogue"


def test_favourites_keep_their_notes():
    rows = {row["Id"]: row for row in parsed(table(favoured(CATALOGUE, ENGLISH, FULL)))}
    assert rows[str(GONE)]["Note"] == "owes me a pen"
    assert rows.keys() == {str(ref) for ref in FULL.favourites()}


@given(visit=visits())
@PATIENT
def test_any_visit_is_read_back(visit):
    selection = visited(CATALOGUE, ENGLISH, visit)
    rows = parsed(table(selection))
    planned = {stop.ref for stop in visit.plan}
    assert len(rows) == len(visit.plan) + len([ref for ref in selection.refs if ref not in planned])
    notes = {row["Id"]: row.get("Note", "") for row in rows if row["Id"]}
    assert notes == {str(ref): facts(selection, ref).note for ref in selection.refs}
    assert [row["What about"] for row in rows[: len(visit.plan)]] == [stop.about for stop in visit.plan]


@HOSTILE
@pytest.mark.parametrize("private", [False, True])
def test_no_text_of_a_catalogue_breaks_it(kind, private):
    catalogue = hostile(kind)
    selection = whole_fair(catalogue, tongue_of(catalogue), private=private)
    rows = parsed(table(selection))
    assert [row["Название"] for row in rows] == [selection.name(ref) for ref in selection.refs]
