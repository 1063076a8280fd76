"""What comes first: who is called so, then who is called so and more, then who only speaks of it."""

import pytest

from tests.search.crowd import check_order, listed, rows

ORDER = [
    # The exact short name, the start of a longer one, a word of one, another name, a product, a mention.
    ("стан", ["stan", "stan-service", "torgovy-stan", "novy-stan", "metall", "alfa"]),
    ("Стан", ["stan", "stan-service", "torgovy-stan", "novy-stan", "metall", "alfa"]),
    ("cnfy", ["stan", "stan-service", "torgovy-stan", "novy-stan", "metall", "alfa"]),
    ("stan", ["stan", "stan-service", "torgovy-stan", "novy-stan", "metall", "alfa"]),
    ("новый стан", ["novy-stan"]),
    ("торговый стан", ["torgovy-stan"]),
    ("полесье", ["polesie", "poleszhil", "les"]),
    ("polesie", ["polesie", "poleszhil"]),
    ("вертикаль", ["vertikal", "vertikal-lift", "gorizontal"]),
    ("dthnbrfkm", ["vertikal", "vertikal-lift", "gorizontal"]),
    ("ооо вертикаль", ["vertikal", "vertikal-lift", "gorizontal"]),
    ("луч", ["luch", "solnechny"]),
    ("луч", ["luch", "luchshie"]),
    ("мост", ["most", "mostovik"]),
    ("moct", ["most"]),
    ("холодов", ["holodov"]),
    ("коваль", ["koval"]),
    ("гранит", ["granit", "p-kovaleva"]),
    ("мтз", ["mtz", "mtz-holding", "zs"]),
    ("минский тракторный завод", ["mtz", "zs"]),
    ("насосы", ["obed", "nasos"]),
    # A name before a person, a person before a mention.
    ("ковалёв", ["kovalev", "p-kovaleva"]),
    ("вертикал", ["vertikal", "p-vertikalev", "gorizontal"]),
    ("гриб", ["koval"]),
    # A town's whole name: who is there, and is called after it, first; then names that only start like it.
    ("орша", ["orsha-len", "instrument", "omsk-desc"]),
    ("орша", ["instrument", "orshavto"]),
    ("orsha", ["orsha-len", "instrument"]),
    # Half of it may be the start of anything.
    ("орш", ["orsha-len", "instrument"]),
    ("брест", ["bcz", "yard"]),
    # All words in one name before the same words here and there.
    ("минский завод", ["mtz", "zs"]),
    ("цветной металл", ["tsvet"]),
    ("металл", ["svet", "metall"]),
    ("насосы казань", ["obed"]),
]


@pytest.mark.parametrize(("typed", "meant"), rows([(typed, tuple(meant)) for typed, meant in ORDER]))
def test_comes_in_this_order(typed, meant):
    check_order(typed, meant)


@pytest.mark.parametrize(("typed", "meant"), rows(dict.fromkeys((typed, meant[0]) for typed, meant in ORDER[:24])))
def test_the_first_of_them_is_the_first_of_all(typed, meant):
    assert listed(typed)[:1] == (meant,)


@pytest.mark.parametrize("known", ["background"])
def test_who_is_at_the_fair_comes_before_who_is_known_from_ties_only(known):
    from dataclasses import replace

    from guide.search.index import Index
    from tests.search.crowd import CATALOGUE

    tied = replace(CATALOGUE.exhibitors["luch"], id="a-luch", participation=known)
    twins = Index.build(replace(CATALOGUE, exhibitors={**CATALOGUE.exhibitors, "a-luch": tied}))
    assert [ref.id for ref in twins.search("луч").refs("exhibitor")[:2]] == ["luch", "a-luch"]


def test_equals_come_by_name():
    assert listed("ткани могилёв")[:1] == ("mkt",)
    assert listed("в", "exhibitor")[:2] == ("vagon", "vektor")
