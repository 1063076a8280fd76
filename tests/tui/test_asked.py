"""What the guide says of a query: how it was read, in words, what is missing; and searching it letter for letter."""

import pytest

from tests.screen import strips


def marked(visitor, within: str) -> set[str]:
    """The pieces of a part of the screen that are marked as found."""
    region = visitor.main.query_one(f"#{within}").region
    lines = [strip.crop(region.x, region.right) for strip in strips(visitor.app)[region.y : region.bottom]]
    return {seg.text for line in lines for seg in line if seg.style and seg.style.underline and seg.style.bold}


async def test_a_query_is_read_back_in_words(visiting):
    async with visiting(lang="ru") as visitor:
        await visitor.types("вид:участник страна:BY игрушки -мебель")
        said = "участники; страна: Беларусь; со словами «игрушки»; без слова «мебель»"
        assert said in visitor.bar("note")


async def test_plain_words_are_not_said_again(visiting):
    async with visiting() as visitor:
        await visitor.types("toys brest")
        assert visitor.bar("note") == ""


async def test_beside_chosen_filters_the_query_stands_in_the_same_sentence(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.types("toys -veras")
        await visitor.clicks("furniture", "filters")
        assert "Sector: furniture; with “toys”; without the word “veras”" in visitor.bar("chips")
        assert "veras" not in visitor.bar("note")


async def test_a_filter_without_a_value_asks_nothing_yet(visiting):
    async with visiting() as visitor:
        await visitor.types("country:")
        assert visitor.counts["exhibitor"] == "8"
        assert visitor.here.overview_shown
        assert visitor.bar("reading") == ""


async def test_a_typing_mistake_is_said_with_the_word_that_was_meant(visiting):
    async with visiting(lang="ru") as visitor:
        await visitor.types("ромшка")
        assert visitor.cursor == "romashka"
        assert "опечатка: «Ромашка»" in visitor.bar("reading")
        assert "Ctrl+L" in visitor.bar("note")


async def test_where_the_box_is_narrow_the_reading_stands_under_it(visiting):
    async with visiting(size=(80, 24), lang="ru") as visitor:
        await visitor.types("hjvfirf")
        assert "раскладка: «ромашка»" in visitor.bar("note")


@pytest.mark.parametrize("key", ["ctrl+l", "ctrl+д", "alt+l", "alt+д"])
async def test_a_key_searches_letter_for_letter_and_goes_back(visiting, key):
    async with visiting() as visitor:
        await visitor.types("hjvfirf")
        assert visitor.cursor == "romashka"
        await visitor.presses(key)
        assert visitor.listed == []
        assert "letter for letter" in visitor.bar("reading")
        await visitor.presses(key)
        assert visitor.cursor == "romashka"


async def test_a_click_searches_letter_for_letter(visiting):
    async with visiting() as visitor:
        await visitor.types("hjvfirf")
        await visitor.clicks("search letter for letter", "note")
        assert visitor.listed == []


async def test_a_new_query_is_guessed_at_again(visiting):
    async with visiting() as visitor:
        await visitor.types("hjvfir")
        await visitor.presses("ctrl+l")
        assert visitor.listed == []
        await visitor.types("f")
        assert visitor.cursor == "romashka"


async def test_without_a_query_there_is_nothing_to_take_literally(visiting):
    async with visiting() as visitor:
        await visitor.presses("ctrl+l")
        assert "Type something first" in visitor.bar("status")
        await visitor.types("hjvfirf")
        assert visitor.cursor == "romashka"


async def test_words_that_nothing_has_together_with_the_others_are_said(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.types("romashka minsk xqzxqz")
        assert visitor.cursor == "romashka"
        assert "Nothing has all of it: shown without “xqzxqz”." in visitor.bar("note")


async def test_the_note_lies_on_the_frame_and_moves_nothing(visiting, screen_snapshot):
    async with visiting(size=(80, 24), lang="ru") as visitor:
        await visitor.types("игрушки")
        before = visitor.main.list.region
        await visitor.types(" -станки")
        assert visitor.main.list.region == before
        assert visitor.text == screen_snapshot


async def test_on_a_low_screen_the_note_has_a_line_of_its_own(visiting, screen_snapshot):
    async with visiting(size=(60, 14)) as visitor:
        await visitor.types("romahska")
        assert visitor.text == screen_snapshot


@pytest.mark.parametrize(
    ("query", "row", "piece"),
    [
        ("hjvfirf", "romashka", "Ромашка"),  # another layout
        ("romashka", "romashka", "Ромашка"),  # other letters
        ("ромшка", "romashka", "Ромашка"),  # a typing mistake
        ("Менск", "romashka", "Минск"),  # another name of the town
    ],
)
async def test_what_was_met_is_marked_in_the_row_and_in_the_card_however_it_was_met(visiting, query, row, piece):
    async with visiting(lang="ru") as visitor:
        await visitor.presses("alt+2")
        await visitor.types(query)
        while visitor.cursor != row:
            await visitor.presses("down")
        assert piece in marked(visitor, "list")
        assert piece in marked(visitor, "card")
