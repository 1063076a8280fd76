"""The screen at every size: what it looks like at a handful, and that no size breaks it."""

import random

import pytest
from rich.cells import cell_len

from tests import screen
from tests.thoroughness import times

SIZES = [(40, 12), (60, 20), (80, 24), (120, 36), (50, 16), (20, 5), (300, 80)]


async def snapshot_of(visitor) -> str:
    await visitor.settles()
    return visitor.text


async def test_the_overview_on_a_wide_screen(visiting, screen_snapshot):
    async with visiting(size=(140, 36)) as visitor:
        assert await snapshot_of(visitor) == screen_snapshot


async def test_exhibitors_found_and_filtered_on_a_wide_screen(visiting, screen_snapshot):
    async with visiting(size=(140, 36)) as visitor:
        await visitor.presses("alt+2")
        await visitor.types("toys")
        await visitor.clicks("furniture", "filters")
        assert await snapshot_of(visitor) == screen_snapshot


async def test_the_card_of_a_venture_on_a_very_wide_screen(visiting, screen_snapshot):
    async with visiting(size=(160, 40)) as visitor:
        await visitor.presses("alt+5", "enter")
        assert await snapshot_of(visitor) == screen_snapshot


async def test_list_over_card_on_a_common_screen(visiting, screen_snapshot):
    async with visiting(size=(80, 24)) as visitor:
        await visitor.presses("alt+2", "down")
        assert await snapshot_of(visitor) == screen_snapshot


async def test_a_russian_query_in_the_wrong_layout(visiting, screen_snapshot):
    async with visiting(size=(100, 24), lang="ru") as visitor:
        await visitor.types("buheirb")
        assert await snapshot_of(visitor) == screen_snapshot


async def test_stands_in_belarusian(visiting, screen_snapshot):
    async with visiting(size=(60, 20), lang="be") as visitor:
        await visitor.presses("alt+3")
        assert await snapshot_of(visitor) == screen_snapshot


async def test_a_list_alone_on_a_narrow_screen(visiting, screen_snapshot):
    async with visiting(size=(40, 12)) as visitor:
        await visitor.presses("alt+2")
        assert await snapshot_of(visitor) == screen_snapshot


async def test_a_card_alone_on_a_narrow_screen(visiting, screen_snapshot):
    async with visiting(size=(40, 12)) as visitor:
        await visitor.presses("alt+2")
        await visitor.types("polesie")
        await visitor.presses("enter")
        assert await snapshot_of(visitor) == screen_snapshot


async def test_the_filters_alone_on_a_narrow_screen(visiting, screen_snapshot):
    async with visiting(size=(50, 16)) as visitor:
        await visitor.presses("alt+2", "f4")
        assert await snapshot_of(visitor) == screen_snapshot


async def test_the_least_that_is_shown(visiting, screen_snapshot):
    async with visiting(size=(20, 5)) as visitor:
        await visitor.presses("alt+2")
        assert await snapshot_of(visitor) == screen_snapshot


async def test_the_palette_over_the_screen(visiting, screen_snapshot):
    async with visiting(size=(80, 24)) as visitor:
        await visitor.presses("f9")
        await visitor.types("toys")
        assert await snapshot_of(visitor) == screen_snapshot


async def test_the_help_over_the_screen(visiting, screen_snapshot):
    async with visiting(size=(80, 24)) as visitor:
        await visitor.presses("f1")
        assert await snapshot_of(visitor) == screen_snapshot


async def test_the_question_before_a_link_leaves(visiting, screen_snapshot):
    async with visiting(size=(60, 20)) as visitor:
        visitor.main.ask_to_open("https://polesie.example/")
        assert await snapshot_of(visitor) == screen_snapshot


@pytest.mark.parametrize("size", [(19, 24), (80, 4), (1, 1), (5, 3)])
async def test_where_there_is_no_room_one_word_says_so(visiting, size):
    async with visiting(size=size) as visitor:
        await visitor.types("toys")
        assert "too narrow".startswith(visitor.text.strip(" ›\n"))
        await visitor.resizes(80, 24)
        await visitor.sees("The Small Fair", "toys")


@pytest.mark.parametrize(
    ("size", "lang"),
    [*zip(SIZES, ["ru", "be", "en", "ru", "be", "en", "ru"], strict=True), ((40, 12), "be"), ((80, 24), "ru")],
)
async def test_every_tab_and_card_fits_every_size(visiting, size, lang):
    async with visiting(size=size, lang=lang) as visitor:
        for digit in "1234567890":
            await visitor.pilot.press(f"alt+{digit}")
            fits(visitor, size)
            await visitor.pilot.press("enter", "pagedown")
            fits(visitor, size)
            await visitor.pilot.press("escape", "f4")
            fits(visitor, size)
            await visitor.pilot.press("escape")


@pytest.mark.parametrize("seed", range(times(1, 4)))
async def test_resizing_at_will_breaks_nothing(visiting, seed):
    chance = random.Random(seed)
    states = [["alt+1"], ["alt+2", *"toy"], ["alt+5", "enter"], ["alt+2", "f4"], ["f1"], ["f9", *"po"]]
    async with visiting(size=(80, 24)) as visitor:
        for keys in states:
            await visitor.pilot.press(*keys)
            for _ in range(5):
                size = chance.randint(1, 300), chance.randint(1, 90)
                await visitor.pilot.resize_terminal(*size)
                await visitor.pilot.pause()
                fits(visitor, size)
            await visitor.pilot.press("escape", "escape", "escape", "escape")
        await visitor.resizes(80, 24)
        await visitor.sees("The Small Fair")


def fits(visitor, size) -> None:
    """Every line of the screen has exactly the cells that there are."""
    lines = screen.strips(visitor.app)
    assert len(lines) == size[1]
    for strip in lines:
        assert strip.cell_length == cell_len(strip.text) == size[0], repr(strip.text)
