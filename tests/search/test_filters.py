"""The filters by their names in three languages, and the values that a catalogue has for each."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.catalogue.load import load
from guide.catalogue.model import Catalogue, Exhibitor, Fair, Hall, Place, Ref, Region
from guide.i18n import LANGUAGES, Tongue, Wording
from guide.places import bundled_fair
from guide.search import choices
from guide.search.fields import KINDS, WEIGHTS
from guide.search.filters import FILTERS, complete_name, filter_named, in_english_keys, names
from guide.search.layouts import to_belarusian, to_english, to_russian
from guide.search.order import sorted_refs
from guide.search.query import parse
from guide.search.values import Value, Values
from guide.view import names as words
from tests.cli.run import SMALL
from tests.search.fair import CATALOGUE as MADE_UP

EVERY_NAME = [
    (canonical, language, name)
    for canonical in FILTERS
    for language in LANGUAGES
    for name in names(canonical, language)
]


@cache
def fair(name: str) -> tuple[Catalogue, Values, list[Ref]]:
    return of(load(SMALL if name == "small" else bundled_fair()).catalogue)


def of(catalogue: Catalogue) -> tuple[Catalogue, Values, list[Ref]]:
    """A catalogue with its values and its things by their numbers."""
    order = {kind: tuple(sorted_refs(catalogue, catalogue.refs(kind), "name", ())) for kind in KINDS}
    return catalogue, Values.build(catalogue, order), [ref for kind in KINDS for ref in order[kind]]


def having(name: str, filter_name: str, typed: str) -> set[str]:
    """What has one of the values that a typed one means, as "kind:id"."""
    _, values, refs = fair(name)
    return {str(refs[at]) for value in values.matching(filter_name, typed) for at in values.numbers(value)}


def keys(name: str, filter_name: str, typed: str) -> list[str]:
    return [value.key for value in fair(name)[1].matching(filter_name, typed)]


# The names of filters.


@pytest.mark.parametrize(("canonical", "language", "name"), EVERY_NAME)
def test_a_filter_is_known_by_every_name_in_any_case_and_layout(canonical, language, name):
    spellings = [name, name.upper(), name.capitalize()]
    if language == "en":
        spellings += [to_russian(name), to_belarusian(name), to_russian(name.upper())]
    else:
        spellings += [to_english(name), to_english(name.upper())]
    assert {filter_named(spelt) for spelt in spellings} == {canonical}


def test_the_first_english_name_is_the_filter():
    assert {canonical: names(canonical, "en")[0] for canonical in FILTERS} == {name: name for name in FILTERS}


def test_no_name_is_that_of_two_filters():
    filters_of: dict[str, set[str]] = {}
    for canonical, _, name in EVERY_NAME:
        for spelt in (name, to_english(name), to_russian(name), to_belarusian(name)):
            filters_of.setdefault(spelt, set()).add(canonical)
    assert [spelt for spelt, several in filters_of.items() if len(several) > 1] == []


def test_a_filter_looks_in_fields_that_there_are_or_chooses_among_values():
    for canonical, named in FILTERS.items():
        assert set(named.kinds) <= set(KINDS), canonical
        for fields in named.fields.values():
            assert bool(fields) is not named.of_values, canonical
            assert set(fields) <= set(WEIGHTS), canonical


@pytest.mark.parametrize("text", ["", "страны света", "цвет", "BY", "стра-на"])
def test_other_words_are_no_filters(text):
    assert filter_named(text) == ""


def test_names_in_a_language():
    assert names("region", "ru")[:2] == ("регион", "область")
    assert names("region", "be")[:2] == ("рэгіён", "вобласць")
    assert names("region", "kk") == names("region", "en")
    assert names("colour", "en") == ()


def test_english_keys_are_noticed():
    assert in_english_keys("cnhfyf")
    assert not in_english_keys("country")
    assert not in_english_keys("страна")


@pytest.mark.parametrize(
    ("typed", "languages", "offered"),
    [
        ("стр", ("ru", "be", "en"), ["страна"]),
        ("ст", ("ru", "be", "en"), ["страна", "статус", "стенд"]),
        ("обл", ("ru", "be", "en"), ["область"]),
        ("воб", ("ru", "be", "en"), ["вобласць"]),
        ("co", ("ru", "be", "en"), ["country"]),
        ("ГА", ("be", "ru", "en"), ["галіна", "гарады"]),
        ("cnh", ("ru", "be", "en"), ["страна"]),
        ("сщг", ("ru", "be", "en"), ["country"]),
        ("xyz", ("ru", "be", "en"), []),
    ],
)
def test_a_name_is_completed(typed, languages, offered):
    assert complete_name(typed, languages) == offered


def test_nothing_typed_offers_every_filter():
    assert complete_name("", ("be",)) == [names(canonical, "be")[0] for canonical in FILTERS]


# The values of filters.


@pytest.mark.parametrize(
    ("filter_name", "typed", "meant"),
    [
        # A code, a name in any language, spoken, in the wrong layout, in look-alike letters, bent.
        *(("country", typed, ["BY"]) for typed in ("BY", "by", "Беларусь", "belarus", "Белоруссия", "РБ")),
        *(("country", typed, ["BY"]) for typed in ("ин", "ву", ",tkfhecm", "ибеларусь"[1:], "Беларуси", "бел")),
        *(("region", typed, ["BY-BR"]) for typed in ("BY-BR", "Брестская область", "брест", "Брэст", "brest", "<htcn")),
        ("region", "брестской", ["BY-BR"]),
        # A number is a whole number, and the word "hall" says nothing.
        *(("hall", typed, ["h1"]) for typed in ("1", "Зал 1", "Зала 1", "hall 1", "павильон 1", "h1", "01"[1:])),
        ("hall", "двор", ["yard"]),
        ("hall", "11", []),
        ("sector", "игрушки", ["игрушки"]),
        ("sector", "цацкі", ["игрушки"]),
        ("sector", "toys", ["игрушки"]),
        ("sector", "игрушек", ["игрушки"]),
        ("sector", "станк", ["станки"]),
        ("sector", "machine tools", ["станки"]),
        # The guide's own words.
        *(("kind", typed, ["exhibitor"]) for typed in ("exhibitor", "экспонент", "участники", "экспаненты")),
        *(
            ("kind", typed, ["venture"])
            for typed in ("venture", "СП", "совместное предприятие", "проект", "joint venture")
        ),
        ("kind", "договор", ["contract"]),
        ("status", "действует", ["operating"]),
        ("status", "planned", ["planned"]),
        ("participation", "background", ["background"]),
        # A day in numbers and words.
        *(("day", typed, ["2025-09-29"]) for typed in ("2025-09-29", "29.09", "29.9", "29", "29.09.2025")),
        *(("day", typed, ["2025-09-29"]) for typed in ("29 сентября", "29 верасня", "September 29", "понедельник")),
        *(("day", typed, ["2025-09-29"]) for typed in ("панядзелак", "Mon", "пн")),
        ("track", "главное", ["главное"]),
        # Nobody knows these.
        ("country", "дворец", []),
        ("country", "", []),
        ("sector", "...", []),
        ("name", "полесье", []),
        ("colour", "red", []),
    ],
)
def test_what_a_typed_value_means_on_the_small_fair(filter_name, typed, meant):
    assert keys("small", filter_name, typed) == meant


def test_a_beginning_means_all_that_start_so():
    assert set(keys("small", "day", "сент")) == {"2025-09-29", "2025-09-30"}
    assert keys("small", "day", "сентября 29") == ["2025-09-29"]


def test_a_country_that_nobody_is_from_is_no_mistake():
    _, values, _ = fair("small")
    [france] = values.matching("country", "Франция")
    assert (france.key, list(values.numbers(france))) == ("FR", [])
    assert [value.key for value in values.matching("country", "FR")] == ["FR"]
    assert [values.said(france, (language,)) for language in LANGUAGES] == ["Франция", "Францыя", "France"]
    # Its code sounds like that of another one.
    assert [value.key for value in values.matching("country", "BI")] == ["BI"]


def test_a_region_that_nobody_is_from_is_no_mistake():
    _, values, _ = fair("small")
    [gomel] = values.matching("region", "Гомельская область")
    assert (gomel.key, list(values.numbers(gomel))) == ("BY-HO", [])


@pytest.mark.parametrize(
    ("filter_name", "typed", "there", "not_there"),
    [
        ("country", "BY", {"exhibitor:polesie", "region:BY-BR"}, {"exhibitor:stankozavod", "exhibitor:alatau"}),
        ("region", "брест", {"exhibitor:polesie", "region:BY-BR", "stand:h2#7C5.1"}, {"exhibitor:romashka"}),
        ("hall", "2", {"exhibitor:polesie", "stand:h2#7C5.1", "hall:h2"}, {"exhibitor:romashka"}),
        ("hall", "1", {"exhibitor:zarya", "service:cloakroom", "hall:h1"}, {"exhibitor:traktor"}),
        ("sector", "мебель", {"exhibitor:romashka", "exhibitor:veras"}, {"exhibitor:polesie"}),
        ("kind", "stand", {"stand:h2#7C5.1"}, {"exhibitor:polesie"}),
        ("participation", "background", {"exhibitor:fon"}, {"exhibitor:polesie"}),
    ],
)
def test_what_has_a_value_on_the_small_fair(filter_name, typed, there, not_there):
    found = having("small", filter_name, typed)
    assert there <= found
    assert not found & not_there


def test_a_venture_has_the_places_of_both_its_ends():
    assert "venture:polesie" in having("innoprom", "country", "BY") & having("innoprom", "country", "RU")
    assert "venture:polesie" in having("innoprom", "region", "брест") & having("innoprom", "region", "Ульяновская")


def test_a_venture_goes_from_one_end_to_the_other():
    _, values, refs = of(MADE_UP)

    def going(filter_name: str, typed: str) -> set[str]:
        return {refs[at].id for value in values.matching(filter_name, typed) for at in values.numbers(value)}

    assert going("from", "Беларусь") == {"polesie-dg", "lifts"}
    assert going("from", "брест") == going("from", "Кобрин") == {"polesie-dg"}
    assert going("to", "Ульяновская область") == going("to", "Russia") == going("to", "Димитровград") == {"polesie-dg"}
    assert going("to", "BY") == going("from", "RU") == set()
    # Known of the atlas, and a beginning in completion with its count.
    assert [value.key for value in values.matching("to", "Франция")] == ["FR"]
    assert [(each.text, each.count) for each in values.complete("from", "бел", ("ru",))] == [("Беларусь", 2)]


def test_a_person_is_from_where_the_organisation_is():
    catalogue, *_ = fair("innoprom")
    expected = {
        str(Ref("person", person.id))
        for person in catalogue.people.values()
        if isinstance(person.organisation, Ref)
        and person.organisation.kind == "region"
        and catalogue.regions[person.organisation.id].country == "RU"
    }
    assert expected
    assert expected <= having("innoprom", "country", "RU")


def test_a_session_has_its_day_its_track_and_its_regions():
    assert "session:interregional" in having("innoprom", "day", "29.09")
    assert "session:interregional" in having("innoprom", "track", "регионы")
    assert "session:interregional" in having("innoprom", "region", "брест")


def test_the_bundled_fair_finds_its_kinds():
    catalogue, values, _ = fair("innoprom")
    counts = {kind: sum(len(values.numbers(value)) for value in values.matching("kind", kind)) for kind in KINDS}
    assert counts == {kind: len(catalogue.table(kind)) for kind in KINDS}


@pytest.mark.parametrize("name", ["small", "innoprom"])
def test_numbers_are_ascending_and_each_is_there_once(name):
    _, values, refs = fair(name)
    for filter_name, named in FILTERS.items():
        for value in values.of(filter_name):
            numbers = list(values.numbers(value))
            assert numbers == sorted(set(numbers))
            assert {refs[number].kind for number in numbers} <= set(named.kinds)


@pytest.mark.parametrize("name", ["small", "innoprom"])
def test_every_value_is_meant_by_its_own_texts(name):
    _, values, _ = fair(name)
    for filter_name in FILTERS:
        for value in values.of(filter_name):
            for text in value.texts:
                assert value in values.matching(filter_name, text), (filter_name, text)


def made(*exhibitors: Exhibitor, regions: tuple[Region, ...] = (), halls: tuple[Hall, ...] = ()) -> Values:
    from datetime import date

    catalogue = Catalogue(
        Fair("made", Wording.same("Made"), date(2026, 1, 1), date(2026, 1, 2), "UTC", ("ru",)),
        exhibitors={each.id: each for each in exhibitors},
        regions={each.id: each for each in regions},
        halls={each.id: each for each in halls},
    )
    return of(catalogue)[1]


def test_a_region_in_words_by_record_and_by_code_is_one_value():
    places = (
        Place(region=Ref("region", "brest")),
        Place(region=Wording.same("Брестская область")),
        Place(region=Wording.of({"be": "Брэсцкая вобласць"})),
        Place(region=Wording.same("Brest Region")),
    )
    name = Wording.same("A")
    values = made(
        *(Exhibitor(f"e{at}", name, place=place) for at, place in enumerate(places)),
        regions=(Region("brest", Wording.same("Брестская область"), "BY"),),
    )
    [value] = values.of("region")
    assert (value.key, len(values.numbers(value))) == ("brest", 5)
    assert values.matching("region", "BY-BR") == [value]


def test_sectors_in_fewer_languages_are_the_same_sectors():
    name = Wording.same("A")
    lamps, light, alone = (
        Wording.of({"ru": "свет", "en": "light"}),
        Wording.of({"ru": "лёгкая", "en": "light"}),
        Wording.same("Свет"),
    )
    values = made(*(Exhibitor(f"e{at}", name, sectors=(one,)) for at, one in enumerate((lamps, light, alone))))
    assert {value.key: len(values.numbers(value)) for value in values.of("sector")} == {"свет": 2, "легкая": 1}


def test_texts_of_several_lines_stay_one_line_each():
    values = made(Exhibitor("e", Wording.same("A"), sectors=(Wording.same("a\tb\nc"),)))
    [value] = values.of("sector")
    assert value.texts == ("a b c",)


# Did you mean.


@pytest.mark.parametrize(
    ("filter_name", "typed", "near"),
    [
        ("country", "Белраусь", "Беларусь"),
        ("country", "Belrus", "Belarus"),
        ("country", "Фрнация", "Франция"),
        ("region", "бретская", "Брестская область"),
        ("region", "Брэцкая", "Брэсцкая вобласць"),
        ("sector", "игрышки", "игрушки"),
        ("sector", "tyos", "toys"),
        ("status", "дейстует", "действует"),
        ("hall", "двар", "Двор"),
        ("hall", "9", ""),
        ("country", "ы", ""),
        ("sector", "хрусталь", ""),
    ],
)
def test_the_nearest_value_is_in_the_script_typed(filter_name, typed, near):
    _, values, _ = fair("small")
    assert values.matching(filter_name, typed) == []
    assert values.nearest(filter_name, typed) == near


# Completion.


def completed(name, filter_name, typed, *languages):
    return [(each.text, each.count) for each in fair(name)[1].complete(filter_name, typed, languages)]


def test_nothing_typed_offers_what_most_have():
    assert completed("small", "country", "", "ru") == [("Беларусь", 12), ("Россия", 6), ("Казахстан", 1)]
    assert [text for text, _ in completed("small", "country", "", "be")] == ["Беларусь", "Расія", "Казахстан"]


def test_days_are_offered_in_their_order():
    assert [text for text, _ in completed("small", "day", "", "en")] == ["29 September", "30 September", "1 October"]


@pytest.mark.parametrize(
    ("filter_name", "typed", "offered"),
    [
        ("country", "р", ["Россия", "Беларусь", "Казахстан"]),
        ("country", "rus", ["Россия"]),
        ("country", "hjcc", ["Россия"]),
        ("region", "бр", ["Брестская область"]),
        ("region", "обл", ["Брестская область", "Ульяновская область"]),
        ("hall", "1", ["Зал 1"]),
        ("kind", "экс", ["участники"]),
        ("sector", "xyz", []),
        ("name", "п", []),
    ],
)
def test_what_goes_on_so_is_offered_in_the_language_shown(filter_name, typed, offered):
    assert [text for text, _ in completed("small", filter_name, typed, "ru", "be", "en")] == offered


def test_an_offered_text_is_the_value_it_is_offered_for():
    for name in ("small", "innoprom"):
        _, values, _ = fair(name)
        for filter_name in FILTERS:
            for language in LANGUAGES:
                for each in values.complete(filter_name, "", (language,), limit=100):
                    assert each.value in values.matching(filter_name, each.text)
                    assert each.count == len(values.numbers(each.value)) > 0


def test_no_more_is_offered_than_asked_for():
    assert len(fair("innoprom")[1].complete("region", "", ("ru",), limit=3)) == 3


# On disk.


@pytest.mark.parametrize("name", ["small", "innoprom"])
def test_thawed_values_are_the_same(name):
    _, values, _ = fair(name)
    pieces = values.freeze()
    rest = iter([*pieces, b"more"])
    thawed = Values.thaw(rest)
    assert next(rest) == b"more"
    assert thawed.freeze() == pieces
    for filter_name in FILTERS:
        assert thawed.of(filter_name) == values.of(filter_name)
        assert thawed.complete(filter_name, "", ("be", "ru")) == values.complete(filter_name, "", ("be", "ru"))
        for value in values.of(filter_name):
            assert thawed.numbers(value) == values.numbers(value)


@pytest.mark.parametrize("spoilt", range(6))
def test_damaged_pieces_are_refused(spoilt):
    pieces = fair("small")[1].freeze()
    shorter = pieces[spoilt].rpartition(b"\n")[0] if spoilt < 4 else pieces[spoilt][:-4]
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says, the index is built anew
        Values.thaw(iter([*pieces[:spoilt], shorter, *pieces[spoilt + 1 :]]))
    with pytest.raises(StopIteration):
        Values.thaw(iter(pieces[:spoilt]))


# The rest.


@given(st.text(max_size=30), st.sampled_from([*FILTERS, "colour"]))
def test_any_value_may_be_asked_for(typed, filter_name):
    _, values, _ = fair("small")
    for value in values.matching(filter_name, typed):
        assert isinstance(value, Value)
        values.numbers(value)
    assert isinstance(values.nearest(filter_name, typed), str)
    values.complete(filter_name, typed, ("ru",))
    for item in parse(f'{filter_name}:"{typed}').filters:
        assert item.name == filter_name


def test_the_words_to_show_are_those_of_the_cards():
    tables = {
        "status": words.STATUSES,
        "participation": words.PARTICIPATION,
        "kind": {
            **{kind: f"{kind}s" for kind in KINDS},
            "person": "people",
            **{code: words.VENTURE_KINDS[code] for code in words.VENTURE_KINDS if code in choices.OWN["kind"]},
            "country": "country",
            "city": "city",
        },
    }
    for name, table in tables.items():
        assert set(table) == set(choices.OWN[name])
        for value, said in table.items():
            for language in LANGUAGES:
                first = next(text for tag, text in choices.own(name, value) if tag == language)
                assert first == Tongue(language).t(said)
