"""The tabs: by digit, by key, by arrows in an empty box, by click; each is found as it was left."""

import pytest

from guide.tui.tabs import IDS


async def test_alt_and_a_digit_goes_to_a_tab(visiting):
    async with visiting() as visitor:
        for digit, tab in enumerate(IDS, 1):
            await visitor.presses(f"alt+{digit % 10}")
            assert visitor.tab == tab


async def test_ctrl_page_down_and_up_go_round(visiting):
    async with visiting() as visitor:
        await visitor.presses("ctrl+pagedown", "ctrl+pagedown")
        assert visitor.tab == IDS[2]
        await visitor.presses("ctrl+pageup", "ctrl+pageup", "ctrl+pageup")
        assert visitor.tab == IDS[-1]


async def test_left_and_right_change_tabs_only_while_the_box_is_empty(visiting):
    async with visiting() as visitor:
        await visitor.presses("right")
        assert visitor.tab == IDS[1]
        await visitor.types("to")
        await visitor.presses("left")
        assert visitor.tab == IDS[1]
        await visitor.types("x")
        assert visitor.main.box.value == "txo"


async def test_a_click_on_a_tab_goes_there(visiting):
    async with visiting() as visitor:
        await visitor.clicks("Regions")
        assert visitor.tab == "region"
        await visitor.clicks("People")
        assert visitor.tab == "person"


@pytest.mark.parametrize(
    ("digit", "first", "said"),
    [
        (2, "luch", ["Name", "Town", "[A-12] Luch"]),
        (3, "h1#A1", ["Code", "Who stands there", "7C5.1"]),
        (4, "BY", ["Region", "Country", "Brest Region"]),
        (5, "light", ["Venture", "From and to", "Kobrin"]),
        (6, "opening", ["When", "29 September 11:00", "Opening"]),
        (7, "ivanova", ["Role", "Anna Ivanova", "governor"]),
    ],
)
async def test_every_tab_lists_its_things_in_columns(visiting, digit, first, said):
    async with visiting(size=(160, 40)) as visitor:
        await visitor.presses(f"alt+{digit}")
        assert visitor.listed[0] == first
        await visitor.sees(*said)


async def test_a_tab_is_found_as_it_was_left(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2", "down", "down", "down")
        there = visitor.cursor
        await visitor.presses("alt+4", "down", "alt+1", "alt+2")
        assert visitor.cursor == there
        await visitor.presses("alt+4")
        assert visitor.cursor == visitor.listed[1]


async def test_the_query_holds_for_every_tab(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.types("machine")
        assert set(visitor.listed) == {"alatau", "fon", "stankozavod", "traktor"}
        await visitor.presses("alt+6")
        assert visitor.listed[0] == "tools"


async def test_sorting_changes_the_order_and_says_so(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        by_name = visitor.listed
        await visitor.presses("f6")
        await visitor.sees("by place")
        assert visitor.listed != by_name
        assert sorted(visitor.listed) == sorted(by_name)
        await visitor.presses("f6")
        await visitor.sees("by stand")
        await visitor.presses("f6")
        assert visitor.listed == by_name


async def test_page_and_edge_keys_move_the_cursor(visiting):
    async with visiting(size=(80, 16)) as visitor:
        await visitor.presses("alt+2", "ctrl+end")
        assert visitor.cursor == visitor.listed[-1]
        await visitor.presses("ctrl+home")
        assert visitor.cursor == visitor.listed[0]
        await visitor.presses("pagedown")
        assert visitor.cursor not in visitor.listed[:2]
        await visitor.presses("pageup")
        assert visitor.cursor == visitor.listed[0]


async def test_names_stand_in_the_order_of_the_language_that_is_shown(visiting):
    async with visiting(lang="ru") as visitor:
        await visitor.presses("alt+5")
        assert visitor.listed == ["toys", "light", "tables"]  # Игрушки, Свет, Столы
        await visitor.presses("f2", "f2")
        await visitor.until(lambda: visitor.listed == ["light", "tables", "toys"], "they are sorted anew")
