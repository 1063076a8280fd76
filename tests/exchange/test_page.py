"""The page for the phone, judged by html5lib: what went in comes out as text, only our script runs, nothing is fetched.

How it is searched is judged in test_page_search.py and, by a browser, in test_page_in_chromium.py.
"""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.model import Ref
from guide.exchange.agenda import entries
from guide.exchange.facts import facts
from guide.exchange.page import page
from guide.exchange.page_search import LEAST, script
from guide.exchange.selection import favoured, things, visited, whole_fair
from guide.i18n import Tongue
from guide.venue.floors import floors_of
from tests.exchange.hostile_fair import HOSTILE, hostile, tongue_of
from tests.exchange.paper import SVG, judged
from tests.exchange.visits import CATALOGUE, ENGLISH, FULL, RUSSIAN, visits
from tests.venue.fairs import bundled, example

PATIENT = settings(deadline=None)
OURS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "main", "footer", "article", "ol", "li",
    "time", "span", "bdi", "dl", "dt", "dd", "a", "section", "script", "div", "label", "input", "button",
    "select", "option",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "rel", "data-kind", "role", "hidden",
    "for", "type", "autocomplete", "autocapitalize", "spellcheck", "maxlength", "aria-label", "aria-live", "title",
    "value",
}  # fmt: skip


def parsed(text: str) -> Element:
    """The page as a browser reads it, after everything in it was held against what we write."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(text)
    # Noncharacters are no fault of the page: browsers show them as they show them in a terminal.
    assert {error for _, error, _ in parser.errors} <= {"invalid-codepoint"}
    drawings = list(tree.iter(f"{SVG}svg"))
    for drawing in drawings:
        judged(drawing)
    drawn = {each for drawing in drawings for each in drawing.iter()}
    for element in tree.iter():
        if element in drawn:
            continue
        assert element.tag in OURS
        assert set(element.attrib) <= ATTRIBUTES
        if element.tag == "a":
            assert re.match(r"https?://[^/?#@\s]+|tel:\+?\d{3,}\Z|#[st]\d+\Z", element.attrib["href"])
        else:
            assert "href" not in element.attrib
    judge_scripts(tree)
    ids = [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    links = (element.attrib.get("href", "") for element in tree.iter())
    inner = {link[1:] for link in links if link.startswith("#")}
    assert inner <= set(ids)
    return tree


def judge_scripts(tree: Element) -> None:
    """None where there is nothing to search; else the data, which is JSON, and the one script that we wrote."""
    scripts = list(tree.iter("script"))
    if len(list(tree.iter("article"))) < LEAST:
        assert not scripts
        return
    data, ours = scripts
    assert data.attrib == {"type": "application/json", "id": "lookup"}
    assert not set("<>&\u2028\u2029") & set(data.text)
    assert len(json.loads(data.text)["names"]) == len(list(tree.iter("article")))
    assert not ours.attrib
    assert ours.text == script()


def said(tree: Element) -> list[str]:
    """Every text of the page that stands in an element of its own."""
    return ["".join(element.itertext()) for element in tree.iter("bdi")]


def policy(tree: Element) -> dict[str, str]:
    [meta] = [each for each in tree.iter("meta") if each.get("http-equiv") == "Content-Security-Policy"]
    rules = (rule.strip().partition(" ") for rule in meta.attrib["content"].split(";"))
    return {name: value for name, _, value in rules}


def hashed(element: Element) -> str:
    return "'sha256-" + b64encode(sha256("".join(element.itertext()).encode()).digest()).decode() + "'"


def test_nothing_but_our_script_may_run_and_nothing_be_fetched():
    tree = parsed(page(visited(CATALOGUE, ENGLISH, FULL)))
    [style] = list(tree.iter("style"))
    _, ours = tree.iter("script")
    assert policy(tree) == {
        "default-src": "'none'", "script-src": hashed(ours), "style-src": hashed(style), "base-uri": "'none'",
        "form-action": "'none'",
    }  # fmt: skip
    assert "url(" not in "".join(style.itertext())
    assert "@import" not in "".join(style.itertext())


def test_nothing_runs_where_there_is_nothing_to_search():
    tree = parsed(page(things(CATALOGUE, ENGLISH, [Ref("exhibitor", "veras")])))
    assert "script-src" not in policy(tree)
    assert not list(tree.iter("input"))


def test_the_box_waits_for_the_script():
    tree = parsed(page(whole_fair(CATALOGUE, ENGLISH)))
    [box] = [each for each in tree.iter("div") if each.get("id") == "ask"]
    assert "hidden" in box.attrib
    hidden = [each.get("id") for each in tree.iter() if "hidden" in each.attrib]
    assert hidden == ["ask", "clear", "found", "more"]
    [label] = box.iter("label")
    assert label.attrib["for"] == next(box.iter("input")).attrib["id"]
    assert all(select.attrib["aria-label"] for select in box.iter("select"))


def test_the_policy_stands_before_what_it_holds_for():
    text = page(whole_fair(CATALOGUE, ENGLISH))
    assert text.index("Content-Security-Policy") < text.index("<title>")
    assert len(text[: text.index("<title>")].encode()) < 1024  # browsers look for the charset this far


def test_it_fits_a_phone_by_day_and_by_night():
    text = page(whole_fair(CATALOGUE, ENGLISH))
    tree = parsed(text)
    metas = {each.get("name"): each.get("content") for each in tree.iter("meta")}
    assert metas["viewport"] == "width=device-width, initial-scale=1"
    assert metas["color-scheme"] == "light dark"
    style = "".join(next(tree.iter("style")).itertext())
    assert "prefers-color-scheme: dark" in style
    assert "overflow-wrap: anywhere" in style
    assert not re.search(r"(?<!max-)width:|\d{3,}px", style)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 counts it."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_text_stands_out_from_its_ground():
    from guide.exchange.page import STYLE

    for theme in re.findall(r":root \{([^}]*)\}", STYLE):
        colours = dict(re.findall(r"--(\w+): (#\w{6})", theme))
        for ink in ("ink", "quiet", "go"):
            assert contrast(colours[ink], colours["paper"]) >= 4.5
        assert contrast(colours["ink"], colours["lit"]) >= 4.5
        assert contrast(colours["edge"], colours["paper"]) >= 3


@pytest.mark.parametrize("code", ["ru", "be", "en"])
def test_it_says_its_language_and_that_of_what_is_in_another(code):
    tongue = Tongue(code, CATALOGUE.fair.languages)
    tree = parsed(page(whole_fair(CATALOGUE, tongue)))
    assert tree.find(".").attrib["lang"] == code
    assert {element.attrib["lang"] for element in tree.iter("bdi") if "lang" in element.attrib} == {
        "ru", "be", "en",
    } - {code}  # fmt: skip


def test_phones_and_sites_are_links():
    tree = parsed(page(things(CATALOGUE, ENGLISH, list(whole_fair(CATALOGUE, ENGLISH).refs))))
    links = {element.attrib["href"] for element in tree.iter("a")}
    assert {"tel:+375160000001", "https://polesie.example/", "https://romashka.example/"} <= links


def test_a_visit_as_it_was(screen_snapshot):
    text = page(visited(CATALOGUE, ENGLISH, FULL))
    assert re.sub(r"(?s)(<script[^>]*>).*?</script>|sha256-[\w+/=]+", r"\1", text) == screen_snapshot


def test_the_halls_concerned_are_drawn_and_lead_to_the_list_and_back():
    catalogue = example()
    firm = next(
        Ref("exhibitor", key) for key, each in catalogue.exhibitors.items() if each.stands == ("h1#D7", "h2#2H40")
    )
    tree = parsed(page(things(catalogue, ENGLISH, [firm])))
    drawings = list(tree.iter(f"{SVG}svg"))
    assert len(drawings) == 3  # two halls, and what the signs mean
    lit = [each for each in tree.iter(f"{SVG}g") if each.attrib.get("class") == "lit"]
    assert len(lit) == 2
    assert {each.attrib["href"] for each in tree.iter(f"{SVG}a")} == {"#t0"}
    assert f"#{lit[0].attrib['id']}" in {each.attrib["href"] for each in tree.iter("a")}


def test_every_stand_of_a_whole_fair_is_drawn_once():
    catalogue = example()
    tree = parsed(page(whole_fair(catalogue, ENGLISH)))
    groups = [each for each in tree.iter(f"{SVG}g") if "id" in each.attrib]
    assert len(groups) == len(floors_of(catalogue).at)
    assert "Not on the plan" not in said(tree)


def test_zones_are_left_to_the_list():
    assert not list(parsed(page(whole_fair(bundled(), ENGLISH))).iter(f"{SVG}svg"))


def test_private_addresses_only_where_asked_for():
    assert "director@" not in page(whole_fair(CATALOGUE, RUSSIAN))
    assert "director@" in page(whole_fair(CATALOGUE, RUSSIAN, private=True))


@given(visit=visits(most=4))
@settings(deadline=None, max_examples=40)
def test_any_visit_is_read_back(visit):
    for selection in (visited(CATALOGUE, ENGLISH, visit), favoured(CATALOGUE, ENGLISH, visit)):
        told = said(parsed(page(selection)))
        for entry in entries(selection):
            assert entry.name in told
            assert not entry.where or entry.where in told
            assert not entry.about or entry.about in told
        for ref in selection.refs:
            assert selection.name(ref) in told
            note = facts(selection, ref).note.strip()
            assert not note or note in told


@HOSTILE
@pytest.mark.parametrize("private", [False, True])
def test_nothing_of_a_hostile_name_becomes_a_tag(kind, private):
    catalogue = hostile(kind)
    selection = whole_fair(catalogue, tongue_of(catalogue), private=private)
    told = said(parsed(page(selection)))
    for ref in selection.refs:
        assert selection.name(ref) in told


@given(st.text(max_size=40), st.text(max_size=40))
@PATIENT
def test_no_address_leads_elsewhere(site, phone):
    firm = replace(CATALOGUE.exhibitors["veras"], site=site or None, phone=(phone,) if phone else ())
    catalogue = replace(CATALOGUE, exhibitors={"veras": firm})
    parsed(page(things(catalogue, ENGLISH, list(catalogue.refs("exhibitor")))))


@pytest.mark.parametrize(
    "site",
    ["javascript:alert(1)", "data:text/html,x", "//evil.example", "https://", "http://user@evil.example/", "ftp://a/b",
     "https://evil.example\\@good.example", "https://a b", "vbscript:x", " https://a.example"],
)  # fmt: skip
def test_an_address_that_is_none_is_text(site):
    catalogue = replace(CATALOGUE, exhibitors={"veras": replace(CATALOGUE.exhibitors["veras"], site=site)})
    tree = parsed(page(things(catalogue, ENGLISH, list(catalogue.refs("exhibitor")))))
    assert all(each.attrib["href"].startswith("#") for each in tree.iter("a"))
    assert site in said(tree)
