"""Completion in the search box: values of a filter in a list under it, the rest of a name in it, what is mended."""

import pytest

from guide.catalogue.load import load
from guide.i18n import Tongue
from guide.search.index import Index
from guide.tui.completing import Offers, Typed, mended, offers, rest_of_name
from guide.tui.widgets.offer_list import OfferList
from tests.visitor import SMALL

INDEX = Index.build(load(SMALL).catalogue)


def typed(text: str) -> Typed:
    """A text with its cursor at the bar, or at its end."""
    at = text.index("|") if "|" in text else len(text)
    return Typed(text.replace("|", ""), at)


def offered(text: str, lang: str = "en") -> Offers | None:
    return offers(INDEX.values, typed(text), Tongue(lang))


def shown(visitor) -> list[str]:
    """The values on the screen under the box."""
    made = visitor.main.query_one(OfferList)
    return [entry.name for entry in made.entries] if made.display else []


def ghost(visitor) -> str:
    """What the box shows dim behind what is typed."""
    return visitor.main.box._suggestion


@pytest.mark.parametrize(
    ("text", "lang", "first", "taken"),
    [
        ("country:be", "en", "Belarus", "country:Belarus "),
        ("страна:бе", "ru", "Беларусь", "страна:Беларусь "),
        ("краіна:ра", "be", "Расія", "краіна:Расія "),
        # The name of a region has a space, so it is quoted.
        ("region:bre", "en", "Brest Region", 'region:"Brest Region" '),
        ('region:"bre', "en", "Brest Region", 'region:"Brest Region" '),
        # On the wrong layout the name is written as it was meant.
        ("cnhfyf^,t", "ru", "Беларусь", "страна:Беларусь "),
        # What stands around stays.
        ("toys -country:r", "en", "Russia", "toys -country:Russia "),
        ("country:-ru", "en", None, None),
        ("country:BY,russ", "en", "Russia", "country:BY,Russia "),
        ("country:b| toys", "en", "Belarus", "country:Belarus toys"),
        ("country: b", "en", "Belarus", "country: Belarus "),
        # Nothing goes on so, but something is like it.
        ("region:brset", "en", "Brest Region", 'region:"Brest Region" '),
        # It is there whole; or it is no filter with values to choose from.
        ("country:belarus", "en", None, None),
        ("city:min", "en", None, None),
        ("toys", "en", None, None),
        ("country:BY |", "en", None, None),
        ("coun|try:b", "en", None, None),
        ("country:xqzxqz", "en", None, None),
    ],
)
def test_the_values_that_go_on_so(text, lang, first, taken):
    found = offered(text, lang)
    assert (found.values[0].shown if found else None) == first
    assert (found.values[0].taken.text if found else None) == taken


def test_behind_the_colon_are_all_values_the_most_frequent_first_with_their_counts():
    found = offered("country:")
    assert [each.shown for each in found.values][:2] == ["Belarus", "Russia"]
    counts = [each.count for each in found.values]
    assert counts == sorted(counts, reverse=True)
    assert min(counts) > 0


@pytest.mark.parametrize("name", ["country", "region", "kind", "status", "day"])
def test_each_value_offered_is_understood_once_it_is_taken(name):
    for each in offered(f"{name}:").values:
        answer = INDEX.search(each.taken.text)
        assert answer.total >= each.count > 0, each.taken.text


@pytest.mark.parametrize(
    ("text", "rest", "whole"),
    [
        ("co", "untry:", "country:"),
        ("toys reg", "ion:", "toys region:"),
        ("стр", "ана:", "страна:"),
        ("-стр", "ана:", "-страна:"),
        ("cnh", " → страна:", "страна:"),
        ("c", None, None),
        ("toys", None, None),
        ("c|o", None, None),
        ("co ", None, None),
        ('"co', None, None),
        ("7c", None, None),
    ],
)
def test_what_a_word_may_become(text, rest, whole):
    found = rest_of_name(typed(text), Tongue("ru" if rest and not rest.isascii() else "en"))
    assert (found[0] if found else None, found[1].text if found else None) == (rest, whole)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("cuntry:BY toys", "country:BY toys"),
        ("toys стрна:BY", "toys страна:BY"),
        ("region:brset", "region:Brest"),
        ('region:"brset" toys', 'region:"Brest" toys'),
        ("country:BY", None),
        ("country:xqzxqz", None),
        ("toys", None),
    ],
)
def test_what_is_wrong_is_mended(text, right):
    found = mended(INDEX.values, typed(text))
    assert (found.text if found else None) == right


async def test_the_values_are_listed_under_the_box_while_one_types_and_move_nothing(visiting, screen_snapshot):
    async with visiting(size=(80, 24)) as visitor:
        await visitor.presses("alt+2")
        before = visitor.main.list.region
        await visitor.types("country:")
        assert shown(visitor)[:2] == ["Belarus", "Russia"]
        assert visitor.main.list.region == before
        assert visitor.text == screen_snapshot
        await visitor.types("k")
        assert shown(visitor) == ["Kazakhstan"]


@pytest.mark.parametrize("key", ["tab", "enter", "right"])
async def test_a_key_takes_the_value_chosen(visiting, key):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.types("country:")
        second = shown(visitor)[1]
        await visitor.presses("down", key)
        assert visitor.main.box.value == f"country:{second} "
        assert shown(visitor) == []
        assert visitor.main.pane == "list"
        await visitor.types("z")  # the cursor stands behind it
        assert visitor.main.box.value == f"country:{second} z"


async def test_a_click_takes_a_value(visiting):
    async with visiting() as visitor:
        await visitor.types("country:")
        await visitor.clicks("Russia", "offers")
        assert visitor.main.box.value == "country:Russia "
        assert visitor.main.box.has_focus


async def test_escape_puts_the_values_away_and_then_empties_the_box(visiting):
    async with visiting() as visitor:
        await visitor.types("country:")
        await visitor.presses("escape")
        assert (shown(visitor), visitor.main.box.value) == ([], "country:")
        await visitor.types("b")  # they stay away while one types this filter
        assert shown(visitor) == []
        await visitor.presses("escape")
        assert visitor.main.box.value == ""
        await visitor.types("country:")
        assert shown(visitor)


async def test_with_nothing_offered_every_key_does_what_it_did(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.types("country:belarus")
        assert shown(visitor) == []
        first = visitor.cursor
        await visitor.presses("down")
        assert visitor.cursor != first
        await visitor.presses("tab")
        assert visitor.main.pane == "card"
        await visitor.presses("shift+tab", "enter")
        assert visitor.main.pane == "card"


async def test_the_cursor_going_out_of_the_filter_closes_the_list(visiting):
    async with visiting() as visitor:
        await visitor.types("toys country:")
        assert shown(visitor)
        await visitor.presses("home")
        assert shown(visitor) == []
        await visitor.presses("end")
        assert shown(visitor)


async def test_the_list_closes_with_the_focus(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.types("country:")
        await visitor.presses("f4")
        assert shown(visitor) == []


async def test_the_rest_of_a_name_stands_dim_in_the_box_and_right_takes_it(visiting):
    async with visiting(lang="ru") as visitor:
        await visitor.types("стр")
        assert ghost(visitor) == "страна:"
        await visitor.sees("страна:")
        assert visitor.main.box.value == "стр"
        await visitor.presses("right")
        assert visitor.main.box.value == "страна:"
        assert "Беларусь" in shown(visitor)


async def test_the_name_on_the_wrong_layout_is_completed_too(visiting):
    async with visiting(lang="ru") as visitor:
        await visitor.types("cnhf")
        await visitor.sees("cnhf → страна:")
        await visitor.presses("right")
        assert visitor.main.box.value == "страна:"


async def test_right_moves_the_cursor_where_it_is_not_at_the_end(visiting):
    async with visiting() as visitor:
        await visitor.types("co")
        await visitor.presses("home", "right")
        assert (visitor.main.box.value, visitor.main.box.cursor_position) == ("co", 1)


async def test_a_wrong_filter_is_said_and_right_mends_it_while_the_rest_works(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.types("toys cuntry:KZ")
        assert set(visitor.listed) == {"polesie", "romashka"}
        assert "There is no filter “cuntry:”. Did you mean “country:”?" in visitor.bar("note")
        await visitor.presses("right")
        assert visitor.main.box.value == "toys country:KZ"
        assert "no filter" not in visitor.bar("note")


async def test_a_click_mends_a_wrong_value(visiting):
    async with visiting() as visitor:
        await visitor.types("region:brset toys")
        await visitor.clicks("Did you mean", "note")
        assert visitor.main.box.value == "region:Brest toys"


@pytest.mark.parametrize("size", [(20, 5), (40, 7), (50, 16)])
async def test_the_list_fits_the_least_screens(visiting, size):
    async with visiting(size=size) as visitor:
        await visitor.types("country:")
        region = visitor.main.query_one(OfferList).region
        assert region.height > 0
        assert visitor.main.region.contains_region(region)


async def test_what_a_catalogue_says_is_never_read_as_markup(visiting, tmp_path):
    (tmp_path / "fair.toml").write_text(
        '[fair]\nid = "x"\nname = "X"\nstarts = 2026-06-03\nends = 2026-06-05\n'
        'timezone = "Europe/Minsk"\nlanguages = ["en"]\n'
        '[[exhibitor]]\nid = "a"\nname = "A"\nsectors = ["[red]paint[/]"]\n',
        encoding="utf-8",
    )
    async with visiting(tmp_path) as visitor:
        await visitor.types("sector:")
        await visitor.sees("[red]paint[/]")
        await visitor.presses("tab")
        assert visitor.main.box.value == 'sector:"[red]paint[/]" '
        assert visitor.counts["exhibitor"] == "1"
        assert visitor.bar("reading") == "1 found"
