"""Where nothing is found, the list says what would find something and what comes nearest, to go there by a key."""

import time

import pytest

from guide.catalogue.load import load
from guide.catalogue.model import Ref
from guide.search.index import Index
from guide.search.suggestions import lifted, meant, nearest
from tests.visitor import SMALL

INDEX = Index.build(load(SMALL).catalogue)
ROMASHKA = Ref("exhibitor", "romashka")


def ways(visitor) -> dict[str, str]:
    """What the list offers, with what stands beside each."""
    assert visitor.main.ways.display
    return {entry.name: entry.beside for entry in visitor.main.ways.entries}


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("country:KZ romashka", ROMASHKA),  # the words without the filter
        ("romashka -romashka", ROMASHKA),
        ('country:KZ "romashka minsk"', ROMASHKA),  # the words of a phrase, anywhere
        ('country:KZ "xqzxqz romashka"', ROMASHKA),  # one of the words
        ("romashkaxqzw", ROMASHKA),  # its beginning
        ("rmshka", ROMASHKA),  # more slips than a word may have
    ],
)
def test_what_comes_nearest(query, first):
    answer = INDEX.search(query, literally=query.isalpha())
    assert answer.total == 0
    assert nearest(INDEX, answer)[0] == first


def test_what_comes_nearest_is_of_the_kinds_asked_for_and_no_more_than_asked_for():
    answer = INDEX.search("country:KZ toys -toys")
    assert {ref.kind for ref in nearest(INDEX, answer, kinds=("venture",))} == {"venture"}
    assert len(nearest(INDEX, answer, 2)) == 2


@pytest.mark.parametrize("query", ["", "xqzxqz", "country:FR", "-toys", "::", '"', "romashka"])
def test_there_may_be_nothing_near(query):
    answer = INDEX.search(query)
    assert all(ref in answer.best(limit=999) for ref in nearest(INDEX, answer))


@pytest.mark.parametrize(
    ("query", "without"),
    [
        ("country:FR toys", ["toys"]),
        ("toys country:FR", ["toys"]),
        ("toys -toys", ["toys", "-toys"]),
        ("xqzxqz", []),
        ('"xqzxqz romashka"', []),
    ],
)
def test_what_keeps_an_answer_empty(query, without):
    found = lifted(INDEX, INDEX.search(query))
    assert [each.query for each in found] == without
    for each in found:
        assert each.total == INDEX.search(each.query).total > 0


def test_the_word_that_was_meant():
    (hit,) = INDEX.search("ромшка").hits(["exhibitor"], 1)
    assert meant(hit) == ("Ромашка",)
    (hit,) = INDEX.search("ромашка").hits(["exhibitor"], 1)
    assert meant(hit) == ()


def test_suggestions_are_quick():
    answer = INDEX.search("xqzxqz wqxwqx country:FR -toys", literally=True)
    times = []
    for _ in range(5):
        began = time.thread_time()
        nearest(INDEX, answer)
        lifted(INDEX, answer)
        times.append(time.thread_time() - began)
    assert min(times) < 0.05


async def test_a_filter_that_shuts_everything_out_is_taken_away_by_a_key(visiting, screen_snapshot):
    async with visiting(size=(80, 24)) as visitor:
        await visitor.presses("alt+2")
        await visitor.types("toys country:FR")
        assert visitor.listed == []
        assert ways(visitor)["Without “country:FR”"] == "2"
        assert visitor.text == screen_snapshot
        await visitor.presses("enter")
        assert visitor.main.box.value == "toys"
        assert set(visitor.listed) == {"polesie", "romashka"}
        assert not visitor.main.ways.display


async def test_the_nearest_things_are_opened_by_keys(visiting):
    async with visiting() as visitor:
        await visitor.types("romashka country:KZ")
        assert visitor.card is None
        assert ("Romashka", "exhibitor") in [(each.name, each.beside) for each in visitor.main.ways.entries]
        while visitor.main.ways.current.action != f"ref:{ROMASHKA}":
            await visitor.presses("down")
        await visitor.presses("enter")
        assert visitor.card == ROMASHKA
        assert visitor.main.pane == "card"
        await visitor.presses("escape")
        assert visitor.main.box.value == "romashka country:KZ"


async def test_the_nearest_things_are_opened_by_a_click(visiting):
    async with visiting() as visitor:
        await visitor.types("romashka country:KZ")
        await visitor.clicks("Romashka", "ways")
        assert visitor.card == ROMASHKA


async def test_another_tab_where_it_is_found_is_gone_to(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+3")
        await visitor.types("anna")
        assert ways(visitor)["People"] == "1"
        while visitor.main.ways.current.name != "People":
            await visitor.presses("down")
        await visitor.presses("enter")
        assert visitor.tab == "person"
        assert visitor.listed == ["ivanova"]


async def test_the_filters_chosen_are_removed_by_a_key(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.clicks("Russia", "filters")
        await visitor.types("toys")
        assert ways(visitor)["Without the filters: Country: Russia"] == "2"
        await visitor.presses("escape", "escape")
        await visitor.clicks("Russia", "filters")
        await visitor.types("toys")
        await visitor.clicks("Without the filters", "ways")
        assert visitor.chosen == set()
        assert len(visitor.listed) == 2


async def test_letter_for_letter_offers_to_guess_again(visiting):
    async with visiting() as visitor:
        await visitor.types("hjvfirf")
        await visitor.presses("ctrl+l")
        assert "Guess: other layouts, typing mistakes" in ways(visitor)
        await visitor.presses("enter")
        assert visitor.cursor == "romashka"


async def test_the_readings_that_were_tried_are_said(visiting):
    async with visiting(lang="ru") as visitor:
        await visitor.types("ghjdthrf")
        await visitor.sees("Нет ничего и для «проверка»")


async def test_on_a_narrow_screen_the_ways_on_give_way_to_the_card(visiting):
    async with visiting(size=(50, 16)) as visitor:
        await visitor.types("romashka country:KZ")
        await visitor.clicks("Romashka", "ways")
        assert visitor.card == ROMASHKA
        assert not visitor.main.ways.display
        await visitor.presses("escape")
        assert visitor.main.ways.display


async def test_a_catalogue_without_such_things_says_so(visiting, tmp_path):
    (tmp_path / "fair.toml").write_text(
        '[fair]\nid = "x"\nname = "X"\nstarts = 2026-06-03\nends = 2026-06-05\n'
        'timezone = "Europe/Minsk"\nlanguages = ["en"]\n',
        encoding="utf-8",
    )
    async with visiting(tmp_path) as visitor:
        await visitor.presses("alt+2")
        await visitor.sees("The catalogue says nothing of this.")
        await visitor.presses("enter", "down", "up")
        assert visitor.main.pane == "list"
