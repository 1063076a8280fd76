"""What changed since one last looked: nothing where nothing did, one's own first, everything told once and found."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.difference import difference
from guide.catalogue.load import load
from guide.catalogue.model import Catalogue, Notice, Ref, Stand
from guide.i18n import LANGUAGES, Tongue, Wording
from guide.search.fold import fold, words
from guide.text import width
from guide.view.cards import card
from guide.view.desk_card import desk_card
from guide.view.gone import gone_record
from guide.view.news import GROUPS, OWN, finds, news_of, news_said, since_said, told_news
from guide.view.news_lines import HIGHEST, MOST, news_lines, wrapped
from guide.view.plan_lines import plan_lines
from guide.view.was import was_said, with_was
from guide.visit.state import EMPTY, Mark, Stop, Visit
from tests.visitor import SMALL

OLD = load(SMALL).catalogue
SINCE, NOW = datetime(2025, 9, 29, 9, 30), datetime(2025, 9, 30, 11, 0)
EN = Tongue("en", OLD.fair.languages)


def told(new: Catalogue, visit: Visit = EMPTY, tongue: Tongue = EN):
    return told_news(new, news_of(difference(OLD, new), SINCE), visit, tongue, NOW)


def changed(**tables: dict) -> Catalogue:
    """The catalogue with other records; None takes one away."""
    made = {}
    for table, records in tables.items():
        merged = {**getattr(OLD, table), **records}
        made[table] = {key: record for key, record in merged.items() if record is not None}
    return replace(OLD, **made)


def moved(key: str, *stands: str):
    return {key: replace(OLD.exhibitors[key], stands=stands)}


LUCH_MOVED = changed(exhibitors=moved("luch", "h1#A1"))
FAVOURITE = Visit({Ref("exhibitor", "luch"): Mark(favourite=True, name="Luch")})


def test_where_nothing_changed_there_is_no_news():
    assert not news_of(difference(OLD, OLD), SINCE)
    nothing = told(OLD)
    assert (nothing.count, nothing.own, nothing.was) == (0, 0, {})
    assert {item.group for item in nothing.items} == {"notices"}
    assert news_said(nothing, NOW, EN) == ("", "")


def test_old_and_new_stand_side_by_side():
    (item,) = (item for item in told(LUCH_MOVED).items if item.what)
    (side,) = item.sides
    assert (item.group, item.ref, side.old, side.new) == ("moved", Ref("exhibitor", "luch"), "A2, Hall 1", "A1, Hall 1")
    (line,) = (line.plain for line in news_lines([item], EN, 100).lines if "Luch" in line.plain)
    assert line.index("A2, Hall 1") < line.index("→") < line.index("A1, Hall 1")
    narrow = [line.plain.strip() for line in news_lines([item], EN, 40).lines]
    assert narrow[1:] == ["[A-12] Luch · exhibitor", "A2, Hall 1 → A1, Hall 1"]


def test_what_was_said_of_it_counts_and_says_since_when():
    assert news_said(told(LUCH_MOVED), NOW, EN) == ("1 change since 29 September", "")
    assert news_said(told(LUCH_MOVED, FAVOURITE), NOW, EN)[1] == "1 of them to what you marked or planned"
    assert since_said(SINCE, SINCE.replace(hour=15), EN) == "since 09:30"


@pytest.mark.parametrize(
    "mark", [Mark(favourite=True), Mark(note="ask"), Mark(rating=3)], ids=["favourite", "noted", "rated"]
)
def test_what_one_marked_comes_first_whatever_changed_of_it(mark):
    phone = {"luch": replace(OLD.exhibitors["luch"], phone=("+375 00 000-00-09",))}
    new = changed(exhibitors={**moved("veras", "h1#A1"), **phone})
    assert [item.ref for item in told(new).items if item.what] == [Ref("exhibitor", "veras")]
    first, second = (item for item in told(new, Visit({Ref("exhibitor", "luch"): mark})).items if item.what)
    assert (first.group, first.ref, first.what) == (OWN, Ref("exhibitor", "luch"), "changed")
    assert (first.sides[0].label, second.group) == ("Phone", "moved")


def test_that_one_was_there_makes_it_nothing_of_ones_own():
    assert told(LUCH_MOVED, Visit({Ref("exhibitor", "luch"): Mark(visited=True)})).own == 0


def test_favourites_come_before_what_is_planned():
    new = changed(exhibitors={**moved("luch", "h1#A1"), **moved("stankozavod", "h1#A1")})
    for starred, planned in (("luch", "stankozavod"), ("stankozavod", "luch")):
        visit = Visit(
            {Ref("exhibitor", starred): Mark(favourite=True)}, (Stop("1", Ref("exhibitor", planned), name="x"),)
        )
        own = [(item.ref.id, item.signs) for item in told(new, visit).items if item.group == OWN]
        assert own == [(starred, "★ "), (planned, " •")]


def test_a_planned_session_that_begins_later_says_when_it_was_to_begin():
    opening = replace(OLD.sessions["opening"], starts=time(15), ends=time(16))
    new = changed(sessions={"opening": opening})
    visit = Visit(plan=(Stop("1", Ref("session", "opening"), date(2025, 9, 29), name="Opening"),))
    what = told(new, visit)
    assert what.own == 1
    assert was_said(what.was[Ref("session", "opening")], EN) == "was: 29 September, 11:00–12:00"
    lines = [line.plain for line in plan_lines(new, visit, EN, NOW, 78, was=what.was)]
    at = next(at for at, line in enumerate(lines) if "15:00–16:00" in line)
    assert lines[at + 1].strip() == "! was: 29 September, 11:00–12:00"
    made = with_was(card(new, Ref("session", "opening"), EN), what.was[Ref("session", "opening")], EN)
    assert any("15:00 – 16:00 · was: 29 September, 11:00–12:00" in line.plain for line in made.lines(78))


def test_a_favourite_that_moved_says_where_it_was():
    what = told(LUCH_MOVED, FAVOURITE)
    assert any("was: A2, Hall 1" in line.plain for line in plan_lines(LUCH_MOVED, FAVOURITE, EN, NOW, 78, was=what.was))
    ref = Ref("exhibitor", "luch")
    made = with_was(card(LUCH_MOVED, ref, EN), what.was[ref], EN)
    assert any(line.plain.startswith("Stand") and "was: A2, Hall 1" in line.plain for line in made.lines(78))


def test_who_stands_at_a_stand_that_is_called_otherwise_is_touched():
    a2 = OLD.stands["h1#A2"]
    new = changed(stands={a2.id: replace(a2, code="A22")})
    what = told(new, FAVOURITE)
    (item,) = (item for item in what.items if item.what)
    assert (item.group, item.ref) == (OWN, Ref("stand", a2.id))
    assert "Luch" in item.name
    assert [before for _, before in what.was[Ref("exhibitor", "luch")]] == ["A2"]


def test_a_stand_in_another_hall_is_told_once_by_who_stands_there():
    b7 = next(stand for stand in OLD.stands.values() if stand.code == "B7" and stand.hall == "h2")
    new = changed(stands={b7.id: replace(b7, hall="yard")})
    assert [item.ref for item in told(new).items if item.what] == [Ref("exhibitor", "stankozavod")]


def test_new_notices_count_but_not_what_a_change_says_already():
    about = Notice("n8", Wording((("en", "Luch moved"),)), NOW, "moved", Ref("exhibitor", "luch"))
    other = Notice("n9", Wording((("en", "Water in Hall 2"),)), NOW)
    over = Notice("n7", Wording((("en", "Over"),)), SINCE, until=SINCE)
    new = replace(LUCH_MOVED, notices={**OLD.notices, "n7": over, "n8": about, "n9": other})
    what = told(new)
    assert what.count == 2
    assert {item.name for item in what.items if item.group == "fresh"} == {"Luch moved", "Water in Hall 2"}
    assert "Over" not in {item.name for item in what.items}
    assert {item.name for item in what.items if item.group == "notices"} == {
        "The stand moved to the entrance",
        "It starts an hour later",
    }


def test_what_nobody_goes_to_is_no_news():
    fon = replace(OLD.exhibitors["fon"], name=Wording((("en", "Another"),)))
    assert told(changed(exhibitors={"fon": fon})).count == 0
    assert told(changed(stands={"new": Stand("new", "h1", "Z9")})).count == 0


def test_what_is_gone_keeps_what_was_known_of_it():
    made = gone_record(OLD, Ref("exhibitor", "polesie"), EN)
    said = "\n".join(line.plain for line in made.lines(78))
    for words_of_it in (
        "Polesie Toys",
        "no longer in the catalogue",
        "7C5.1",
        "building blocks",
        "toys@polesie.example",
    ):
        assert words_of_it in said
    assert "director@" not in said
    with pytest.raises(KeyError):
        gone_record(OLD, Ref("exhibitor", "nobody"), EN)


def desk(new: Catalogue, was, *, private: bool = True) -> str:
    ref = Ref("exhibitor", "luch")
    made = desk_card(new, ref, EN, EN, now=NOW, private=private, was=was)
    return "\n".join(line.plain for line in made.lines(78, 24))


def test_the_desk_says_where_it_moved_but_not_twice():
    was = told(LUCH_MOVED).was[Ref("exhibitor", "luch")]
    assert "! moved: A2, Hall 1 → A1, Hall 1" in desk(LUCH_MOVED, was)
    notice = Notice("n8", Wording((("en", "Luch moved to A1"),)), NOW, "moved", Ref("exhibitor", "luch"))
    noticed = replace(LUCH_MOVED, notices={**OLD.notices, "n8": notice})
    assert "Luch moved to A1" in desk(noticed, was)
    assert "→" not in desk(noticed, was)
    assert "→" not in desk(LUCH_MOVED, ())


# Whatever changes.

STANDS = [key for key in OLD.stands if key != "machines"]
KEYS = [key for key, each in OLD.exhibitors.items() if each.participation != "background"]


@st.composite
def catalogues(draw) -> Catalogue:
    """The catalogue after any number of moves, new names, departures and arrivals."""
    there: dict = {}
    for key in draw(st.lists(st.sampled_from(KEYS), unique=True)):
        what = draw(st.sampled_from(("move", "rename", "leave", "phone")))
        one = OLD.exhibitors[key]
        if what == "move":
            there[key] = replace(one, stands=(draw(st.sampled_from(STANDS)),), hall=None)
        elif what == "rename":
            there[key] = replace(one, name=Wording((("ru", draw(st.text("абв где", min_size=1)) + "!"),)))
        elif what == "phone":
            there[key] = replace(one, phone=("+375 00 000-00-09",))
        else:
            there[key] = None
    for number in range(draw(st.integers(0, 3))):
        there[f"new-{number}"] = replace(
            OLD.exhibitors["alatau"], id=f"new-{number}", name=Wording((("en", f"N{number}"),))
        )
    return changed(exhibitors=there)


@st.composite
def visits(draw) -> Visit:
    marks = {
        Ref("exhibitor", key): Mark(
            favourite=draw(st.booleans()), visited=draw(st.booleans()), note=draw(st.text("a", max_size=1))
        )
        for key in draw(st.lists(st.sampled_from(KEYS), unique=True))
    }
    planned = draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=3))
    return Visit(marks, tuple(Stop(str(at), Ref("exhibitor", key), name=key) for at, key in enumerate(planned)))


@settings(max_examples=80, deadline=None)
@given(new=catalogues(), visit=visits(), code=st.sampled_from(LANGUAGES), cells=st.integers(24, 130))
def test_everything_is_told_once_in_its_place(new, visit, code, cells):
    tongue = Tongue(code, OLD.fair.languages)
    news = news_of(difference(OLD, new), SINCE)
    what = told_news(new, news, visit, tongue, NOW)
    items = [item for item in what.items if item.what]
    planned = {stop.ref for stop in visit.plan}

    def own(ref: Ref | None) -> bool:
        mark = visit.mark(ref) if ref else Mark()
        return mark.favourite or bool(mark.note) or ref in planned

    assert what.count == len(items)
    assert what.own == sum(own(item.ref) or own(item.old) for item in items)
    assert all((own(item.ref) or own(item.old)) == (item.group == OWN) for item in items)
    ranks = [list(GROUPS).index(item.group) for item in what.items]
    assert ranks == sorted(ranks)
    starred = ["★" in item.signs for item in items if item.group == OWN]
    assert starred == sorted(starred, reverse=True)
    assert len({(item.what, item.ref, item.old) for item in items}) == len(items)
    for item in items:
        asked = [fold(word) for word in words(item.name)]
        assert finds(item, asked)
        assert finds(item, [word[:2] for word in asked])
    laid = news_lines(what.items, tongue, cells)
    assert all(width(line.plain) <= cells for line in laid.lines)
    assert laid.stops == what.items
    assert {line.item for line in laid.lines if line.item >= 0} == set(range(len(what.items)))


@given(st.lists(st.text("абв ", min_size=1, max_size=30), max_size=12), st.integers(4, 60))
def test_a_wrapped_text_keeps_its_words_as_far_as_it_has_room(parts, cells):
    text = " ".join(" ".join(parts).split())
    lines = wrapped(text, cells)
    assert all(width(line) <= cells for line in lines)
    assert 1 <= len(lines) <= HIGHEST
    if not any("…" in line for line in lines):
        assert " ".join(lines) == text


def test_a_long_group_is_listed_when_asked_for():
    alatau = OLD.exhibitors["alatau"]
    many = {f"e{n}": replace(alatau, id=f"e{n}", name=Wording((("en", f"Firm {n}"),))) for n in range(MOST + 30)}
    items = [item for item in told(changed(exhibitors=many)).items if item.group == "new"]
    laid = news_lines(items, EN, 80)
    assert laid.stops == (*items[:MOST], "new")
    assert laid.lines[-1].plain.strip() == "and 30 more"
    assert laid.lines[-1].more == "new"
    assert news_lines(items, EN, 80, more={"new": 30}).stops == tuple(items)
