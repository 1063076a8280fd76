"""The page in a real browser: typed into, by day and night, on a phone, with and without scripts, under its policy."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from guide.catalogue.model import Ref
from guide.exchange.page import page
from guide.exchange.selection import visited, whole_fair
from guide.i18n import Tongue, Wording
from tests.exchange.chromium import NEEDED, Tab, chromium
from tests.exchange.visits import CATALOGUE, ENGLISH, FULL
from tests.venue.fairs import example

pytestmark = NEEDED
RUSSIAN = Tongue("ru")
ALERT = "<img src=x onerror=alert(1)></script><script>document.title='broken'</script>\u2028'\"`<!--"
HEADS = "[...document.querySelectorAll('#found h3')].map(each => each.textContent)"
ORDER = "[...document.querySelectorAll('article')].map(each => each.id)"


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with chromium() as fresh:
        yield fresh


def opened(tab: Tab, folder: Path, text: str) -> Path:
    """The file of a page, opened on a phone by day; nothing was said of it yet."""
    file = folder / "page.html"
    file.write_text(text, encoding="utf-8")
    tab.said.clear()
    tab.sized(360, 740)
    tab.open(file)
    return file


@pytest.fixture
def fair(tab, tmp_path) -> Iterator[Tab]:
    """The page of the example fair; nothing is said of it until the test has ended."""
    opened(tab, tmp_path, page(whole_fair(example(), RUSSIAN)))
    yield tab
    assert tab.said == []


def wide(tab: Tab) -> bool:
    return tab.ask("document.documentElement.scrollWidth > innerWidth")


def test_typing_filters_ranks_counts_and_marks(fair):
    order = fair.ask(ORDER)
    assert fair.ask("document.getElementById('ask').hidden") is False
    fair.press("Slash")
    assert fair.ask("document.activeElement.id") == "words"
    fair.type("cnfyrb")  # «станки» on the wrong layout
    heads = fair.ask(HEADS)
    assert heads
    assert fair.ask("document.getElementById('count').textContent") == RUSSIAN.n(
        "{count} found", "{count} found", len(heads)
    )
    marks = fair.ask("[...document.querySelectorAll('#found mark')].map(each => each.textContent.toLowerCase())")
    assert marks
    assert all(each.startswith("стан") for each in marks)
    assert fair.ask("location.hash") == "#q=cnfyrb"
    assert fair.ask("[...document.querySelectorAll('main > section:not(#found)')].every(e => !e.offsetParent)")
    fair.press("Escape")
    assert (
        fair.ask("document.getElementById('words').value + location.hash + document.querySelectorAll('mark').length")
        == "0"
    )
    assert fair.ask(ORDER) == order
    assert fair.ask("document.getElementById('found').childElementCount") == 0
    assert not wide(fair)


def test_what_is_asked_stands_in_the_address_and_comes_back(fair, tmp_path):
    fair.open(tmp_path / "page.html", "#q=D7")
    assert fair.ask("document.getElementById('words').value") == "D7"
    assert fair.ask(HEADS)
    changed = "new Promise(done => {{ addEventListener('hashchange', () => done(1), {{ once: true }}); {} }})"
    fair.ask(changed.format("location.hash = '#t3'"))
    fair.settle()
    assert fair.ask("document.getElementById('words').value + document.body.className") == ""
    assert fair.ask("Math.abs(document.getElementById('t3').getBoundingClientRect().top) < innerHeight")
    fair.ask(changed.format("history.back()"))
    fair.settle()
    assert fair.ask("document.getElementById('words').value") == "D7"


def test_a_hall_is_chosen_and_shown_page_by_page(fair):
    assert fair.ask("[...document.querySelectorAll('select')].map(each => each.name)") == ["kind", "hall", "country"]
    choose = (
        "const pick = document.querySelector('[name=hall]'); pick.value = '0'; pick.dispatchEvent(new Event('change'))"
    )
    fair.ask(f"(() => {{ {choose} }})()")
    fair.settle()
    count = int(re.search(r"\d+", fair.ask("document.getElementById('count').textContent"))[0])
    assert count > 30
    assert len(fair.ask(HEADS)) == 30
    fair.ask("document.getElementById('more').click()")
    fair.settle()
    assert len(fair.ask(HEADS)) == min(count, 60)
    assert fair.ask("document.activeElement.tagName") == "H3"
    assert fair.ask("location.hash") == "#hall=0"


def test_nothing_found_is_said(fair):
    fair.press("Slash")
    fair.type("qqqqqq")
    assert fair.ask("document.getElementById('count').textContent.length") > 10
    assert fair.ask(HEADS) == []
    assert fair.ask("document.getElementById('count').getAttribute('aria-live')") == "polite"


@pytest.mark.parametrize("dark", [False, True])
def test_it_looks_right_by_day_and_by_night(fair, dark):
    fair.sized(360, 740, dark=dark)
    paper = fair.ask("getComputedStyle(document.body).backgroundColor")
    assert paper == ("rgb(21, 24, 28)" if dark else "rgb(253, 253, 251)")
    assert fair.ask("getComputedStyle(document.getElementById('words')).backgroundColor") == paper
    assert not wide(fair)
    heights = fair.ask("[...document.querySelectorAll('#ask input, #ask select')].map(each => each.offsetHeight)")
    assert min(heights) >= 40  # a finger's breadth


def test_on_paper_there_is_no_box_and_everything_else(fair):
    fair.sized(800, 1000, media="print")
    assert fair.ask("document.getElementById('ask').offsetHeight") == 0
    assert fair.ask("[...document.querySelectorAll('article')].every(each => each.offsetHeight > 0)")


def test_without_scripts_it_is_whole(tab, tmp_path):
    tab.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        opened(tab, tmp_path, page(whole_fair(example(), RUSSIAN)))
        document = tab.call("DOM.getDocument")["root"]["nodeId"]
        [box] = tab.call("DOM.querySelectorAll", nodeId=document, selector="#ask")["nodeIds"]
        articles = tab.call("DOM.querySelectorAll", nodeId=document, selector="article")["nodeIds"]
        assert len(articles) > 300
        assert "hidden" in tab.call("DOM.describeNode", nodeId=box)["node"]["attributes"]
    finally:
        tab.call("Emulation.setScriptExecutionDisabled", value=False)


def test_nothing_of_a_catalogue_runs(tab, tmp_path):
    firm = CATALOGUE.exhibitors["polesie"]
    hostile = replace(firm, name=Wording.same(ALERT), about=Wording.same(ALERT), sectors=(Wording.same(ALERT),))
    catalogue = replace(CATALOGUE, exhibitors={**CATALOGUE.exhibitors, "polesie": hostile})
    opened(tab, tmp_path, page(whole_fair(catalogue, ENGLISH)))
    tab.press("Slash")
    tab.type("onerror")
    assert tab.ask("document.title") != "broken"
    assert tab.ask("document.querySelectorAll('img').length") == 0
    assert tab.ask("document.scripts.length") == 2
    assert tab.ask("document.querySelectorAll('#found mark').length") > 0
    assert tab.said == []


def test_what_the_policy_forbids_does_not_run(tab, tmp_path):
    text = page(whole_fair(CATALOGUE, ENGLISH)).replace("</main>", "<script>document.title='broken'</script></main>")
    opened(tab, tmp_path, text.replace("<h1>", "<h1 style='color: red' onclick='alert(1)'>"))
    assert tab.ask("document.title") != "broken"
    assert tab.ask("getComputedStyle(document.querySelector('h1')).color") != "rgb(255, 0, 0)"
    assert any("Content Security Policy" in json.loads(each).get("entry", {}).get("text", "") for each in tab.said)


def test_a_visit_is_searched_too(tab, tmp_path):
    opened(tab, tmp_path, page(visited(CATALOGUE, ENGLISH, FULL)))
    tab.press("Slash")
    tab.type("polesie")
    assert tab.ask(HEADS)[:1] == [ENGLISH.d(CATALOGUE.get(Ref("exhibitor", "polesie")).name)]
    assert tab.said == []
