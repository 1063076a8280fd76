"""Doubled rows of one firm are merged by evidence, never by the name alone; nothing is lost, and all is told."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.intake.draft import Link
from guide.intake.files import Asked
from guide.intake.joined import joined
from tests.intake.drafting import catalogue_of, files_of, listed, told

SITE = "https://romashka.example"


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ({}, {}, False),
        ({"country": "BY"}, {"country": "BY"}, False),
        ({"site": SITE}, {"site": "http://www.romashka.example/kontakty"}, True),
        ({"site": SITE}, {"site": "https://drugaya.example"}, False),
        ({"site": "https://vk.com/romashka"}, {"site": "https://vk.com/drugaya"}, False),
        ({"site": "https://romashka.by"}, {"site": "https://romashka.com"}, False),
        ({"site": "https://romashka.by", "town": "Минск"}, {"site": "https://romashka.com", "town": "г. Минск"}, False),
        ({"town": "Минск", "country": "BY"}, {"town": "Минск", "country": "BY"}, True),
        ({"town": "Минск"}, {"town": "Брест"}, False),
        ({"town": "Минск", "site": SITE}, {"town": "Брест", "site": SITE}, True),
        ({"town": "Минск", "country": "BY", "site": SITE}, {"town": "Минск", "country": "RU", "site": SITE}, False),
        ({"email": ["Info@romashka.example"]}, {"email": ["info@romashka.example"]}, True),
        ({"phone": ["+375 17 200-00-01"]}, {"phone": ["8 (017) 200 00 01"]}, True),
        ({"phone": ["+375 17 200-00-01"]}, {"phone": ["+375 17 200-00-02"]}, False),
        ({"raw": {"УНП": "100000001"}}, {"raw": {"УНП": "100 000 001"}}, True),
        ({"raw": {"УНП": "100000001"}, "site": SITE}, {"raw": {"УНП": "100000002"}, "site": SITE}, False),
        ({"raw": {"Почтовый индекс": "220030"}}, {"raw": {"Почтовый индекс": "220030"}}, True),
        ({"raw": {"Страница": "https://fair.example/e/17"}}, {"raw": {"Страница": "https://fair.example/e/17"}}, True),
        ({"raw": {"Цвет": "красный"}}, {"raw": {"Цвет": "красный"}}, False),
        ({"legal_form": "ООО", "site": SITE}, {"legal_form": "ЗАО", "site": SITE}, False),
        ({"legal_form": "ООО", "site": SITE}, {"legal_form": "LLC", "site": SITE}, True),
        ({"booths": [("1", "A1")]}, {"booths": [("1", "A-1")]}, True),
        ({"booths": [("1", "A1")]}, {"booths": [("2", "A1")]}, False),
    ],
)
def test_two_rows_of_one_name_are_one_firm_where_something_else_says_so(one, other, together):
    rows = [{"name": "Ромашка", **one}, {"name": "«РОМАШКА»", **other}]
    draft = joined([listed(rows)], Asked())
    assert len(draft.of("exhibitor")) == (1 if together else 2)
    assert ("I040" if together else "I041") in [each.code for each in draft.oddities]


def test_rows_of_other_names_stay_apart_however_much_they_share():
    same = {"site": SITE, "town": "Минск", "country": "BY", "phone": ["+375 17 200-00-01"]}
    rows = [{"name": "Ромашка", **same}, {"name": "Ромашка Сервис", **same}, {"name": "Василёк", **same},
            {"name": "Завод № 1", **same}, {"name": "Завод № 2", **same}]  # fmt: skip
    assert len(joined([listed(rows)], Asked()).of("exhibitor")) == 5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Белкоммунмаш", "Белкомунмаш"),
        ("Атлант", "ATLANT"),
        ("Müller Maschinenbau", "Müller Maschinbau"),
        ("Müller & Söhne", "Mueller & Soehne"),
        ("Müller Söhne", "Muller Sohne"),
    ],
)
def test_a_slip_or_another_alphabet_is_one_firm_where_much_says_so(one, other):
    more = {"site": SITE, "town": "Минск", "country": "BY"}
    assert len(joined([listed([{"name": one, **more}, {"name": other, **more}])], Asked()).of("exhibitor")) == 1
    assert (
        len(joined([listed([{"name": one, "site": SITE}, {"name": other, "site": SITE}])], Asked()).of("exhibitor"))
        == 2
    )


def test_what_many_firms_share_says_nothing_of_one():
    rows = [{"name": f"Фирма {word}", "site": SITE} for word in ("альфа", "бета", "гамма", "дельта", "эпсилон")]
    rows += [{"name": "Ромашка", "site": SITE}, {"name": "Ромашка", "site": SITE}]
    assert len(joined([listed(rows)], Asked()).of("exhibitor")) == 7


def test_one_that_could_be_either_of_two_is_neither():
    rows = [{"name": "Ромашка", "site": SITE, "country": "BY"}, {"name": "Ромашка", "site": SITE, "country": "RU"},
            {"name": "Ромашка", "site": SITE}]  # fmt: skip
    assert len(joined([listed(rows)], Asked()).of("exhibitor")) == 3


def test_no_firm_has_two_countries_by_way_of_a_row_that_names_none():
    rows = [{"name": "Ромашка", "site": SITE, "country": "BY", "phone": ["+375172000001"]},
            {"name": "Ромашка", "site": SITE, "phone": ["+375172000001"]},
            {"name": "Ромашка", "site": SITE, "country": "RU"}]  # fmt: skip
    for crowd in ([], [{"name": "Ромашка", "about": f"{n}"} for n in range(300)]):
        kept = joined([listed([*rows, *crowd])], Asked()).of("exhibitor").values()
        homes = sorted(each.values["place"]["country"] for each in kept if "country" in each.values.get("place", {}))
        assert homes == ["BY", "RU"]
        assert len(kept) == 2 + len(crowd)


def test_a_slip_meets_a_firm_that_was_merged_already():
    much = {"site": SITE, "town": "Минск", "country": "BY"}
    rows = [{"name": "Белкоммунмаш", **much}, {"name": "Белкоммунмаш", **much}, {"name": "Белкомунмаш", **much}]
    for order in (rows, rows[::-1]):
        assert len(joined([listed(order)], Asked()).of("exhibitor")) == 1


def test_three_that_hang_together_by_the_middle_one_are_one():
    rows = [{"name": "Ромашка", "site": SITE, "town": "Минск"}, {"name": "Ромашка", "phone": ["+375172000001"]},
            {"name": "Ромашка", "site": SITE, "phone": ["8 017 200-00-01"], "town": "Брест"}]  # fmt: skip
    assert len(joined([listed(rows)], Asked()).of("exhibitor")) == 1


def test_merging_loses_nothing():
    rows = [
        {"name": "Ромашка", "legal_name": "ООО «Ромашка»", "site": "http://romashka.example", "town": "Минск",
         "booths": [("1", "A1")], "phone": ["+375 17 200-00-01"], "products": ["чай"], "raw": {"Индекс": "220030"}},
        {"name": "РОМАШКА", "aliases": ["Ромашка+"], "site": "https://www.romashka.example/", "town": "Минск",
         "booths": [("2", "B7")], "phone": ["80172000001", "+375 17 200-00-02"], "about": "Чай и травы."},
        {"name": "Ромашка", "site": "https://chai.example", "town": "Минск", "raw": {"Индекс": "220030"},
         "participation": "co-exhibitor"},
    ]  # fmt: skip
    whole = joined([listed(rows)], Asked())
    fair = catalogue_of(listed(rows))
    assert list(fair.exhibitors) == ["romashka"]
    firm = fair.exhibitors["romashka"]
    assert (firm.name.texts(), firm.site) == (("Ромашка",), "https://www.romashka.example/")
    assert firm.stands == ("hall-1#A1", "hall-2#B7")
    assert len(firm.phone) == 2
    assert firm.about is not None
    assert [each.texts()[0] for each in (*firm.aliases, *firm.products)] == ["Ромашка+", "чай"]
    assert [(each.code, each.column, each.value) for each in whole.oddities if each.code == "I042"] == [
        ("I042", "site", "https://chai.example")
    ]
    raw = files_of(listed(rows))["raw.toml"]
    assert "[raw.exhibitor.romashka]" in raw
    assert 'site = "https://chai.example"' in raw
    assert '"Индекс" = "220030"' in raw
    assert (
        "# Несколько" in files_of(listed(rows))["exhibitors.toml"]
        or "# Several" in files_of(listed(rows))["exhibitors.toml"]
    )


def test_what_was_merged_is_listed_with_its_rows_and_evidence():
    rows = [{"name": "Ромашка", "site": SITE}, {"name": "Василёк"}, {"name": "Ромашка", "site": SITE, "town": "Минск"},
            {"name": "Василёк", "town": "Брест"}]  # fmt: skip
    assert told(listed(rows)) == [("I040", 2), ("I041", 5)]
    merged, apart = (each for each in joined([listed(rows)], Asked()).oddities if each.code in ("I040", "I041"))
    assert (merged.value, merged.column, merged.values["rows"]) == ("Ромашка", "Организация", "4")
    assert (apart.value, apart.values["rows"]) == ("Василёк", "3")


def test_links_to_a_merged_row_lead_to_the_one_that_stays():
    draft = listed([{"name": "Ромашка", "site": SITE}, {"name": "Ромашка", "site": SITE}])
    origin = next(iter(draft.of("exhibitor").values())).origins[0]
    for key in draft.of("exhibitor"):
        draft.put(
            "person", key, {"name": f"Анна {key}", "role": "директор", "organisation": Link("exhibitor", key)}, origin
        )
    fair = catalogue_of(draft)
    assert [person.organisation.id for person in fair.people.values()] == ["romashka", "romashka"]


def test_rows_of_several_files_meet():
    fair = catalogue_of(
        listed([{"name": "Ромашка", "site": SITE, "booths": [("1", "A1")]}], "one.csv"),
        listed([{"name": "Ромашка", "site": SITE, "about": "Чай."}], "two.csv"),
    )
    assert (len(fair.exhibitors), fair.exhibitors["romashka"].stands) == (1, ("hall-1#A1",))


def test_the_order_of_rows_changes_nothing():
    rows = [{"name": name, "site": f"https://{site}.example", "town": town, "booths": [(hall, f"A{n}")]}
            for n, (name, site, town, hall) in enumerate([
                ("Ромашка", "r", "Минск", "1"), ("РОМАШКА", "r", "Минск", "2"), ("Василёк", "v", "Брест", "1"),
                ("Ромашка", "x", "Брест", "1"), ("Василёк", "w", "Брест", "3"), ("Ромашка", "r", "Минск", "3"),
            ])]  # fmt: skip
    files = files_of(listed(rows))
    for seed in range(20):
        mixed = rows[:]
        random.Random(seed).shuffle(mixed)
        assert files_of(listed(mixed)) == files


def test_thousands_of_rows_of_one_name_take_no_time_that_grows_with_their_pairs():
    rows = [{"name": "Ромашка", "site": SITE, "town": "Минск"} for _ in range(3000)]
    rows += [{"name": "Ромашка", "site": f"https://r{n}.example"} for n in range(3000)]
    draft = joined([listed(rows)], Asked())
    assert len(draft.of("exhibitor")) == 3001


def some(*values):
    return st.sampled_from(values)


ROW = st.fixed_dictionaries(
    {"name": some("Ромашка", "РОМАШКА", "Ромашка Плюс", "Белкоммунмаш", "Белкомунмаш")},
    optional={
        "site": some(SITE, "http://romashka.example/", "https://romashka.by", "https://x.example"),
        "town": some("Минск", "Брест"), "country": some("BY", "RU"), "legal_form": some("ООО", "ЗАО", "LLC"),
        "phone": some(["+375172000001"], ["8 017 200-00-01", "+375172000002"]), "about": some("Чай.", "Травы."),
        "raw": st.fixed_dictionaries({"УНП": some("100000001", "100000002")}),
        "booths": st.lists(st.tuples(some("1", "2"), some("A1", "A-1", "B7")), max_size=2),
        "participation": some("exhibitor", "co-exhibitor"), "host": some("Ромашка", "Белкоммунмаш", "Омега"),
    },
)  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(rows=st.lists(ROW, max_size=7), mixed=st.randoms(use_true_random=False))
def test_whatever_rows_share_their_order_changes_nothing_and_none_is_lost(rows, mixed):
    files = files_of(listed(rows))
    other = rows[:]
    mixed.shuffle(other)
    assert files_of(listed(other)) == files
    whole = joined([listed(rows)], Asked())
    assert {origin.row for each in whole.of("exhibitor").values() for origin in each.origins} == {
        origin.row for each in listed(rows).of("exhibitor").values() for origin in each.origins
    }
