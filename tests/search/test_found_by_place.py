"""A place is found by its name in three languages, its older names and its code, whatever the catalogue calls it."""

import pytest

from tests.search.crowd import INDEX, check_first, listed, rows

TOWNS = [
    # what is typed, who is there (the catalogue names the town in one language, or in others)
    ("витебск", "zhemchug"),
    ("віцебск", "zhemchug"),
    ("vitebsk", "zhemchug"),
    ("viciebsk", "zhemchug"),
    ("гродно", "yubileyny"),
    ("гродна", "yubileyny"),
    ("grodno", "yubileyny"),
    ("hrodna", "yubileyny"),
    ("минск", "mmz"),
    ("мінск", "mmz"),
    ("minsk", "mmz"),
    ("борисов", "bsz"),
    ("барысаў", "bsz"),
    ("borisov", "bsz"),
    ("barysaw", "bsz"),
    ("бобруйск", "nasos"),
    ("бабруйск", "nasos"),
    ("bobruisk", "nasos"),
    ("babruysk", "nasos"),
    ("брест", "beton"),
    ("брэст", "beton"),
    ("brest", "beton"),
    ("слуцк", "milk"),
    ("slutsk", "milk"),
    ("молодечно", "abjekt"),
    ("маладзечна", "abjekt"),
    ("molodechno", "abjekt"),
    ("москва", "darc"),
    ("масква", "darc"),
    ("moscow", "darc"),
    ("moskva", "darc"),
    ("санкт-петербург", "nanotech"),
    ("санкт-пецярбург", "nanotech"),
    ("saint petersburg", "nanotech"),
    ("ленинград", "nanotech"),
    ("орёл", "polet"),
    ("oryol", "polet"),
    ("orel", "polet"),
    ("арол", "polet"),
    ("рязань", "vektor"),
    ("ryazan", "vektor"),
    ("великий новгород", "stanki"),
    ("вялікі ноўгарад", "stanki"),
    ("veliky novgorod", "stanki"),
    ("псков", "bochka"),
    ("pskov", "bochka"),
    ("калуга", "vityaz"),
    ("kaluga", "vityaz"),
    ("пенза", "evrika"),
    ("омск", "most"),
    ("omsk", "most"),
    ("казань", "solnechny"),
    ("kazan", "solnechny"),
]

REGIONS = [
    ("брестская область", "BY-BR"),
    ("брэсцкая вобласць", "BY-BR"),
    ("brest region", "BY-BR"),
    ("витебская область", "BY-VI"),
    ("віцебская вобласць", "BY-VI"),
    ("vitebsk region", "BY-VI"),
    ("гомельская область", "BY-HO"),
    ("gomel region", "BY-HO"),
    ("ульяновская область", "RU-ULY"),
    ("ульянаўская вобласць", "RU-ULY"),
    ("ulyanovsk oblast", "RU-ULY"),
    ("тульская область", "RU-TUL"),
    ("беларусь", "BY"),
    ("белоруссия", "BY"),
    ("belarus", "BY"),
    ("россия", "RU"),
    ("расія", "RU"),
    ("russia", "RU"),
    # On the other layout, and mistyped.
    ("dbnt,crfz j,kfcnm", "BY-VI"),
    (",tkfhecm", "BY"),
    ("витепская область", "BY-VI"),
    ("гомелская область", "BY-HO"),
]


@pytest.mark.parametrize(("typed", "there"), rows(TOWNS))
def test_who_is_in_a_town_is_found_by_any_name_of_it(typed, there):
    assert there in listed(typed, "exhibitor"), f"{typed!r} found {listed(typed, 'exhibitor')[:6]}"


@pytest.mark.parametrize(
    ("one", "other"), [("витебск", "віцебск"), ("минск", "minsk"), ("гродно", "hrodna"), ("москва", "moscow")]
)
def test_the_names_of_one_town_find_the_same_firms_there(one, other):
    def there(typed):
        return {key for key in listed(typed, "exhibitor") if any(w.field == "city" for w in whys(typed, key))}

    assert there(one) == there(other) != set()


def whys(typed, key):
    hits = INDEX.search(typed).hits(["exhibitor"], 1000)
    return next(hit.why for hit in hits if hit.ref.id == key)


@pytest.mark.parametrize(("typed", "meant"), rows(REGIONS))
def test_a_region_or_country_comes_first_by_its_whole_name(typed, meant):
    assert listed(typed, "region")[:1] == (meant,)


@pytest.mark.parametrize(("code", "meant"), [("BY-BR", "BY-BR"), ("by-vi", "BY-VI"), ("RU-ULY", "RU-ULY")])
def test_a_region_by_its_code(code, meant):
    assert listed(code, "region")[:1] == (meant,)


FILTERED = [
    # The same places in filters: code, name in any language, on any layout, with an ending, by its centre.
    ("страна:BY кирпич", "kirpich"),
    ("страна:беларусь кирпич", "kirpich"),
    ("краіна:беларусь цэгла", "kirpich"),
    ("country:belarus bricks", "kirpich"),
    ("cnhfyf:,tkfhecm кирпич", "kirpich"),
    ("country:DE pumpen", "schneider"),
    ("страна:германия оптик", "jager"),
    ("страна:германии optik", "jager"),
    ("краіна:польшча tkaniny", "lodz"),
    ("country:türkiye cam", "gunes"),
    ("страна:турция cam", "gunes"),
    ("регион:брест цемент", "bcz"),
    ("регион:BY-BR цемент", "bcz"),
    ("рэгіён:брэсцкая цемент", "bcz"),
    ("region:brest цемент", "bcz"),
    ("область:витебская украшения", "zhemchug"),
    ("город:брест бетон", "beton"),
    ("город:бреста бетон", "beton"),
    ("горад:брэст бетон", "beton"),
    ("city:brest бетон", "beton"),
    ("город:санкт-петербург станки", "nanotech"),
    ("город:köln pumpen", "schneider"),
]


@pytest.mark.parametrize(("typed", "meant"), rows(FILTERED))
def test_a_place_in_a_filter(typed, meant):
    check_first(typed, meant)
