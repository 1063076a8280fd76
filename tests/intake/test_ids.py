"""Ids of imported records: short and Latin, told apart, and the same after rows came, went, moved or were mended."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.intake.draft import Draft, Origin
from guide.intake.romanised import short, slug
from tests.intake.drafting import catalogue_of, listed


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Полесье", "polesie"),
        ("ООО «Ромашка-Плюс»", "romashka-plyus"),
        ("Минский тракторный завод", "minsky-traktorny-zavod"),
        ("Гомельшкло, ААТ", "gomelshklo"),
        ("Müller & Söhne GmbH & Co. KG", "mueller-soehne"),
        ("24 VISION a.s.", "24-vision"),
        ("O'Neil Ltd.", "oneil"),
        ("АО", "ao"),
        ("GmbH", "gmbh"),
        ("中国", ""),
        ("«»", ""),
        ("Объединение промышленных предприятий и организаций", "obiedinenie-promyshlennykh"),
    ],
)
def test_a_name_becomes_a_short_latin_word(name, expected):
    assert short(name) == expected


@given(st.text())
def test_whatever_a_name_is_it_becomes_an_id_or_nothing(name):
    for made in (short(name), slug(name)):
        assert not made or AN_ID.match(made)
    assert len(short(name)) <= 64


def test_names_that_several_have_are_told_apart_by_town_country_and_number():
    rows = [{"name": "Заря", "town": "Брест"}, {"name": "Заря", "town": "Минск"}, {"name": "Заря", "country": "RU"},
            {"name": "Заря"}, {"name": "Заря", "about": "x"}, {"name": "Луч"}]  # fmt: skip
    ids = set(catalogue_of(listed(rows)).exhibitors)
    assert ids == {"zarya-brest", "zarya-minsk", "zarya-ru", "zarya", "zarya-2", "luch"}


def test_halls_and_stands_are_called_as_they_hang():
    fair = catalogue_of(listed([{"name": "Луч", "booths": [("10.2", "F010"), ("Павильон А", "1")]}]))
    assert set(fair.halls) == {"hall-10-2", "hall-a"}
    assert fair.exhibitors["luch"].stands == ("hall-10-2#F010", "hall-a#1")


def test_ids_that_files_give_stay():
    draft = Draft()
    for number, given_id in enumerate(("6561", "Opening Talk", "")):
        draft.put("session", str(number), {"title": "Доклад"}, Origin("p.xml", number), given_id)
    assert set(catalogue_of(draft).sessions) == {"6561", "opening-talk", "doklad"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Dr. Anna Müller", "anna-mueller"), ("Prof. Dr. Иван Петров", "ivan-petrov"), ("Drago Ing", "drago-ing")],
)
def test_people_are_called_without_their_titles(name, expected):
    draft = Draft()
    draft.put("person", "1", {"name": name, "role": "докладчик"}, Origin("p.csv", 2))
    assert list(catalogue_of(draft).people) == [expected]


def test_sessions_of_one_title_are_told_apart_by_their_days():
    from datetime import date

    draft = Draft()
    for day in (29, 30):
        draft.put("session", str(day), {"title": "Регистрация", "date": date(2025, 9, day)}, Origin("p.csv", day))
    assert set(catalogue_of(draft).sessions) == {"registratsiya-09-29", "registratsiya-09-30"}


AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


ROWS = [
    {"name": f"Завод {word}", "town": town, "site": f"https://{slug(word)}{n}.example", "phone": [f"+37517200{n:04d}"],
     "booths": [("1", f"A{n}")]}
    for n, (word, town) in enumerate([("Альфа", "Минск"), ("Бета", "Брест"), ("Гамма", "Минск"), ("Дельта", "Пинск"),
                                      ("Альфа", "Гродно"), ("Бета", "Брест-Литовск"), ("Омега", "Минск")])
]  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_second_import_keeps_the_ids_of_all_that_stayed(data):
    earlier = catalogue_of(listed(ROWS))
    by_site = {exhibitor.site: key for key, exhibitor in earlier.exhibitors.items()}
    kept = data.draw(st.lists(st.sampled_from(ROWS), unique_by=id, min_size=1))
    rows = [dict(row) for row in kept]
    for row in rows:
        if data.draw(st.booleans()):
            row["name"] = data.draw(st.sampled_from([row["name"].upper(), f"«{row['name']}»", row["name"] + " плюс"]))
        if data.draw(st.booleans()):
            row["phone"] = ["+375 29 111-22-33"]
    rows += [{"name": "Завод Новый", "town": "Минск", "site": "https://new.example"},
             {"name": "Завод Альфа", "town": "Орша", "site": "https://other.example"}]  # fmt: skip
    random.Random(data.draw(st.integers(0, 99))).shuffle(rows)
    fair = catalogue_of(listed(rows, first=data.draw(st.integers(1, 50))), earlier=earlier)
    for key, exhibitor in fair.exhibitors.items():
        if exhibitor.site in by_site:
            assert key == by_site[exhibitor.site]
        else:
            assert key not in earlier.exhibitors


def test_one_of_two_of_a_name_keeps_its_own_id_when_the_other_goes():
    two = [{"name": "Рассвет", "phone": ["+375172000001"]}, {"name": "Рассвет", "phone": ["+375172000002"]}]
    earlier = catalogue_of(listed(two))
    mine = next(key for key, each in earlier.exhibitors.items() if each.phone == ("+375172000002",))
    fair = catalogue_of(listed(two[1:]), earlier=earlier)
    assert list(fair.exhibitors) == [mine]


def test_two_of_which_nothing_but_the_name_is_known_keep_their_ids():
    two = [{"name": "Рассвет"}, {"name": "Рассвет", "about": "Сад."}]
    earlier = catalogue_of(listed(two))
    assert set(catalogue_of(listed(two[::-1]), earlier=earlier).exhibitors) == set(earlier.exhibitors)


def test_an_id_that_a_person_chose_stays():
    draft = listed([{"name": "Полесье", "town": "Кобрин", "site": "https://polesie.example"}])
    next(iter(draft.of("exhibitor").values())).id = "polesie-toys"
    earlier = catalogue_of(draft)
    again = listed([{"name": "Полесье", "town": "Кобрин", "site": "https://polesie.example"}])
    assert list(catalogue_of(again, earlier=earlier).exhibitors) == ["polesie-toys"]
