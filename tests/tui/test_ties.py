"""The tab of the ties: list and map are one, keys and mouse, the table, what is not on the map."""

import pytest

from guide.catalogue.model import Ref
from guide.tui.screens.card import CardScreen
from guide.tui.tabs import TIES
from guide.tui.widgets.floor_view import FloorView
from guide.view.map_camera import MapCamera
from tests.venue.fairs import DATA

FAIR = DATA / "innoprom-belarus-2025"
POLESIE = Ref("venture", "polesie")


def atlas(visitor):
    return visitor.here.ties.atlas


async def drawn(visitor):
    """Waits until the view has its size and a frame is painted."""
    view = visitor.here.ties.pane.view
    await visitor.until(lambda: view.size.width > 0 and atlas(visitor).room[0] == view.size.width, "it is drawn")
    await visitor.settles()


def town(visitor, name):
    """The key of a town, and the cell of its sign on the screen."""
    here = atlas(visitor)
    key = next(key for key, each in here.ties.towns.items() if each.name == name)
    each = here.ties.towns[key]
    column, row = here.camera.cell(each.latitude, each.longitude, *here.room)
    return key, (int(column), int(row))


async def test_the_list_and_the_map_are_one(visiting):
    async with visiting(FAIR, size=(150, 42)) as visitor:
        await visitor.presses("alt+0")
        await drawn(visitor)
        assert visitor.tab == TIES
        assert len(visitor.listed) == 48
        await visitor.types("polesie")
        await visitor.sees("Kobrin ──▶ Dimitrovgrad", "joint venture", "operating")
        assert visitor.listed == ["polesie"]
        assert atlas(visitor).lit.venture == POLESIE
        assert {each.name for each in atlas(visitor).ties.towns.values()} == {"Kobrin", "Dimitrovgrad"}


async def test_the_cursor_of_the_list_lights_the_venture(visiting):
    async with visiting(FAIR, size=(150, 42)) as visitor:
        await visitor.presses("alt+0", "down", "down")
        await drawn(visitor)
        lit = atlas(visitor).lit.venture
        assert lit == Ref("venture", visitor.cursor)
        await visitor.presses("down")
        assert atlas(visitor).lit.venture == Ref("venture", visitor.cursor) != lit


async def test_facets_and_favourites_narrow_the_map(visiting):
    async with visiting(FAIR, size=(150, 42)) as visitor:
        await visitor.presses("alt+0")
        await drawn(visitor)
        visitor.here.choose("origin", "KZ")
        await visitor.settles()
        assert not atlas(visitor).ties.ties
        visitor.here.choose("origin", "KZ")
        visitor.here.choose("target", "KZ")
        await visitor.settles()
        assert {each.id for each in atlas(visitor).ties.ties} == {"mtz-kazakhstan", "mtz-kamlit", "gomselmash-essil"}
        visitor.here.choose("target", "KZ")
        await visitor.types("osvey")
        await visitor.presses("f5", "escape", "alt+f")
        await visitor.settles()
        assert list(atlas(visitor).ties.ties) == [Ref("venture", "osvey")]


async def test_arrows_on_the_map_go_from_town_to_town_and_enter_lists_its_ventures(visiting):
    async with visiting(FAIR, size=(150, 42)) as visitor:
        await visitor.presses("alt+0", "tab")
        await drawn(visitor)
        assert visitor.main.pane == TIES
        minsk, _ = town(visitor, "Minsk")
        atlas(visitor).light_town(minsk)
        await visitor.presses("right")
        there = atlas(visitor).lit.town
        assert there not in (None, minsk)
        here = atlas(visitor)
        assert here.ties.towns[there].longitude > here.ties.towns[minsk].longitude
        atlas(visitor).light_town(minsk)
        visitor.here.ties.repaint()
        await visitor.sees("24 ventures start or end here")
        await visitor.presses("enter")
        await visitor.until(lambda: isinstance(visitor.app.screen, CardScreen), "the ventures of Minsk are listed")
        await visitor.presses("down", "enter")
        await visitor.until(lambda: visitor.card is not None and visitor.card.kind == "venture", "a card is open")
        assert visitor.card.id in {ref.id for ref in here.ties.towns[minsk].ventures}
        await visitor.presses("escape")
        assert visitor.main.pane == TIES


async def test_escape_lets_a_town_go_before_it_leaves_the_map(visiting):
    async with visiting(FAIR, size=(150, 42)) as visitor:
        await visitor.presses("alt+0", "tab", "left")
        await drawn(visitor)
        assert atlas(visitor).lit.town is not None
        await visitor.presses("escape")
        assert atlas(visitor).lit.town is None
        assert visitor.main.pane == TIES
        await visitor.presses("escape")
        assert visitor.main.pane != TIES


async def test_keys_come_nearer_go_further_off_and_show_all_again(visiting):
    async with visiting(FAIR, size=(150, 42)) as visitor:
        await visitor.presses("alt+0", "tab")
        await drawn(visitor)
        whole = atlas(visitor).camera
        await visitor.presses("plus", "plus")
        assert atlas(visitor).camera.scale < whole.scale / 2
        await visitor.presses("shift+right")
        assert atlas(visitor).camera != whole
        await visitor.presses("home")
        assert atlas(visitor).camera == whole
        await visitor.presses("end")
        near = atlas(visitor)
        ends = [end for end in near.ties.ends(near.lit.venture) if end is not None]
        assert near.camera == MapCamera.fitted([(end.latitude, end.longitude) for end in ends], *near.room)


async def test_a_card_that_opens_beside_the_map_leaves_it_as_near_as_it_was(visiting):
    async with visiting(FAIR, size=(150, 42)) as visitor:
        await visitor.presses("alt+0", "tab", "plus", "plus")
        await drawn(visitor)
        near = atlas(visitor).camera
        await visitor.presses("enter")
        await visitor.until(lambda: visitor.card is not None, "the card is open")
        await visitor.presses("escape")
        await drawn(visitor)
        assert atlas(visitor).camera.scale == near.scale


async def test_the_next_venture_of_a_town(visiting):
    async with visiting(FAIR, size=(150, 42)) as visitor:
        await visitor.presses("alt+0", "tab")
        await drawn(visitor)
        first = visitor.cursor
        await visitor.presses("pagedown")
        assert visitor.cursor != first
        await visitor.presses("pageup")
        assert visitor.cursor == first


async def test_a_click_lights_a_town_and_a_second_one_opens_it(visiting):
    async with visiting(FAIR, size=(150, 42)) as visitor:
        await visitor.presses("alt+0")
        await drawn(visitor)
        minsk, cell = town(visitor, "Minsk")
        await visitor.pilot.click("#ties-view", offset=cell)
        await visitor.settles()
        key = atlas(visitor).lit.town
        assert key in (minsk, (*minsk[:2], True)), "a whole country may stand in the same cell"
        await visitor.pilot.click("#ties-view", offset=cell)
        await visitor.until(lambda: isinstance(visitor.app.screen, CardScreen), "its ventures are listed")


async def test_the_wheel_zooms_about_the_mouse_and_dragging_moves(visiting):
    async with visiting(FAIR, size=(150, 42)) as visitor:
        await visitor.presses("alt+0")
        await drawn(visitor)
        before = atlas(visitor).camera
        view = visitor.here.ties.pane.view
        view.post_message(FloorView.Zoomed(1, 10, 10))
        await visitor.settles()
        nearer = atlas(visitor).camera
        assert nearer.scale < before.scale
        room = atlas(visitor).room
        assert nearer.point(10.5, 10.5, *room) == pytest.approx(before.point(10.5, 10.5, *room))
        view.post_message(FloorView.Panned(3, 1))
        await visitor.settles()
        assert atlas(visitor).camera == nearer.moved(3, 1).kept(*room)


async def test_the_table_and_what_a_cell_opens(visiting):
    async with visiting(FAIR, size=(150, 42)) as visitor:
        await visitor.presses("alt+0", "tab", "f6")
        await drawn(visitor)
        await visitor.sees("from ↓  to →", "Tula Oblast", "Total")
        await visitor.sees("Minsk ──▶ Republic of Bashkortostan  5 ventures")
        await visitor.presses("enter")
        await visitor.settles()
        assert visitor.tab == "venture"
        assert len(visitor.listed) == 5
        assert visitor.chosen == {("origin", "BY-HM"), ("target", "RU-BA")}
        assert "Where from: Minsk ×" in visitor.bar("chips")
        assert "Where to: Republic of Bashkortostan ×" in visitor.bar("chips")
        await visitor.presses("alt+0", "tab")
        await visitor.settles()
        assert len(atlas(visitor).table().origins) == 1


async def test_an_empty_cell_opens_nothing(visiting):
    async with visiting(FAIR, size=(50, 16)) as visitor:
        await visitor.presses("alt+0", "tab")
        await drawn(visitor)
        await visitor.presses("right", "enter")
        await visitor.sees("No venture leads from there to there.")
        assert visitor.tab == TIES


async def test_a_narrow_terminal_has_the_table_of_countries_until_the_map_is_asked_for(visiting):
    async with visiting(FAIR, size=(50, 16)) as visitor:
        await visitor.presses("alt+0")
        await drawn(visitor)
        await visitor.sees("from ↓", "Russia")
        await visitor.presses("tab", "alt+е")  # the key of the letter t
        await visitor.settles()
        assert not atlas(visitor).is_table
        await visitor.resizes(150, 42)
        assert not atlas(visitor).is_table


async def test_what_is_not_on_the_map_can_be_seen(visiting):
    async with visiting(FAIR, size=(150, 42)) as visitor:
        await visitor.presses("alt+0")
        await drawn(visitor)
        await visitor.sees("not on the map: 3")
        await visitor.presses("tab", "alt+n")
        await visitor.until(lambda: isinstance(visitor.app.screen, CardScreen), "they are listed")
        await visitor.presses("escape")
        await visitor.types("polesie")
        await visitor.no_longer_sees("not on the map: 3")


async def test_a_card_leads_to_the_map(visiting):
    async with visiting(FAIR, size=(150, 42)) as visitor:
        await visitor.presses("alt+5")
        await visitor.types("polesie")
        await visitor.presses("enter", "alt+m")
        await drawn(visitor)
        assert visitor.tab == TIES
        assert atlas(visitor).lit.venture == POLESIE
        await visitor.presses("alt+7", "alt+m")
        await visitor.sees("Only ventures, and who has one, are on the map of ties.")


async def test_another_language_says_the_towns_anew(visiting):
    async with visiting(FAIR, size=(150, 42)) as visitor:
        await visitor.presses("alt+0")
        await drawn(visitor)
        await visitor.sees("Minsk 24")
        visitor.app.speak("be")
        await visitor.sees("Мінск 24")
