"""Exhibitions in the words of schema.org come to a fair, its programme and who takes part; pages may be broken."""

import contextlib
import json
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.intake.draft import stand_key
from guide.intake.files import ForeignError
from tests.intake.foreign import codes, drafted, file, sessions, whole

PLACE = {
    "@type": "Place", "name": "Двор «Перекрёсток»",
    "address": {"@type": "PostalAddress", "streetAddress": "ул. Ярмарочная, 1", "addressLocality": "Минск",
                "addressRegion": "Минская область", "addressCountry": "Беларусь", "postalCode": "220000"},
    "geo": {"@type": "GeoCoordinates", "latitude": "53,9", "longitude": 27.56},
}  # fmt: skip
OPENING = {
    "@type": "BusinessEvent", "@id": "#opening", "name": "Открытие", "startDate": "2026-09-29T11:00:00+03:00",
    "duration": "PT1H30M", "location": {"@type": "Place", "name": "сцена", "containedInPlace": {"name": "Зал 2"}},
    "performer": [{"@type": "Person", "name": "Анна Ковш", "jobTitle": "министр",
                   "worksFor": {"@type": "GovernmentOrganization", "name": "Минпром"}},
                  {"@type": "Organization", "name": "Завод «Полымя»"}],
    "description": "<p>С <b>хлебом</b></p>", "inLanguage": "ru", "audience": "все",
}  # fmt: skip
FIRM = {
    "@type": "Organization", "name": "ООО «Полымя»", "url": "https://polymia.example", "telephone": "+375 17 200-00-00",
    "email": "mailto:info@polymia.example", "sameAs": ["https://t.me/polymia"], "foundingDate": "1999",
    "address": {"addressLocality": "Брест", "addressRegion": "Брестская область", "addressCountry": {"name": "BY"}},
    "location": "Зал 3, стенд A12", "description": {"@value": "Станки", "@language": "ru"},
}  # fmt: skip
FAIR = {
    "@context": "https://schema.org", "@type": "ExhibitionEvent", "@id": "https://fair.example/",
    "name": [{"@value": "Перекрёсток", "@language": "ru"}, {"@value": "Crossroads", "@language": "en-GB"}],
    "startDate": "2026-09-29", "endDate": "2026-10-01", "location": PLACE, "url": "https://fair.example/",
    "organizer": {"@type": "Organization", "name": "ОАО «Ярмарки»"}, "subEvent": [OPENING, {"@id": "#night"}],
    "exhibitor": FIRM, "sponsor": [{"@type": "Organization", "name": "Банк"}], "ticketDesk": "у входа",
    "inLanguage": ["ru", "en"],
}  # fmt: skip
NIGHT = {"@type": "Event", "@id": "#night", "name": "Ночь", "startDate": "2026-09-29T23:00+03:00",
         "endDate": "2026-09-30T01:00+03:00", "superEvent": {"@id": "https://fair.example/"}}  # fmt: skip


def page(*scripts: str, around: str = "") -> str:
    made = "".join(f'<script type="application/ld+json">{script}</script>\n' for script in scripts)
    return f"<!DOCTYPE html><html><head><title>x</title>\n{made}</head><body>{around}</body></html>"


FORMS = {
    "a list": json.dumps([FAIR, NIGHT], ensure_ascii=False),
    "a graph": json.dumps({"@context": "https://schema.org", "@graph": [NIGHT, FAIR]}),
    "a page": page(json.dumps(FAIR), json.dumps(NIGHT)),
    "a page in another alphabet": page(json.dumps(FAIR, ensure_ascii=False), json.dumps(NIGHT)).encode("cp1251"),
    "an old page": page("<!--\n" + json.dumps(FAIR) + "\n-->", "//<![CDATA[\n" + json.dumps(NIGHT) + "\n//]]>"),
    "with prefixes": json.dumps([FAIR, NIGHT]).replace('"@type": "', '"@type": "schema:').replace(
        '"name":', '"schema:name":').replace('"startDate":', '"http://schema.org/startDate":'),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_an_exhibition_is_the_same_in_any_form(form):
    draft = drafted("fair", FORMS[form])
    assert draft.fair == {
        "name": {"ru": "Перекрёсток", "en": "Crossroads"}, "starts": date(2026, 9, 29), "ends": date(2026, 10, 1),
        "site": "https://fair.example/", "organisers": [{"ru": "ОАО «Ярмарки»"}], "languages": ["ru", "en"],
        "timezone": "Etc/GMT-3",
        "venue": {"name": "Двор «Перекрёсток»", "address": "ул. Ярмарочная, 1",
                  "place": {"city": "Минск", "region": {"ru": "Минская область"}, "country": "BY", "lat": 53.9,
                            "lon": 27.56}},
    }  # fmt: skip
    opening, night = sorted(sessions(draft), key=lambda session: session["starts"])
    assert (opening["date"], opening["starts"], opening["ends"]) == (date(2026, 9, 29), time(11), time(12, 30))
    assert (opening["room"], opening["hall"].key, opening["about"]) == ("Зал 2, сцена", "2", "С хлебом")
    assert opening["organisations"] == [{"ru": "Завод «Полымя»"}]
    assert (night["starts"], night["ends"]) == (time(23), time(1))
    (anna,) = (record.values for record in draft.of("person").values())
    assert anna == {"name": "Анна Ковш", "role": "министр", "organisation": {"ru": "Минпром"}}
    firm, bank = (record.values for record in draft.of("exhibitor").values())
    assert firm["place"] == {"city": "Брест", "region": "BY-BR", "country": "BY"}
    assert (firm["phone"], firm["email"], firm["site"], firm["social"]) == (
        ["+375 17 200-00-00"], ["info@polymia.example"], "https://polymia.example", ["https://t.me/polymia"],
    )  # fmt: skip
    assert [link.key for link in firm["stands"]] == [stand_key("3", "A12")]
    assert ("participation" in firm, bank["participation"]) == (False, "participant")
    kept = " ".join(str(each.cells) for each in draft.unplaced)
    assert all(each in kept for each in ("у входа", "1999", "все"))
    assert codes(draft) == ["I050"]


def test_what_it_comes_to_is_clean():
    made = whole(file("fair.html", FORMS["a page"]))
    assert not made.problems
    assert made.counts["exhibitor"] == 2
    assert made.catalogue.fair.timezone == "Europe/Minsk"  # of the country of its grounds, where clocks show the same


def test_a_list_of_organisations_is_one_of_exhibitors():
    firms = [
        {"@type": "ListItem", "position": n, "item": {"@type": "Corporation", "name": f"Завод {n}"}} for n in range(4)
    ]
    draft = drafted("list.json", json.dumps({"@type": "ItemList", "itemListElement": firms}))
    assert [record.values["name"] for record in draft.of("exhibitor").values()] == [f"Завод {n}" for n in range(4)]
    alone = [{"@type": "Organization", "name": f"Завод {n}"} for n in range(4)]
    assert len(drafted("list.json", json.dumps(alone)).of("exhibitor")) == 4


def test_a_page_with_a_broken_script_is_read_without_it():
    draft = drafted("p.html", page('{"name": ', json.dumps(FAIR), around="<p><b></i>" + "<!--" * 1000))
    assert draft.fair["name"]["ru"] == "Перекрёсток"
    assert [(oddity.code, oddity.row) for oddity in draft.oddities if oddity.code == "I070"] == [("I070", 2)]


def test_what_is_called_off_is_left_out_and_an_only_event_is_the_fair():
    off = {**OPENING, "eventStatus": "https://schema.org/EventCancelled"}
    draft = drafted("a.json", json.dumps({**FAIR, "subEvent": [off]}))
    assert (sessions(draft), "I053" in codes(draft)) == ([], True)
    only = drafted("a.json", json.dumps({"@type": "Event", "name": "День станка", "startDate": "2026-09-29"}))
    assert (only.fair["name"], only.fair["ends"], sessions(only)) == ("День станка", date(2026, 9, 29), [])


@pytest.mark.parametrize(("starts", "day", "odd"), [("29.09.2026", date(2026, 9, 29), False), ("скоро", None, True)])
def test_a_day_of_the_fair_is_read_in_other_forms_or_told(starts, day, odd):
    draft = drafted("a.json", json.dumps({"@type": "Event", "name": "День станка", "startDate": starts}))
    assert (draft.fair.get("starts"), "I052" in codes(draft)) == (day, odd)


def test_things_that_name_each_other_in_a_circle_come_once():
    circle = [
        {"@type": "Event", "@id": "#a", "name": "A", "subEvent": {"@id": "#b"}},
        {"@type": "Event", "@id": "#b", "name": "B", "subEvent": {"@id": "#a"}, "superEvent": {"@id": "#a"}},
    ]
    draft = drafted("a.json", json.dumps(circle))
    assert len(sessions(draft)) == 1


@pytest.mark.parametrize(
    "content",
    [
        '{"@type": "WebSite", "name": "x"}',
        '{"@context": "https://schema.org"}',
        "[]",
        page("5"),
        page('"x"'),
        page("[[[]]]"),
    ],
)
def test_what_says_nothing_of_a_fair_is_refused(content):
    with pytest.raises(ForeignError):
        drafted("x.html", content)


@settings(max_examples=80, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=6),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "@type",
                        "@id",
                        "@graph",
                        "@value",
                        "@language",
                        "name",
                        "subEvent",
                        "location",
                        "address",
                        "performer",
                        "sponsor",
                        "startDate",
                        "geo",
                        "latitude",
                        "url",
                        "telephone",
                        "@context",
                    ]
                ),
                inner,
                max_size=6,
            )
        ),
        max_leaves=15,
    )
)
def test_any_linked_data_is_read_or_refused(value):
    with contextlib.suppress(ForeignError):
        drafted(
            "x.json", json.dumps({"@context": "https://schema.org", "@type": "Event", "name": "F", "subEvent": value})
        )
    with contextlib.suppress(ForeignError):
        drafted("x.json", json.dumps({"@type": "Event", "exhibitor": value, "name": value, "location": value}))
