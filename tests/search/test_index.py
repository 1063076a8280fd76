"""What is found, in what order and why: the table reads as the manual of the search box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.catalogue.model import Catalogue, Exhibitor, Fair, Ref
from guide.search.fields import KINDS
from guide.search.index import Index
from tests.search.fair import CATALOGUE, said

INDEX = Index.build(CATALOGUE)


def best(query, kind=None):
    """The id of the best hit."""
    hits = INDEX.search(query).hits([kind] if kind else None, 1)
    return hits[0].ref.id if hits else None


FOUND = [
    # typed                     found                  as it
    ("полесье", "polesie"),  # is called
    ("пол", "polesie"),  # starts
    ("ПОЛЕСЬЕ", "polesie"),  # in capitals
    ("Палессе", "polesie"),  # in Belarusian
    ("polesye", "polesie"),  # in Latin letters, one way
    ("polesi", "polesie"),  # and not finished
    ("gjktcmt", "polesie"),  # with the English layout on
    ("gjkt", "polesie"),  # and not finished
    ("«полесье»", "polesie"),  # quoted
    ("ооо полесье", "polesie"),  # with a legal form that it has not
    ("мтз", "mtz"),  # an alias
    ("mtz", "mtz"),  # in Latin letters
    ("vnp", "mtz"),  # on the other layout
    ("завод минский тракторный", "mtz"),  # words in any order
    ("трактор мин", "mtz"),  # parts of words
    ("мотоблоков", "mtz"),  # a product in another form
    ("минск мтз", "mtz"),  # name and town
    ("щекинскии", "shch"),  # ё and й as е and и
    ("shchyok", "shch"),  # transliterated
    ("каздеталь", "kaz-detal"),  # joined
    ("каз деталь", "kaz-detal"),  # parted
    ("каз-деталь", "kaz-detal"),  # as written
    ("завод -минский", "shch"),  # with a word that must not be there
    ("ёлкина", "elkina"),  # a person
    ("санкт-пет", "kaz-detal"),  # a hyphenated town, not finished
    ("агромаш", "agro"),  # inside a word
    ("дарк", "darc"),  # without the apostrophe
    ("coba", "sova"),  # in letters that look alike
    ("сименс", "siemens"),  # by a collected alias
    ("munchen", "siemens"),  # without marks
    ("7c5.1", "polesie"),  # who has a stand, by its code in Latin letters
    ("7 с 5 1", "polesie"),  # spaced
    ("стенд a61", "mtz"),  # with the word, without the zero
    ("справочная", "info"),  # a service
    ("губернатор", "russkikh"),  # a role
    ("димитровград", "polesie-dg"),  # where a venture leads
    ("открытие", "opening"),  # a session
    ("павильон 7", "h1"),  # a hall
]


@pytest.mark.parametrize(("typed", "found"), FOUND)
def test_finds(typed, found):
    assert best(typed) == found


@pytest.mark.parametrize("typed", ["7с5.1", "7 c 5 1", "павильон 7, 7C5", "7С5.1"])
def test_a_stand_is_found_by_its_code_in_any_spelling(typed):
    assert best(typed, "stand") == "h1#7С5.1"


@pytest.mark.parametrize("typed", ["кобальт", "zzz", "полесье -полесье"])
def test_finds_nothing(typed):
    answer = INDEX.search(typed)
    assert answer.total == 0
    assert answer.hits() == []
    assert all(answer.count(kind) == 0 for kind in KINDS)


def test_the_exact_name_comes_first_then_its_start_then_a_word_of_it_then_a_mention():
    firms = {
        "named": Exhibitor("named", said("Стан")),
        "starts": Exhibitor("starts", said("Стан-Сервис")),
        "word": Exhibitor("word", said("Торговый стан")),
        "alias": Exhibitor("alias", said("Прокат"), aliases=(said("новый стан"),)),
        "product": Exhibitor("product", said("Металл"), products=(said("стан"),)),
        "mention": Exhibitor("mention", said("Альфа"), about=said("стан 2000")),
    }
    reversed_firms = dict(reversed(firms.items()))
    index = Index.build(Catalogue(CATALOGUE.fair, exhibitors=reversed_firms))
    assert [ref.id for ref in index.search("стан").refs("exhibitor")] == list(firms)


def test_everything_stands_in_the_base_order_when_nothing_is_asked():
    answer = INDEX.search("  ")
    assert answer.everything
    assert answer.total == sum(len(refs) for refs in INDEX.order.values())
    for kind in KINDS:
        assert answer.refs(kind) == INDEX.order[kind]
        assert answer.count(kind) == len(INDEX.order[kind])
    assert answer.hits(["region"], 2)[0].why == ()


def test_a_lone_minus_word_leaves_everything_else():
    left = INDEX.search("-полесье")
    assert "polesie" not in {ref.id for ref in left.refs("exhibitor")}
    assert left.count("exhibitor") == INDEX.search("").count("exhibitor") - INDEX.search("полесье").count("exhibitor")


def test_the_reading_is_said_and_so_is_why():
    answer = INDEX.search("gjktcmt")
    assert (answer.reading, answer.reason) == ("полесье", "keyboard-layout")
    hit = answer.hits(["exhibitor"])[0]
    assert (hit.why[0].field, hit.why[0].reason, hit.why[0].matched) == ("name", "keyboard-layout", "Полесье")
    assert INDEX.search("полесье").reading == ""


@pytest.mark.parametrize(
    ("typed", "kind", "field", "reason", "matched"),
    [
        ("полесье", "exhibitor", "name", "exact", "Полесье"),
        ("полес", "exhibitor", "name", "prefix", "Полесье"),
        ("тракторный", "exhibitor", "name", "word", "тракторный"),
        ("мтз", "exhibitor", "alias", "alias", "МТЗ"),
        ("shchekin", "exhibitor", "name", "transliteration", "Щёкинский"),
        ("мотоблоков", "exhibitor", "products", "word-form", "мотоблоки"),
        ("7c5.1", "exhibitor", "stand", "stand-code", "7С5.1"),
        ("санкт-петербург", "exhibitor", "city", "word", "Санкт-Петербург"),
        ("coba", "exhibitor", "name", "look-alike", "СОВА"),
    ],
)
def test_says_why(typed, kind, field, reason, matched):
    assert INDEX.search(typed).hits([kind], 1)[0].why[0] == (field, reason, matched)


def test_each_word_has_its_own_reason():
    fields = [why.field for why in INDEX.search("минск мотоблоки").hits(["exhibitor"], 1)[0].why]
    assert fields == ["name", "products"]


def test_counts_agree_with_what_is_listed_for_every_kind():
    for query in ("", "п", "по", "область", "7", "завод -минск", "gj"):
        answer = INDEX.search(query)
        for kind in KINDS:
            refs = answer.refs(kind)
            assert len(refs) == len(set(refs)) == answer.count(kind)
            assert set(refs) <= set(INDEX.order[kind])
        assert answer.total == sum(answer.count(kind) for kind in KINDS)


def test_kinds_and_limits_of_hits():
    answer = INDEX.search("полесье")
    assert {hit.ref.kind for hit in answer.hits(["venture"])} == {"venture"}
    assert len(answer.hits(limit=1)) == 1
    assert answer.hits(limit=0) == []
    scores = [hit.score for hit in answer.hits()]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


def test_an_empty_catalogue_is_searched_too():
    index = Index.build(Catalogue(CATALOGUE.fair))
    assert index.search("полесье").total == 0
    assert index.search("").total == 0


def test_the_base_order_follows_the_language():
    both = {"a": Exhibitor("a", said("Ямал", en="Alpha")), "b": Exhibitor("b", said("Брест", en="Zeta"))}
    catalogue = Catalogue(
        Fair("f", said("f"), CATALOGUE.fair.starts, CATALOGUE.fair.ends, "UTC", ("ru",)), exhibitors=both
    )
    assert Index.build(catalogue).order["exhibitor"] == (Ref("exhibitor", "b"), Ref("exhibitor", "a"))
    assert Index.build(catalogue, ("en", "ru")).order["exhibitor"] == (Ref("exhibitor", "a"), Ref("exhibitor", "b"))


@given(st.text(max_size=30))
def test_any_query_is_answered(query):
    answer = INDEX.search(query)
    for hit in answer.hits():
        assert hit.score > 0
    for kind in KINDS:
        answer.refs(kind)
