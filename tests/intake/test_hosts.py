"""Hosts and guests, shared stands, stands of countries and regions, halls beside stands."""

import pytest

from guide.catalogue.model import Ref
from guide.intake.draft import Origin
from guide.intake.files import Asked
from guide.intake.joined import joined
from guide.intake.pavilions import kind_of
from tests.intake.drafting import catalogue_of, files_of, listed, told

A1, A2 = [("1", "A1")], [("1", "A2")]


def test_several_without_a_host_share_their_stand():
    draft = listed([{"name": name, "booths": A1} for name in ("Альфа", "Бета", "Гамма")])
    fair = catalogue_of(draft)
    assert fair.stands["hall-1#A1"].kind == "shared"
    assert told(draft) == [("I045", 0)]
    assert "# Several exhibitors are on this stand" in files_of(draft, language="en")["stands.toml"]


def test_one_alone_shares_nothing():
    assert catalogue_of(listed([{"name": "Альфа", "booths": A1}])).stands["hall-1#A1"].kind != "shared"


@pytest.mark.parametrize("named", ["ООО «Альфа»", "АЛЬФА", "Альфа", {"ru": "Альфа"}])
def test_a_host_is_found_by_its_name(named):
    draft = listed([{"name": "Бета", "host": named, "booths": A1}, {"name": "Альфа", "booths": A1}])
    fair = catalogue_of(draft)
    assert (fair.exhibitors["beta"].host, fair.exhibitors["beta"].participation) == ("alfa", "co-exhibitor")
    assert fair.stands["hall-1#A1"].kind != "shared"
    assert not told(draft)


def test_a_host_of_a_name_that_several_have_is_the_one_on_the_stand():
    fair = catalogue_of(listed([
        {"name": "Альфа", "town": "Брест", "booths": A2}, {"name": "Альфа", "town": "Минск", "booths": A1},
        {"name": "Бета", "host": "Альфа", "booths": A1},
    ]))  # fmt: skip
    assert fair.exhibitors["beta"].host == "alfa-minsk"


def test_a_host_that_is_not_in_the_list_is_told_and_kept():
    draft = listed([{"name": "Бета", "host": "Омега", "booths": A1}])
    assert told(draft) == [("I044", 2)]
    assert 'host = "Омега"' in files_of(draft)["raw.toml"]
    beta = catalogue_of(draft).exhibitors["beta"]
    assert (beta.host, beta.participation) == (None, "co-exhibitor")


def test_its_own_main_exhibitor_has_no_host():
    fair = catalogue_of(listed([{"name": "Альфа", "host": "Альфа", "booths": A1}]))
    assert (fair.exhibitors["alfa"].host, fair.exhibitors["alfa"].participation) == (None, "exhibitor")


@pytest.mark.parametrize("name", ["Бета (c/o Альфа)", "Бета, c/o ООО «Альфа»", "Бета c/o Альфа"])
def test_a_host_in_a_name_is_taken_out_of_it(name):
    fair = catalogue_of(listed([{"name": name, "booths": A1}, {"name": "Альфа", "booths": A1}]))
    assert (fair.exhibitors["beta"].name.texts(), fair.exhibitors["beta"].host) == (("Бета",), "alfa")


def test_guests_beside_one_exhibitor_are_its_guests():
    draft = listed([
        {"name": "Альфа", "booths": A1, "participation": "exhibitor"},
        {"name": "Бета", "booths": A1, "participation": "co-exhibitor"},
        {"name": "Гамма", "booths": A1, "participation": "co-exhibitor"},
    ])  # fmt: skip
    fair = catalogue_of(draft)
    assert [each.host for each in fair.exhibitors.values()] == [None, "alfa", "alfa"]
    assert told(draft) == [("I046", 3), ("I046", 4)]


def test_a_guest_without_a_stand_is_on_its_hosts():
    fair = catalogue_of(listed([{"name": "Альфа", "booths": A1}, {"name": "Бета", "host": "Альфа"}]))
    assert fair.exhibitors["beta"].stands == ("hall-1#A1",)


@pytest.mark.parametrize(
    ("name", "kind", "whose"),
    [
        ("Национальный павильон Германии", "national", "DE"),
        ("Национальная экспозиция Республики Беларусь", "national", "BY"),
        ("Нацыянальны павільён", "national", ""),
        ("German Pavilion", "national", "DE"),
        ("Pavilion of Kazakhstan", "national", "KZ"),
        ("Turkey National Pavilion", "national", "TR"),
        ("Экспозиция Брестской области", "regional", "BY-BR"),
        ("Коллективный стенд Республики Татарстан", "regional", "RU-TA"),
        ("Стенд Свердловской области", "regional", "RU-SVE"),
        ("Павильон", "", ""),
        ("Стенд-Сервис", "", ""),
        ("National Instruments", "", ""),
        ("Павильоны и конструкции", "", ""),
    ],
)
def test_stands_of_countries_and_regions_are_known_by_their_names(name, kind, whose):
    assert kind_of(name) == (kind, whose)


def test_a_national_stand_is_called_so_and_its_country_is_a_region_of_the_catalogue():
    draft = listed([{"name": "German Pavilion", "booths": A1}, {"name": "Alpha", "booths": A1}])
    fair = catalogue_of(draft)
    stand = fair.stands["hall-1#A1"]
    assert (stand.kind, stand.region) == ("national", "DE")
    assert (fair.regions["DE"].kind, fair.regions["DE"].participation) == ("country", "exhibitor")
    assert told(draft) == [("I049", 2)]


def test_the_hall_of_a_stand_is_not_said_twice_and_another_one_is_told():
    draft = listed([{"name": "Альфа", "booths": A1}, {"name": "Бета", "booths": A2}])
    hall = draft.link("hall", "2", {"name": "Зал 2"}, next(iter(draft)).origins[0])
    first, second = draft.of("exhibitor").values()
    first.values["hall"] = draft.link("hall", "1", {}, first.origins[0])
    second.values["hall"] = hall
    fair = catalogue_of(draft)
    assert [each.hall for each in fair.exhibitors.values()] == [None, None]
    whole = joined([listed([])], Asked())
    assert not whole.of("exhibitor")


def test_a_second_hall_is_kept_aside():
    draft = listed([{"name": "Бета", "booths": A2}])
    record = next(iter(draft.of("exhibitor").values()))
    record.values["hall"] = draft.link("hall", "2", {"name": "Зал 2"}, record.origins[0])
    assert told(draft) == [("I048", 2)]


@pytest.mark.parametrize(
    ("place", "region", "country"),
    [
        ({"region": "BY-BR"}, "BY-BR", "BY"),
        ({"region": "Брестская область"}, "BY-BR", "BY"),
        ({"region": "Татарстан", "country": "RU"}, "RU-TA", "RU"),
        ({"region": "Bavaria", "country": "DE"}, "DE-BY", "DE"),
    ],
)
def test_regions_of_homes_become_records_that_are_not_counted(place, region, country):
    fair = catalogue_of(listed([{"name": "Альфа", **place}]))
    home = fair.exhibitors["alfa"].place
    assert (home.region.id, home.country) == (region, country)
    there = fair.regions[region]
    assert (there.participation, there.country, there.kind) == ("background", country, "region")
    assert {tag for tag, _ in there.name.pairs} == {"ru", "be", "en"}


@pytest.mark.parametrize("words", ["Полесский край", "Беларусь"])
def test_what_is_no_known_region_stays_as_words_and_a_country_is_none(words):
    home = catalogue_of(listed([{"name": "Альфа", "region": words}])).exhibitors["alfa"].place
    if words == "Беларусь":
        assert home is None or home.region is None or home.region.texts() == (words,)
    else:
        assert home.region.texts() == (words,)


def test_organisations_of_programmes_and_people_are_exhibitors_where_one_is_called_so():
    draft = listed([{"name": "Альфа"}, {"name": "Бета", "town": "Брест"}, {"name": "Бета", "town": "Минск"}])
    draft.fair["organisers"] = [{"ru": "ООО «Альфа»"}]
    origin = Origin("programme.csv", 2)
    named = [{"ru": "ООО «АЛЬФА»"}, {"ru": "Бета"}, {"ru": "Омега"}]
    draft.put("session", "1", {"title": "Доклад", "organisations": named}, origin)
    draft.put("person", "a", {"name": "Анна", "role": "директор", "organisation": {"en": "Альфа"}}, origin)
    fair = catalogue_of(draft)
    known, *words = fair.sessions["doklad"].organisations
    assert known == Ref("exhibitor", "alfa")
    assert [each.texts() for each in words] == [("Бета",), ("Омега",)]
    assert fair.people["anna"].organisation == Ref("exhibitor", "alfa")
    assert fair.fair.organisers == (Ref("exhibitor", "alfa"),)
