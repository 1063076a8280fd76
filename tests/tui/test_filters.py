"""The filters: several at once, each removed by itself, all of them by Esc; their counts are true."""

from guide.tui.tabs import FAIR


async def to_exhibitors(visitor):
    await visitor.presses("alt+2")
    await visitor.sees("Country", "Russia")


async def test_a_click_chooses_a_value_and_the_list_narrows(visiting):
    async with visiting() as visitor:
        await to_exhibitors(visitor)
        await visitor.clicks("Russia", "filters")
        assert set(visitor.listed) == {"stankozavod", "zarya"}
        assert visitor.counts["exhibitor"] == "2/8"
        assert "Russia ×" in visitor.bar("chips")
        assert "Country: Russia" in visitor.bar("chips")


async def test_values_of_one_facet_add_up_and_facets_narrow_each_other(visiting):
    async with visiting() as visitor:
        await to_exhibitors(visitor)
        await visitor.clicks("Russia", "filters")
        await visitor.clicks("Kazakhstan", "filters")
        assert set(visitor.listed) == {"stankozavod", "zarya", "alatau"}
        await visitor.clicks("machine tools", "filters")
        assert set(visitor.listed) == {"stankozavod", "alatau"}
        assert visitor.chosen == {
            ("country", "RU"),
            ("country", "KZ"),
            next(pair for pair in visitor.chosen if pair[0] == "sector"),
        }


async def test_each_value_says_how_many_things_it_would_leave(visiting):
    async with visiting() as visitor:
        await to_exhibitors(visitor)
        assert visitor.filter_values["Russia"] == "2"
        assert visitor.filter_values["Belarus"] == "5"
        for value, count in visitor.filter_values.items():
            if value in ("Russia", "furniture", "light", "exhibits"):
                await visitor.clicks(value, "filters")
                assert len(visitor.listed) == int(count), value
                await visitor.clicks(value, "filters")


async def test_the_counts_follow_what_is_typed(visiting):
    async with visiting() as visitor:
        await to_exhibitors(visitor)
        await visitor.types("toys")
        assert visitor.filter_values["toys"] == "2"
        assert "Russia" not in visitor.filter_values


async def test_a_click_on_a_chip_removes_that_one(visiting):
    async with visiting() as visitor:
        await to_exhibitors(visitor)
        await visitor.clicks("Russia", "filters")
        await visitor.clicks("Kazakhstan", "filters")
        await visitor.clicks("Russia ×")
        assert visitor.chosen == {("country", "KZ")}
        await visitor.clicks("remove all")
        assert visitor.chosen == set()


async def test_backspace_in_an_empty_box_removes_the_last(visiting):
    async with visiting() as visitor:
        await to_exhibitors(visitor)
        await visitor.clicks("Russia", "filters")
        await visitor.clicks("light", "filters")
        await visitor.presses("f3", "backspace")
        assert visitor.chosen == {("country", "RU")}
        await visitor.presses("backspace")
        assert visitor.chosen == set()
        assert len(visitor.listed) == 8


async def test_the_filters_are_used_by_keys_alone(visiting):
    async with visiting() as visitor:
        await to_exhibitors(visitor)
        await visitor.presses("f4")
        assert visitor.main.pane == "filters"
        await visitor.presses("down", "space")
        assert len(visitor.chosen) == 1
        await visitor.presses("down", "enter")
        assert len(visitor.chosen) == 2
        await visitor.presses("enter")
        assert len(visitor.chosen) == 1


async def test_escape_goes_back_a_step_at_a_time_and_never_leaves(visiting):
    async with visiting() as visitor:
        await to_exhibitors(visitor)
        await visitor.clicks("Belarus", "filters")
        await visitor.types("toys")
        await visitor.presses("enter")
        assert visitor.main.pane == "card"
        await visitor.presses("escape")
        assert visitor.main.pane == "list"
        assert visitor.main.box.value == "toys"
        await visitor.presses("escape")
        assert visitor.main.box.value == ""
        assert visitor.chosen == {("country", "BY")}
        await visitor.presses("escape")
        assert visitor.chosen == set()
        await visitor.presses("escape", "escape")
        await visitor.sees("F10")
        assert visitor.app.is_running


async def test_each_tab_keeps_its_own_filters(visiting):
    async with visiting() as visitor:
        await to_exhibitors(visitor)
        await visitor.clicks("Russia", "filters")
        await visitor.presses("alt+4")
        assert visitor.chosen == set()
        await visitor.presses("alt+2")
        assert visitor.chosen == {("country", "RU")}


async def test_filters_come_and_go_where_there_is_no_room_for_them(visiting):
    async with visiting(size=(80, 24)) as visitor:
        await visitor.presses("alt+2")
        assert not visitor.main.has_class("-filters")
        await visitor.presses("f4")
        await visitor.sees("Country", "Belarus")
        assert visitor.main.pane == "filters"
        await visitor.presses("escape")
        assert not visitor.main.has_class("-filters")
        assert visitor.main.pane == "list"


async def test_a_filter_that_leaves_nothing_says_which_it_is(visiting):
    async with visiting() as visitor:
        await to_exhibitors(visitor)
        await visitor.clicks("Russia", "filters")
        await visitor.types("toys")
        await visitor.sees("Without the filters: Country: Russia")


async def test_the_fair_itself_has_no_filters(visiting):
    async with visiting() as visitor:
        assert visitor.tab == FAIR
        await visitor.presses("f4")
        await visitor.sees("other tabs")
        assert visitor.main.pane == "list"


async def test_only_the_filters_chosen_are_gone_after_removing_all(visiting):
    async with visiting() as visitor:
        await to_exhibitors(visitor)
        await visitor.types("a")
        await visitor.clicks("Belarus", "filters")
        await visitor.clicks("remove all")
        assert visitor.chosen == set()
        assert visitor.main.box.value == "a"
