"""Typing: every tab narrows at once and says how much is left; the cursor stays on its thing."""

from tests.visitor import SMALL


async def test_the_fair_opens_on_its_overview(visiting):
    async with visiting() as visitor:
        await visitor.sees("The Small Fair", "Minsk, 29 September – 1 October 2025", "day 2 of 3")
        assert visitor.tab == "fair"
        assert visitor.main.box.has_focus


async def test_typing_anywhere_narrows_every_tab_and_the_tabs_count(visiting):
    async with visiting() as visitor:
        assert visitor.counts["exhibitor"] == "8"
        await visitor.types("toys")
        assert visitor.counts["exhibitor"] == "2/8"
        assert visitor.counts["venture"] == "1/3"
        await visitor.sees("Exhibitors 2/8", "Ventures and projects 1/3", "found")
        await visitor.presses("alt+2")
        assert set(visitor.listed) == {"polesie", "romashka"}


async def test_searching_on_the_first_tab_lists_everything_that_fits_best_first(visiting):
    async with visiting() as visitor:
        await visitor.types("anna")
        assert visitor.tab == "fair"
        assert visitor.cursor == "ivanova"
        await visitor.sees("Anna Ivanova", "director")


async def test_a_query_typed_in_another_layout_is_read_and_the_box_says_so(visiting):
    async with visiting(lang="ru") as visitor:
        await visitor.types("hjvfirf")
        assert visitor.cursor == "romashka"
        assert "ромашка" in visitor.bar("reading")


async def test_names_are_found_in_all_languages_and_by_their_other_names(visiting):
    async with visiting() as visitor:
        for query in ("Рамонак", "romashka", "ромашка"):
            await visitor.types(query)
            assert visitor.cursor == "romashka", query
            await visitor.presses("escape")
        await visitor.types("кубики")
        assert visitor.cursor == "polesie"


async def test_stand_codes_are_found_in_cyrillic_letters_too(visiting):
    async with visiting() as visitor:
        await visitor.types("7с5.1")
        assert "h2#7C5.1" in visitor.listed


async def test_the_cursor_stays_on_its_thing_while_the_list_narrows_and_widens(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        while visitor.cursor != "romashka":
            await visitor.presses("down")
        await visitor.types("toy")
        assert visitor.cursor == "romashka"
        assert len(visitor.listed) == 2
        await visitor.presses("backspace", "backspace", "backspace")
        assert visitor.cursor == "romashka"
        assert len(visitor.listed) == 8


async def test_the_arrows_move_the_list_while_one_types(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.types("m")
        first = visitor.cursor
        await visitor.presses("down")
        assert visitor.cursor != first
        assert visitor.main.box.has_focus
        await visitor.types("a")
        assert visitor.main.box.value == "ma"


async def test_those_known_from_ties_are_found_but_never_listed_or_counted(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        assert "fon" not in visitor.listed
        await visitor.types("quiet")
        assert visitor.listed == ["fon"]
        assert visitor.counts["exhibitor"] == "0/8+1"
        await visitor.sees("0/8+1", "its part in the fair is not")


async def test_an_empty_list_says_why_and_what_to_do(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+3")
        await visitor.types("anna")
        await visitor.sees("Nothing here for", "Found elsewhere")
        await visitor.presses("escape")
        await visitor.types("xqzxqz")
        await visitor.sees("Fewer letters find more")
        assert visitor.card is None


async def test_escape_empties_the_box(visiting):
    async with visiting() as visitor:
        await visitor.types("toys")
        await visitor.presses("escape")
        assert visitor.main.box.value == ""
        assert visitor.counts["exhibitor"] == "8"


async def test_a_pasted_page_is_cut_and_cleaned(visiting):
    from textual import events

    async with visiting() as visitor:
        visitor.app.post_message(events.Paste("toys\x1b[31m\nkobrin \u202e" + "x" * 5000))
        await visitor.settles()
        value = visitor.main.box.value
        assert value.startswith("toys␛[31m kobrin ")
        assert len(value) <= 200


async def test_what_is_inserted_in_the_box_is_cleaned(visiting):
    async with visiting() as visitor:
        visitor.main.box.insert_text_at_cursor("to\x1b[31m\u202eys\tx")
        await visitor.settles()
        assert visitor.main.box.value == "to␛[31m�ys x"


async def test_what_was_found_is_marked_in_the_rows(visiting):
    from tests.screen import strips

    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.types("roma")
        marked = {
            segment.text
            for strip in strips(visitor.app)
            for segment in strip
            if segment.style and segment.style.underline and segment.style.bold
        }
        assert any(text.lower().startswith("roma") for text in marked)


async def test_the_bundled_fair_opens_too(visiting):
    from guide import places

    async with visiting(places.bundled_fair(), "ru") as visitor:
        await visitor.sees("ИННОПРОМ. Беларусь")
        await visitor.types("gjktcmt")
        await visitor.sees("Полесье")
        assert visitor.card.id.startswith("polesie")


def test_the_small_fair_is_without_fault():
    from guide.catalogue.load import load

    assert load(SMALL).problems == ()


async def test_each_letter_leads_to_the_best_match_unless_one_went_elsewhere(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        assert visitor.cursor == "luch"  # the first by name, which nobody asked for
        await visitor.types("al")
        assert visitor.cursor == visitor.listed[0] == "alatau"
        await visitor.presses("escape")
        await visitor.types("minsk")
        assert len(visitor.listed) > 1
        assert visitor.cursor == visitor.listed[0]


async def test_what_one_opened_keeps_the_cursor_when_the_list_widens(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.types("vera")
        await visitor.presses("enter", "escape", "escape")
        assert len(visitor.listed) == 8
        assert visitor.cursor == "veras"
