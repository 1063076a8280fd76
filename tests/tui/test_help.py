"""Help lists every command with its keys; the bottom line shows those that work here and now."""

import pytest

from guide import places
from guide.i18n import LANGUAGES, Tongue
from guide.tui.commands import CARD, COMMANDS, FILTERS, FLOOR, LIST, PANES, PLAN, TIES, command_for, footer, key_name
from guide.tui.screens.actions import _ALWAYS, _COMMANDS
from guide.tui.screens.help import HelpScreen, help_card
from guide.tui.tabs import DRAWN, TABS

EXAMPLE = places.bundled("example-fair")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("pane", PANES)
def test_help_lists_every_command_and_tab_with_its_keys(pane, code):
    tongue = Tongue(code)
    said = "\n".join(line.plain for line in help_card(pane, tongue).lines(400))
    for command in COMMANDS:
        assert tongue.t(command.title) in said
        assert tongue.t(command.help) in said
        for key in command.keys:
            assert tongue.t(key_name(key)) in said
    for _, title, _ in TABS:
        assert tongue.t(title) in said


def test_help_begins_with_the_pane_one_came_from():
    tongue = Tongue("en")
    for pane, title in PANES.items():
        headings = [line.plain for line in help_card(pane, tongue).lines(80) if "───" in line.plain]
        assert headings[0].startswith(title)


async def test_f1_opens_it_and_escape_closes_it(visiting):
    async with visiting() as visitor:
        await visitor.presses("f1")
        assert isinstance(visitor.app.screen, HelpScreen)
        await visitor.sees("Type anywhere", "Esc")
        await visitor.presses("pagedown", "end", "home", "space", "up", "escape")
        assert visitor.app.screen is visitor.main


async def test_a_question_mark_in_an_empty_box_opens_it(visiting):
    async with visiting() as visitor:
        await visitor.presses("question_mark")
        assert isinstance(visitor.app.screen, HelpScreen)
        await visitor.presses("f1")
        await visitor.types("a")
        await visitor.presses("question_mark")
        assert visitor.main.box.value == "a?"


async def test_every_command_does_something(visiting):
    drawn = [command for command in COMMANDS if command.panes and set(command.panes) <= set(DRAWN)]
    assert {command.id for command in COMMANDS if command not in drawn} <= {*_COMMANDS, *_ALWAYS}
    async with visiting() as visitor:
        for command in drawn:
            (pane,) = command.panes
            drawing = visitor.here.drawings[pane]
            assert command.id in getattr(drawing, "commands", getattr(drawing, "_commands", ()))


@pytest.mark.parametrize("pane", PANES)
def test_no_key_means_two_things_in_one_pane(pane):
    mine = [key for command in COMMANDS if pane in command.panes for key in command.keys]
    everywhere = [key for command in COMMANDS if not command.panes for key in command.keys]
    assert len(mine) == len(set(mine))
    assert len(everywhere) == len(set(everywhere))


def test_a_pane_has_its_own_meaning_of_a_key_before_the_common_one():
    assert command_for("enter", LIST).id == "open"
    assert command_for("enter", CARD).id == "follow"
    assert command_for("enter", FILTERS).id == "toggle"
    assert command_for("f10", CARD).id == "quit"
    assert command_for("z", LIST) is None


@pytest.mark.parametrize("pane", PANES)
async def test_the_bottom_line_shows_what_works_in_the_pane(visiting, pane):
    async with visiting(size=(280, 36)) as visitor:
        await visitor.presses({PLAN: "alt+8", FLOOR: "alt+9", TIES: "alt+0"}.get(pane, "alt+2"))
        if pane in DRAWN:
            await visitor.presses("tab")
        elif pane == CARD:
            await visitor.presses("enter")
        elif pane == FILTERS:
            await visitor.presses("f4")
        assert visitor.main.pane == pane
        for command in footer(pane, ("filters", "sort") if pane == PLAN else ()):
            assert command.brief in visitor.text.splitlines()[-1]


async def test_a_click_on_a_key_of_the_bottom_line_does_it(visiting):
    async with visiting() as visitor:
        await visitor.clicks("F1 help")
        assert isinstance(visitor.app.screen, HelpScreen)


async def test_f10_and_ctrl_q_leave_from_anywhere(visiting):
    for keys in (["f10"], ["ctrl+q"], ["f1", "f10"], ["f9", "ctrl+q"], ["alt+2", "enter", "f10"]):
        async with visiting() as visitor:
            await visitor.pilot.press(*keys)
            await visitor.until(lambda visitor=visitor: not visitor.app.is_running, f"{keys} leave")
            assert visitor.app.return_code == 0


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_f1_in_the_plan_says_first_what_its_signs_mean(visiting, lang, monkeypatch):
    monkeypatch.setenv("GUIDE_NOW", "2026-09-30T11:00")
    async with visiting(EXAMPLE, lang, size=(120, 36)) as visitor:
        await visitor.presses("alt+9", "tab")
        legend = dict(visitor.here.floor.legend)
        await visitor.presses("f1")
        assert isinstance(visitor.app.screen, HelpScreen)
        card = visitor.app.screen.card
        tongue = Tongue(lang)
        lines = [line.plain for line in card.lines(78)]
        assert next(filter(None, lines)).startswith(tongue.t("What the signs mean"))
        for word in ("door", "toilet", "cash machine"):
            assert tongue.t(word) in " ".join(legend.values())
        assert {"WC", "$", "∩", "►◄"} <= set(legend)
        assert all(any(line.startswith(sign) for line in lines) for sign in legend)


async def test_the_map_of_ties_has_its_signs_in_the_help_and_a_table_none(visiting):
    async with visiting(size=(140, 36)) as visitor:
        await visitor.presses("alt+0")
        ties = visitor.here.ties
        await visitor.until(lambda: ties.atlas is not None, "there is a map")
        ties.atlas.wants_table = False
        assert {"■", "●", "♦", "□○◊", "×", "•", "◦"} == set(dict(ties.legend))
        await visitor.presses("f1")
        await visitor.sees("What the signs mean", "a region or a country as a whole")
        await visitor.presses("escape")
        ties.atlas.wants_table = True
        assert ties.legend == ()
