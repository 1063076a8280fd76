"""The guide's own table: what ``guide export csv`` writes comes back with the same firms, stands and ids."""

import csv
import io

import pytest
import tomli

from guide.catalogue.check import check
from guide.catalogue.model import Catalogue, Ref
from guide.exchange.selection import things, whole_fair
from guide.exchange.table import table
from guide.i18n import LANGUAGES, Tongue
from guide.intake import tables
from guide.intake.draft import Draft
from guide.intake.files import Asked, ForeignError, Incoming
from guide.intake.ids import named
from guide.intake.joined import joined
from guide.intake.written import written
from tests.exchange.hostile_fair import HOSTILE, hostile, tongue_of
from tests.venue.fairs import bundled, example, fair_of

ENGLISH = Tongue("en")


def draft_of(data: bytes) -> Draft:
    return joined([tables.read([Incoming("fair.csv", data)], Asked())], Asked())


def imported(text: str | bytes) -> Catalogue:
    """The catalogue of the files written of a table."""
    data = text.encode() if isinstance(text, str) else text
    files = written(named(draft_of(data)), ENGLISH)
    catalogue = check([tomli.loads(each) for _, each in sorted(files.items())]).catalogue
    assert catalogue is not None
    return catalogue


def same(ours: Catalogue, theirs: Catalogue, tongue: Tongue) -> None:
    """Whether the firms and the stands are the same as far as a table says."""
    listed = {key: firm for key, firm in ours.exhibitors.items() if firm.participation != "background"}
    assert theirs.exhibitors.keys() == listed.keys()
    assert theirs.stands.keys() == ours.stands.keys()
    assert {key: (each.code, each.hall) for key, each in theirs.stands.items()} == {
        key: (each.code, each.hall) for key, each in ours.stands.items()
    }
    for key, firm in listed.items():
        got = theirs.exhibitors[key]
        assert tongue.d(got.name) == tongue.d(firm.name)
        assert (got.stands, got.hall, got.host) == (firm.stands, firm.hall, firm.host)
        assert (got.phone, got.email, got.site, got.social) == (firm.phone, firm.email, firm.site, firm.social)
        if firm.place and firm.place.country:
            assert got.place.country == firm.place.country


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("fair", [bundled, example])
def test_firms_and_stands_come_back(fair, code):
    tongue = Tongue(code, fair().fair.languages)
    got = imported(table(whole_fair(fair(), tongue)))
    same(fair(), got, tongue)
    assert got.halls.keys() == fair().halls.keys()
    assert got.people.keys() == fair().people.keys()
    assert {key: (each.date, each.starts, each.ends) for key, each in got.sessions.items()} == {
        key: (each.date, each.starts, each.ends) for key, each in fair().sessions.items()
    }


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "cp1251"), ("\t", "utf-16"), (";", "utf-8")])
def test_a_table_that_was_saved_anew_is_ours_still(delimiter, encoding):
    tongue = Tongue("ru", example().fair.languages)
    text = table(things(example(), tongue, list(example().refs("exhibitor"))[:20])).removeprefix("\ufeff")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    saved = io.StringIO(newline="")
    csv.writer(saved, delimiter=delimiter).writerows(rows)
    got = imported(saved.getvalue().encode(encoding, "replace"))
    assert list(got.exhibitors) == sorted(got.exhibitors, key=list(got.exhibitors).index)
    assert got.exhibitors.keys() == {ref.id for ref in list(example().refs("exhibitor"))[:20]}


def test_an_answer_brings_the_stands_and_halls_that_it_names():
    refs = [ref for ref in example().refs("exhibitor") if example().exhibitors[ref.id].stands][:8]
    got = imported(table(things(example(), ENGLISH, refs)))
    codes = [example().stands[key].code for ref in refs for key in example().exhibitors[ref.id].stands]
    assert [got.stands[key].code for ref in refs for key in got.exhibitors[ref.id].stands] == codes


def test_stands_in_several_halls_and_codes_with_commas():
    catalogue = fair_of("""
[[hall]]
id = "a"
name = "Hall A"
[[hall]]
id = "b"
name = "Hall B"
[[stand]]
code = "1"
hall = "a"
[[stand]]
code = "1"
hall = "b"
[[stand]]
code = "9, Stand A10"
hall = "b"
[[exhibitor]]
id = "x"
name = "=X, or 'not"
phone = "+375 17 200-00-00"
stands = ["a#1", "b#1"]
[[exhibitor]]
id = "y"
name = "Y"
stands = ["b#9, Stand A10", "b#1"]
""")
    same(catalogue, imported(table(whole_fair(catalogue, ENGLISH))), ENGLISH)


def test_what_a_table_does_not_hold_is_told():
    draft = draft_of(table(things(example(), ENGLISH, [next(example().refs("venture"))])).encode())
    assert [each.code for each in draft.oddities if each.code == "I077"] == ["I077"]
    assert not draft.of("venture")
    assert draft.rows == 1


@HOSTILE
def test_hostile_names_are_names(kind):
    catalogue = hostile(kind)
    tongue = tongue_of(catalogue)
    try:
        got = imported(table(whole_fair(catalogue, tongue)))
    except ForeignError:  # a file of replaced signs is taken for no text
        return
    assert got.get(Ref("exhibitor", "exhibitor-1")) is not None
