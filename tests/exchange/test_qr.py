"""QR codes, judged by a real reader on the drawn picture: cells become points, and ZXing reads them."""

import random
from dataclasses import replace
from datetime import time, timedelta
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.model import Ref
from guide.exchange import qr
from guide.exchange.selection import Selection, favoured, things, visited
from guide.i18n import Tongue
from guide.text import clean
from guide.visit.compact import KINDS, read
from guide.visit.state import EMPTY, Mark, Stop, Visit
from tests.exchange.hostile_fair import HOSTILE, hostile, tongue_of
from tests.exchange.scanned import on_terminal, scanned
from tests.exchange.visits import CATALOGUE, ENGLISH, FULL, RUSSIAN, called, visits
from tests.thoroughness import THOROUGH
from tests.visit.test_compact import large

PATIENT = settings(deadline=None, max_examples=40)
WIDE, NARROW = (120, 33), (80, 21)
"""The rooms for a code on screens of 120 by 36 and of 80 by 24."""


@pytest.mark.parametrize("version", range(1, 41) if THOROUGH else (*range(1, 11), 20, 26, 27, 32, 39, 40))
@pytest.mark.parametrize("mode", ["alphanumeric", "byte"])
def test_a_code_holds_what_it_is_said_to_hold(version, mode):
    most = qr.capacity(version, mode)
    side = 17 + 4 * version
    assert len(qr.Code("A" * most if mode == "alphanumeric" else "a" * most, mode=mode).modules) == side
    if version < 40:
        assert len(qr.Code("A" * (most + 1) if mode == "alphanumeric" else "a" * (most + 1), mode=mode).modules) > side


@pytest.mark.parametrize("room", [(29, 15), (33, 17), (80, 21), (80, 22), (120, 33), (30, 100), (500, 500)])
def test_the_largest_version_that_fits_is_drawn_within_the_room(room):
    columns, rows = room
    version = qr.version_for(columns, rows)
    drawn = qr.Code("a" * qr.capacity(version, "byte")).rows
    assert len(drawn) <= rows
    assert max(map(len, drawn)) <= columns
    if version < 40:
        larger = qr.Code("a" * qr.capacity(version + 1, "byte")).rows
        assert len(larger) > rows or len(larger[0]) > columns


@pytest.mark.parametrize("room", [(28, 40), (80, 14), (0, 0)])
def test_no_room_is_said(room):
    with pytest.raises(qr.NoRoomError, match="29 columns and 15 lines"):
        qr.to_read(things(CATALOGUE, ENGLISH, [Ref("exhibitor", "veras")]), *room)


@given(text=st.text(min_size=1, max_size=300).map(clean).filter(str.strip), margin=st.integers(0, 3))
@PATIENT
def test_the_drawn_picture_is_read(text, margin):
    assert scanned(qr.Code(text).rows, margin=margin) == [text]


@pytest.mark.parametrize("dark_theme", [True, False])
def test_codes_are_dark_on_light_in_any_theme(dark_theme):
    [code] = qr.card(things(CATALOGUE, RUSSIAN, [Ref("exhibitor", "polesie")]), Ref("exhibitor", "polesie"), *WIDE)
    assert on_terminal(code.lines, 120, 36, dark_theme=dark_theme) == [code.text]


@given(visit=visits(most=5), room=st.sampled_from([NARROW, WIDE, (60, 18)]))
@PATIENT
def test_a_plan_goes_through_the_picture_to_another_guide(visit, room):
    codes = qr.for_guide(visited(CATALOGUE, ENGLISH, visit), *room)
    assert [(code.number, code.count) for code in codes] == [(at, len(codes)) for at in range(1, len(codes) + 1)]
    texts = [text for code in codes for text in scanned(code.rows)]
    assert len(texts) == len(codes)
    brought = read(texts, CATALOGUE, called)
    assert [replace(stop, id="") for stop in brought.visit.plan] == [replace(stop, id="") for stop in visit.plan]


@pytest.mark.parametrize(("screen", "room", "most"), [((120, 36), WIDE, 2), ((80, 24), NARROW, 4)])
def test_forty_stops_of_five_thousand_things_are_read_from_the_terminal(screen, room, most):
    catalogue = large(5000)
    rnd = random.Random(40)
    chosen = rnd.sample([ref for kind in KINDS for ref in catalogue.refs(kind)], 40)
    plan = tuple(
        Stop(str(at), ref, catalogue.fair.starts + timedelta(days=at // 14), time(9 + at % 9, 5 * rnd.randrange(12)),
             rnd.choice([10, 15, 20, 30, 45, 60]))
        for at, ref in enumerate(chosen)
    )  # fmt: skip
    visit = Visit(MappingProxyType({ref: Mark(favourite=True) for ref in chosen}), plan)
    codes = qr.for_guide(visited(catalogue, Tongue("ru"), visit), *room)
    assert len(codes) <= most
    texts = []
    for code in codes:
        assert len(code.lines) <= room[1]
        texts += on_terminal(code.lines, *screen)
    brought = read(texts, catalogue, str)
    assert [(s.ref, s.day, s.starts, s.minutes) for s in brought.visit.plan] == [
        (s.ref, s.day, s.starts, s.minutes) for s in plan
    ]
    assert brought.visit.marks.keys() == visit.marks.keys()


@pytest.mark.parametrize("room", [WIDE, NARROW, (60, 18)])
def test_a_plan_to_read_says_it_all_in_as_many_codes_as_it_needs(room):
    selection = visited(CATALOGUE, RUSSIAN, FULL)
    codes = qr.to_read(selection, *room)
    texts = [text for code in codes for text in scanned(code.rows)]
    assert texts == [code.text for code in codes]
    said = "\n".join(text.partition("\n")[2] if len(codes) > 1 else text for text in texts)
    for words in ("Полесские", "12:30–13:15", "Ivan Petrov", "Left Long Ago", "Анна Иванова", "café at the entrance"):
        assert words in said or any(word in said for word in words.split())
    if len(codes) > 1:
        assert [text.partition("\n")[0] for text in texts] == [f"{at}/{len(codes)}" for at in range(1, len(codes) + 1)]


def fields(mecard: str) -> dict[str, str]:
    """The fields of a MECARD, read letter by letter."""
    assert mecard.startswith("MECARD:")
    assert mecard.endswith(";;")
    read_, key, value, signs = {}, "", "", iter(mecard.removeprefix("MECARD:"))
    for sign in signs:
        if sign == "\\":
            value += next(signs)
        elif sign == ":" and not key:
            key, value = value, ""
        elif sign == ";":
            if key:
                read_[key] = value
            key, value = "", ""
        else:
            value += sign
    return read_


def test_a_card_goes_into_the_contacts():
    polesie = Ref("exhibitor", "polesie")
    [code] = qr.card(things(CATALOGUE, RUSSIAN, [polesie]), polesie, *WIDE)
    [text] = scanned(code.rows)
    assert fields(text) == {
        "N": "Полесские игрушки", "TEL": "+375 16 000-00-01", "URL": "https://polesie.example/",
        "NOTE": "Зал 2 · 7C5.1",
    }  # fmt: skip


def test_a_card_that_does_not_fit_is_words():
    polesie = Ref("exhibitor", "polesie")
    codes = qr.card(things(CATALOGUE, RUSSIAN, [polesie]), polesie, *NARROW)
    said = " ".join(text for code in codes for text in scanned(code.rows))
    assert "MECARD" not in said
    assert "Полесские игрушки" in said
    assert "7C5.1" in said
    assert "+375 16 000-00-01" in said


def test_a_session_is_no_contact():
    opening = Ref("session", "opening")
    [code] = qr.card(things(CATALOGUE, ENGLISH, [opening]), opening, *WIDE)
    assert scanned(code.rows) == ["Opening\nMon, 29 September, 11:00 – 12:00\nHall 1 · the stage"]


@HOSTILE
def test_no_name_breaks_a_card(kind):
    catalogue = hostile(kind)
    ref = Ref("exhibitor", "exhibitor-1")
    selection = things(catalogue, tongue_of(catalogue), [ref])
    [code] = qr.card(selection, ref, 200, 100)
    [text] = scanned(code.rows)
    assert fields(text)["N"] == selection.name(ref)
    pieces = qr.card(selection, ref, *NARROW)
    assert [text for piece in pieces for text in scanned(piece.rows)] == [piece.text for piece in pieces]


def test_private_fields_are_in_no_code():
    polesie = Ref("exhibitor", "polesie")
    chosen = things(CATALOGUE, ENGLISH, [polesie], private=True)
    assert all("director@" not in code.text for code in qr.card(chosen, polesie, *WIDE))


def test_favourites_go_to_another_guide_too():
    codes = qr.for_guide(favoured(CATALOGUE, ENGLISH, FULL), *NARROW)
    brought = read([code.text for code in codes], CATALOGUE, called).visit
    assert set(brought.favourites()) == set(FULL.favourites())


def test_an_empty_visit_is_a_code_too():
    selection: Selection = visited(CATALOGUE, ENGLISH, EMPTY)
    [code] = qr.for_guide(selection, *NARROW)
    assert read(scanned(code.rows), CATALOGUE, called).visit == EMPTY
