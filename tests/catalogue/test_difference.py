"""The difference of two catalogues: nothing where they say the same, and exactly what was edited where they do not."""

import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide import places
from guide.catalogue.difference import WHATS, Difference, difference
from guide.catalogue.load import load
from guide.catalogue.model import Catalogue, Figure, Ref
from guide.i18n import Wording
from tests.benchmarks import fairs
from tests.catalogue.catalogues import catalogue

Edit = tuple[str, str, str]  # what, kind, the id


@cache
def example() -> Catalogue:
    """The fictional fair, which has something of everything."""
    return load(places.bundled("example-fair")).catalogue


@cache
def kept() -> bytes:
    return pickle.dumps(example())


def again() -> Catalogue:
    """The same fair read a second time: equal, and nothing of it the same object."""
    return pickle.loads(kept())


def happened(found: Difference) -> set[Edit]:
    return {(each.what, each.kind, each.new or each.old or "") for each in found.changes}


def the(found: Difference, what: str) -> Any:
    [change] = [each for each in found.changes if each.what == what]
    return change


def traits(change: Any) -> set[str]:
    return {each.trait for each in change.evidence}


# Nothing differs


def test_a_catalogue_does_not_differ_from_itself():
    assert difference(example(), again()).changes == ()


@pytest.mark.parametrize("fair", ["innoprom-belarus-2025", "example-fair"])
def test_nor_do_the_bundled_fairs(fair):
    one = load(places.bundled(fair)).catalogue
    assert difference(one, one).changes == ()


def test_the_order_of_records_and_of_the_stands_of_one_is_no_difference():
    turned = {key: replace(each, stands=each.stands[::-1]) for key, each in reversed(again().exhibitors.items())}
    assert difference(example(), replace(again(), exhibitors=turned)).changes == ()


# Random edits are found, and nothing else


def _put(fair: Catalogue, kind: str, key: str, thing: Any) -> Catalogue:
    attribute = {"exhibitor": "exhibitors", "session": "sessions", "stand": "stands"}[kind]
    return replace(fair, **{attribute: {**fair.table(kind), key: thing}})


def _moved(fair: Catalogue, key: str, salt: int) -> Catalogue:
    one = fair.exhibitors[key]
    free = [each for each in fair.stands if each not in one.stands]
    return _put(fair, "exhibitor", key, replace(one, stands=(free[salt % len(free)],), hall=None))


def _renamed(fair: Catalogue, key: str, salt: int) -> Catalogue:
    return _put(fair, "exhibitor", key, replace(fair.exhibitors[key], name=Wording.same(f"Совершенно иное {salt}")))


def _rehosted(fair: Catalogue, key: str, salt: int) -> Catalogue:
    hosts = [each for each in fair.exhibitors if each not in (key, fair.exhibitors[key].host)]
    return _put(fair, "exhibitor", key, replace(fair.exhibitors[key], host=hosts[salt % len(hosts)]))


def _changed(fair: Catalogue, key: str, salt: int) -> Catalogue:
    return _put(fair, "exhibitor", key, replace(fair.exhibitors[key], seeks=(Wording.same(f"кого-то {salt}"),)))


def _gone(fair: Catalogue, key: str, salt: int) -> Catalogue:
    return replace(fair, exhibitors={each: one for each, one in fair.exhibitors.items() if each != key})


EDITS: dict[str, Callable[[Catalogue, str, int], Catalogue]] = {
    "moved": _moved,
    "renamed": _renamed,
    "rehosted": _rehosted,
    "changed": _changed,
    "gone": _gone,
}


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    edits=st.lists(
        st.tuples(st.integers(0, 149), st.sampled_from(sorted(EDITS)), st.integers(0, 10**6)),
        max_size=12,
        unique_by=lambda edit: edit[0],
    ),
    new_ids=st.lists(st.integers(0, 149), max_size=5, unique=True),
)
def test_what_was_edited_is_found_and_nothing_else(edits, new_ids):
    keys = list(example().exhibitors)
    fair, wanted = again(), set()
    for at, what, salt in edits:
        fair = EDITS[what](fair, keys[at], salt)
        wanted.add((what, "exhibitor", keys[at]))
    edited = {keys[at] for at, _, _ in edits}
    for at in new_ids:
        # Who is named by others keeps its id here: those would have to be rewritten too.
        named = any(keys[at] == each.host for each in fair.exhibitors.values()) or _is_named(keys[at])
        if keys[at] in edited or named:
            continue
        one = fair.exhibitors[keys[at]]
        fair = _put(_gone(fair, keys[at], 0), "exhibitor", f"new-{at}", replace(one, id=f"new-{at}"))
        wanted.add(("new-id", "exhibitor", f"new-{at}"))
    assert happened(difference(example(), fair)) == wanted


def _is_named(key: str) -> bool:
    ties, ref = example().relations, Ref("exhibitor", key)
    return any(ref in each for each in (ties.ventures, ties.people, ties.sessions, ties.notices, ties.aliases)) or (
        ref in example().fair.organisers or ref in ties.figures
    )


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_backwards_what_was_new_is_gone(rng):
    keys = rng.sample(sorted(example().exhibitors), 5)
    fewer = replace(again(), exhibitors={key: one for key, one in again().exhibitors.items() if key not in keys})
    assert difference(example(), fewer).counts == {"gone": 5}
    assert difference(fewer, example()).counts == {"new": 5}


# Times, places, figures


def test_a_session_at_another_time_and_in_another_room():
    session = example().sessions["opening"]
    later = replace(session, starts=time(12), date=session.date + timedelta(days=1), room=Wording.same("Двор"))
    found = difference(example(), _put(again(), "session", "opening", later))
    assert happened(found) == {("retimed", "session", "opening"), ("moved", "session", "opening")}
    assert [each.field for each in the(found, "retimed").fields] == ["date", "starts"]


def test_the_hours_of_the_fair():
    hours = (replace(example().fair.hours[0], opens=time(9)), *example().fair.hours[1:])
    found = difference(example(), replace(again(), fair=replace(again().fair, hours=hours)))
    assert happened(found) == {("retimed", "fair", "example-crossroads")}


def test_a_figure_and_another_name_are_told_of_what_they_are_about():
    more = Figure(Ref("fair", "example-crossroads"), Wording.same("кошки"), 3.0, ("invented",))
    found = difference(example(), replace(again(), figures=(*again().figures, more), aliases=again().aliases[1:]))
    assert {each.fields[0].field for each in found.changes} == {"figure", "alias"}
    assert {each.what for each in found.changes} == {"changed"}


def test_what_happened_comes_in_one_order():
    keys = list(example().exhibitors)
    fair = again()
    for what, key in zip(sorted(EDITS, reverse=True), keys, strict=False):
        fair = EDITS[what](fair, key, 1)
    whats = [each.what for each in difference(example(), fair).changes]
    assert whats == sorted(whats, key=WHATS.index)
    assert difference(example(), fair).changes == difference(example(), fair).changes


# One thing with two ids

FIRM = """
[[exhibitor]]
id = "{id}"
name = "{name}"
{more}
"""


def firms(*each: tuple[str, str, str]) -> Catalogue:
    """A fair of these firms: id, name, further lines."""
    stands = "".join(f'\n[[stand]]\ncode = "A{n}"\nkind = "shared"\n' for n in range(1, 9))
    return catalogue(stands + "".join(FIRM.format(id=key, name=name, more=more) for key, name, more in each))


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ('site = "https://example.org/x"\nstands = ["A1"]', {"site", "stand"}),
        ('site = "https://example.org/x"\nphone = ["+375 00 000-00-01"]', {"site", "phone"}),
        ('stands = ["A1"]\nproducts = ["весы"]\nplace = { city = "Брест" }', {"stand", "products", "place"}),
        ('legal_name = "ООО «Весы»"\nplace = { city = "Брест" }', {"legal name", "place"}),
    ],
)
def test_another_name_and_id_are_one_firm_by_evidence(more, shown):
    found = difference(firms(("old", "Заря", more)), firms(("new", "Маяк", more)))
    assert happened(found) == {("renamed", "exhibitor", "new"), ("new-id", "exhibitor", "new")}
    assert traits(the(found, "renamed")) == shown


@pytest.mark.parametrize(
    "more",
    ['participation = "participant"', 'stands = ["A1"]', 'place = { city = "Минск" }', 'phone = ["+375 00 000-00-01"]'],
)
def test_one_likeness_is_none(more):
    found = difference(firms(("old", "Заря", more)), firms(("new", "Маяк", more)))
    assert happened(found) == {("gone", "exhibitor", "old"), ("new", "exhibitor", "new")}


def test_a_name_alone_is_never_enough():
    found = difference(firms(("old", "Заря", "")), firms(("new", "Заря", "")))
    assert happened(found) == {("gone", "exhibitor", "old"), ("new", "exhibitor", "new")}


def test_of_two_that_are_as_like_nobody_is_taken():
    more = 'place = { city = "Минск" }'
    found = difference(firms(("old", "Заря", more)), firms(("one", "Заря", more), ("two", "Заря", more)))
    assert found.counts == {"new": 2, "gone": 1}


def test_the_telephone_of_an_office_that_others_share_is_little():
    more = 'phone = ["+375 00 000-00-01"]\nsite = "https://example.org"'
    stays = ("stays", "Холдинг", more)
    found = difference(firms(stays, ("old", "Заря", more)), firms(stays, ("new", "Маяк", more)))
    assert found.counts == {"new": 1, "gone": 1}


def test_ids_that_were_numbered_anew_are_seen_through():
    def firm(at: int) -> tuple[str, str]:
        names = ["Заря", "Маяк", "Прогресс", "Родник", "Волна", "Искра"]
        return names[
            at
        ], f'site = "https://example.org/{at}"\nphone = ["+375 00 000-00-{at:02}"]\nstands = ["A{at + 1}"]'

    old = firms(*((f"row-{at}", *firm(at)) for at in range(6)))
    new = firms(*((f"row-{at}", *firm((at + 1) % 6)) for at in range(6)))
    found = difference(old, new)
    assert found.counts == {"new-id": 6}
    assert {(each.old, each.new) for each in found.changes} == {(f"row-{(at + 1) % 6}", f"row-{at}") for at in range(6)}


PERSON = '[[person]]\nid = "sokolov"\nname = "{0}"\nrole = "{1}"\norganisation = {{ ru = "{2}" }}\n'


@pytest.mark.parametrize(
    ("now", "what"),
    [
        (("Александр Соколов", "министр", "Министерство"), {"gone", "new"}),
        (("Иван Орлов", "директор", "Министерство"), {"renamed", "changed"}),
        (("Андрей Соколов", "министр", "Министерство"), {"changed"}),
    ],
)
def test_an_id_that_another_bears_now_is_no_renaming(now, what):
    old = catalogue(PERSON.format("Андрей Соколов", "директор", "Завод"))
    assert {each.what for each in difference(old, catalogue(PERSON.format(*now))).changes} == what


def test_a_translation_that_came_is_no_renaming():
    one, two = '[[hall]]\nid = "h"\nname = "Зал"\n', '[[hall]]\nid = "h"\nname = { ru = "Зал", en = "Hall" }\n'
    assert happened(difference(catalogue(one), catalogue(two))) == {("changed", "hall", "h")}


# Halls and stands

HALL = """
[[hall]]
id = "{hall}"
name = "Зал"
outline = [[0, 0], [40, 0], [40, 20], [0, 20]]
[[stand]]
code = "{code}"
hall = "{hall}"
polygon = [[2, 2], [8, 2], [8, 6], [2, 6]]
[[stand]]
code = "B2"
hall = "{hall}"
[[exhibitor]]
id = "e"
name = "Заря"
stands = ["{hall}#{code}"]
"""


def test_a_hall_with_another_id_takes_its_stands_and_who_is_there_with_it():
    found = difference(catalogue(HALL.format(hall="h1", code="A1")), catalogue(HALL.format(hall="one", code="A1")))
    assert happened(found) == {("new-id", "hall", "one")}
    assert traits(the(found, "new-id")) == {"name", "shape", "codes"}


def test_a_stand_numbered_anew_at_its_place_moves_nobody():
    found = difference(catalogue(HALL.format(hall="h1", code="A1")), catalogue(HALL.format(hall="h1", code="A7")))
    assert happened(found) == {("renamed", "stand", "h1#A7")}
    assert traits(the(found, "renamed")) == {"shape"}


def test_a_hall_that_became_known_moves_nobody():
    bare = '[[stand]]\ncode = "A1"\n[[exhibitor]]\nid = "e"\nname = "Заря"\nstands = ["A1"]\n'
    hall = '[[hall]]\nid = "h1"\nname = "Зал"\n' + bare.replace('code = "A1"', 'code = "A1"\nhall = "h1"')
    assert happened(difference(catalogue(bare), catalogue(hall))) == {
        ("new", "hall", "h1"),
        ("changed", "stand", "h1#A1"),
    }


def test_who_stands_on_a_stand_that_is_in_another_hall_moved():
    halls = '[[hall]]\nid = "h1"\nname = "Раз"\n[[hall]]\nid = "h2"\nname = "Два"\n'
    text = halls + '[[stand]]\nid = "s"\nhall = "{hall}"\n[[exhibitor]]\nid = "e"\nname = "Заря"\nstands = ["s"]\n'
    found = difference(catalogue(text.replace("{hall}", "h1")), catalogue(text.replace("{hall}", "h2")))
    assert happened(found) == {("moved", "stand", "s"), ("moved", "exhibitor", "e")}


def test_thousands_with_new_ids_are_found_again():
    old = fairs.fair(1500)
    new = {f"z{at}": replace(one, id=f"z{at}") for at, one in enumerate(old.exhibitors.values())}
    assert difference(old, replace(old, exhibitors=new)).counts == {"new-id": 1500}
