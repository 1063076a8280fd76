"""New ties: who could work with whom, and nothing that the catalogue does not say."""

import gc
from dataclasses import replace

import pytest

from guide.catalogue.model import Catalogue, Exhibitor, Place, Ref, Region, Venture
from guide.i18n import Wording
from guide.search.phrases import meets, phrases
from guide.search.ties import _table, could_work_with, prepare
from tests.search.fair import CATALOGUE, by_id, said, several

BREST, ULYANOVSK = Ref("region", "BY-BR"), Ref("region", "RU-ULY")


def ties(ref, catalogue=CATALOGUE):
    """Who could be worked with -> the kinds of the reasons."""
    return {tie.ref.id: [reason.kind for reason in tie.reasons] for tie in could_work_with(catalogue, ref)}


def test_a_need_meets_an_offer_from_both_sides():
    assert "offers" in ties(ULYANOVSK)["mtz"]
    assert "seeks" in ties(Ref("exhibitor", "mtz"))["RU-ULY"]
    assert next(iter(ties(ULYANOVSK))) == "mtz"


def test_the_words_that_it_rests_on_are_the_others_own():
    (tie,) = [tie for tie in could_work_with(CATALOGUE, ULYANOVSK) if tie.ref.id == "mtz"]
    assert tie.reasons[0].what == Wording.same("тракторы")


def test_an_exhibitor_and_its_host_are_one_side():
    assert "zavod-s" not in ties(Ref("exhibitor", "mtz"))
    assert "mtz" not in ties(Ref("exhibitor", "zavod-s"))


def test_a_region_is_not_told_of_those_who_are_from_it():
    firms = by_id(
        Exhibitor("own", said("Свои"), place=Place(None, ULYANOVSK, "RU"), products=several("тракторы")),
        Exhibitor("other", said("Чужие"), place=Place(None, BREST, "BY"), products=several("тракторы")),
    )
    assert set(ties(ULYANOVSK, replace_firms(firms))) == {"other"}


def test_a_shared_sector_counts_more_where_a_venture_joins_the_regions_already():
    firms = by_id(
        Exhibitor("toys", said("Игрушки"), place=Place(None, BREST, "BY"), sectors=several("игрушки")),
        Exhibitor("near", said("Куклы"), place=Place(None, ULYANOVSK, "RU"), sectors=several("Игрушки")),
        Exhibitor("far", said("Кубики"), place=Place(None, None, "KZ"), sectors=several("игрушки")),
    )
    found = ties(Ref("exhibitor", "toys"), replace_firms(firms))
    assert list(found) == ["near", "far"]
    assert found["near"] == ["regions", "sector"]
    assert found["far"] == ["sector"]


def test_those_known_from_ties_only_are_named_where_nobody_who_came_has_as_good_a_reason():
    came = Exhibitor("came", said("Пришли"), sectors=several("станки"))
    known = Exhibitor("known", said("Известны"), sectors=several("станки"), participation="background")
    asks = Exhibitor("asks", said("Спрашивают"), sectors=several("станки"))
    assert set(ties(Ref("exhibitor", "asks"), replace_firms(by_id(asks, came, known)))) == {"came"}
    assert set(ties(Ref("exhibitor", "asks"), replace_firms(by_id(asks, known)))) == {"known"}


@pytest.mark.parametrize("ref", [Ref("exhibitor", "darc"), Ref("venture", "lifts"), Ref("exhibitor", "nobody")])
def test_nothing_is_invented(ref):
    assert could_work_with(CATALOGUE, ref) == []


def test_no_more_than_asked_for():
    assert len(could_work_with(CATALOGUE, Ref("exhibitor", "mtz"), limit=1)) == 1


def test_everything_said_can_be_looked_up():
    for ref in (*CATALOGUE.refs("exhibitor"), *CATALOGUE.refs("region")):
        for tie in could_work_with(CATALOGUE, ref):
            assert tie.ref != ref
            assert tie.reasons
            for reason in tie.reasons:
                if isinstance(reason.what, Ref):
                    assert isinstance(CATALOGUE.get(reason.what), Venture)


@pytest.mark.parametrize(
    ("sought", "offered"),
    [
        ("тракторов", "тракторы"),
        ("тракторы и комбайны", "зерноуборочные комбайны"),
        ("белорусские станки", "токарные станки"),
        ("упаковочное оборудование", "фасовочное и упаковочное оборудование"),
        ("узлы и агрегаты для МС-21", "узлы и агрегаты для МС-21, комплектующие для Ил-76"),
        ("партнёры в электронике", "электроника"),
        ("tractors", "tractor"),
    ],
)
def test_meet(sought, offered):
    assert any(meets(one, two) for one in phrases(several(sought)) for two in phrases(several(offered)))


@pytest.mark.parametrize(
    ("sought", "offered"),
    [
        ("комплектующие для тракторов", "тракторы"),
        ("дорожное строительство", "дорожная техника"),
        ("станки для лесной промышленности", "лесная промышленность"),
        ("комплектующие для МС-21", "комплектующие для Ил-76"),
        ("химия для металлургии и строительства", "строительство"),
        ("новое оборудование", "оборудование"),
        ("road machinery", "road building"),
    ],
)
def test_do_not_meet(sought, offered):
    assert not any(meets(one, two) for one in phrases(several(sought)) for two in phrases(several(offered)))


def test_two_languages_must_agree_where_both_have_two():
    seeks = said("машиностроение", en="engineering")
    offers = said("обратный инжиниринг", en="reverse engineering")
    firms = by_id(Exhibitor("a", said("А"), seeks=(seeks,)), Exhibitor("b", said("Б"), offers=(offers,)))
    assert ties(Ref("exhibitor", "a"), replace_firms(firms)) == {}


def replace_firms(firms) -> Catalogue:
    """The small fair with other exhibitors, and regions that seek tractors."""
    regions = {key: replace(region, sectors=()) for key, region in CATALOGUE.regions.items()}
    assert all(isinstance(region, Region) for region in regions.values())
    return replace(CATALOGUE, exhibitors=firms, regions=regions)


def test_what_is_worked_out_stays_for_the_catalogue_shown_the_one_held_and_the_next():
    catalogues = [replace(CATALOGUE) for _ in range(3)]
    for number in range(3):
        prepare(catalogues[number])
    tables = [_table(each) for each in catalogues]
    prepare(catalogues[0])
    assert [_table(each) for each in catalogues] == tables
    del catalogues[1:]
    gc.collect()
    newer = replace(CATALOGUE)
    prepare(newer)
    assert _table(catalogues[0]) is tables[0]
    assert not tables[2]._entities  # nobody can ask for it: let go in short turns
