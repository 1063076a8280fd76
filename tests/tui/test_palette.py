"""The palette finds every command, theme, language and thing by name."""

from guide.catalogue.model import Ref
from guide.tui.commands import COMMANDS
from guide.tui.screens.palette import PaletteScreen, PickList


def entries(visitor):
    return [entry.name for entry in visitor.app.screen.query_one(PickList).entries]


async def test_it_opens_by_key_and_lists_every_command(visiting):
    async with visiting() as visitor:
        await visitor.presses("f9")
        assert isinstance(visitor.app.screen, PaletteScreen)
        names = entries(visitor)
        for command in COMMANDS:
            if command.palette:
                assert command.title in names
        await visitor.presses("escape")
        assert visitor.app.screen is visitor.main


async def test_a_command_is_found_by_the_beginnings_of_its_words(visiting):
    async with visiting() as visitor:
        await visitor.presses("ctrl+p")
        await visitor.types("sor dif")
        assert entries(visitor)[0] == "Sort differently"
        await visitor.presses("escape", "alt+2", "f9")
        await visitor.types("sort")
        await visitor.presses("enter")
        await visitor.sees("by place")


async def test_a_thing_is_found_and_opened(visiting):
    async with visiting() as visitor:
        await visitor.presses("f9")
        await visitor.types("anna iv")
        assert "Anna Ivanova" in entries(visitor)
        await visitor.presses("enter")
        assert visitor.card == Ref("person", "ivanova")
        assert visitor.main.pane == "card"


async def test_every_thing_of_the_catalogue_can_be_found_by_its_name(visiting):
    from guide.view import names

    async with visiting() as visitor:
        catalogue = visitor.app.world.catalogue
        await visitor.presses("f9")
        for kind in ("exhibitor", "region", "venture", "person", "session", "hall", "service"):
            for ref in catalogue.refs(kind):
                name = names.name(catalogue, ref, visitor.app.tongue)
                visitor.app.screen.query_one("#palette-box").value = name
                await visitor.settles()
                assert name in entries(visitor), ref


async def test_a_theme_and_a_language_are_picked_by_name(visiting):
    async with visiting() as visitor:
        await visitor.presses("f9")
        await visitor.types("nord")
        await visitor.presses("enter")
        assert visitor.app.theme == "nord"
        await visitor.presses("f9")
        await visitor.types("белар")
        await visitor.presses("enter")
        assert visitor.app.tongue.code == "be"


async def test_a_tab_is_picked_by_name(visiting):
    async with visiting() as visitor:
        await visitor.presses("f9")
        await visitor.types("go to programme")
        await visitor.presses("enter")
        assert visitor.tab == "session"


async def test_a_catalogue_opened_before_is_opened_again(visiting, tmp_path):
    from guide.tui.remembered import Remembered
    from tests.hostile import fair

    other = tmp_path / "другая.toml"
    other.write_text(fair({"ru": "Другая ярмарка"}), encoding="utf-8")
    async with visiting(remembered=Remembered(recent=(str(other),))) as visitor:
        await visitor.presses("f9")
        await visitor.types("другая")
        await visitor.presses("enter")
        await visitor.sees("Другая ярмарка")
        assert visitor.app.world.path == other


async def test_a_catalogue_that_is_gone_is_refused_in_words_and_the_present_one_stays(visiting, tmp_path):
    from guide.tui.remembered import Remembered

    async with visiting(remembered=Remembered(recent=(str(tmp_path / "gone.toml"),))) as visitor:
        await visitor.presses("f9")
        await visitor.types("gone")
        await visitor.presses("enter")
        await visitor.sees("There is no file or folder", "The Small Fair")


async def test_a_click_picks(visiting):
    async with visiting() as visitor:
        await visitor.presses("f9")
        await visitor.types("romashka")
        await visitor.clicks("Romashka")
        assert visitor.card == Ref("exhibitor", "romashka")


async def test_nothing_found_picks_nothing(visiting):
    async with visiting() as visitor:
        await visitor.presses("f9")
        await visitor.types("xqzxqz")
        assert entries(visitor) == []
        await visitor.presses("up", "down", "enter")
        assert visitor.app.screen is visitor.main


async def test_a_click_beside_it_goes_back(visiting):
    async with visiting() as visitor:
        await visitor.presses("f9")
        await visitor.pilot.click(offset=(1, 1))
        await visitor.settles()
        assert visitor.app.screen is visitor.main
