"""The tab of the halls: list and plan as one, moved by keys and mouse, on every layout; the plan over the desk."""

import pytest
from rich.cells import cell_len

from guide import places
from guide.catalogue.model import Ref
from guide.tui.kiosk import Kiosk
from guide.tui.remembered import Remembered, recall
from guide.tui.screens.help import SignsScreen
from guide.tui.screens.plan import PlanScreen
from guide.tui.tabs import DRAWN
from guide.venue.route import Route, Spot, Walk
from tests import screen

EXAMPLE = places.bundled("example-fair")
BUNDLED = places.bundled("innoprom-belarus-2025")


@pytest.fixture(autouse=True)
def during(monkeypatch):
    monkeypatch.setenv("GUIDE_NOW", "2026-09-30T11:00")


def lit(visitor) -> Ref | None:
    """What is lit on the plan."""
    return visitor.here.floor.sight.cursor


def sheet(visitor) -> str:
    """The hall that is shown, or "" for the site."""
    return visitor.here.floor.sight.sheet


async def test_the_list_has_the_stands_of_the_hall_shown_and_its_cursor_is_lit(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+9")
        catalogue = visitor.app.world.catalogue
        assert sheet(visitor) == "h1"
        assert {catalogue.stands[key].hall for key in visitor.listed if key in catalogue.stands} == {"h1"}
        assert lit(visitor) == visitor.main.list.current
        await visitor.presses("down", "down")
        assert lit(visitor) == visitor.main.list.current == visitor.here.state.cursor
        assert visitor.cursor == visitor.listed[2]


async def test_the_arrows_in_the_plan_go_to_the_next_stand_on_that_side_and_move_the_list(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+9", "tab")
        assert visitor.main.pane == "floor"
        codes = []
        for key in ("right", "down", "left", "up"):
            await visitor.presses(key)
            assert lit(visitor) == visitor.main.list.current
            codes.append(visitor.app.world.catalogue.stands[visitor.cursor].code)
        assert codes == ["A2", "B2", "B1", "A1"]


async def test_a_query_lights_the_best_hit_counts_by_hall_and_marks_the_hits(visiting):
    async with visiting(EXAMPLE, size=(160, 40)) as visitor:
        await visitor.presses("alt+9")
        await visitor.types("vektrus")
        stands = visitor.app.world.catalogue.exhibitors["vektrus"].stands
        assert visitor.listed[0] == stands[0]
        assert lit(visitor) == Ref("stand", stands[0])
        assert set(stands) <= visitor.here.floor.marks().hits
        await visitor.sees("Hall 1 1/39", "Hall 2 0/30")
        assert visitor.bar("reading") == f"{len(visitor.listed)} found"
        await visitor.presses("escape")
        await visitor.no_longer_sees("1/39")


async def test_services_are_found_listed_lit_counted_and_opened_like_stands(visiting):
    async with visiting(EXAMPLE, size=(120, 36), lang="ru") as visitor:
        await visitor.presses("alt+9")
        await visitor.types("туалет")
        services = visitor.app.world.catalogue.services
        wanted = {key for key, each in services.items() if each.kind in ("toilet", "accessible-toilet")}
        assert wanted <= set(visitor.listed)
        assert visitor.listed[0] in wanted
        assert {Ref("service", key) for key in wanted} <= visitor.here.floor.marks().hits_there
        assert lit(visitor) == visitor.main.list.current
        assert sheet(visitor) == services[visitor.listed[0]].hall
        await visitor.sees("Зал 1 2/", "Туалеты, зал 2")
        await visitor.presses("down")
        other = visitor.listed[1]
        assert lit(visitor) == Ref("service", other)
        await visitor.presses("tab", "end")
        assert not visitor.here.floor.sight.whole
        await visitor.presses("enter")
        assert visitor.here.shown_ref == Ref("service", other)
        await visitor.presses("escape", "escape", "escape")
        assert not wanted & set(visitor.listed)


async def test_what_is_found_better_than_any_stand_comes_first(visiting):
    async with visiting(EXAMPLE, size=(120, 36), lang="ru") as visitor:
        await visitor.presses("alt+9")
        await visitor.types("мостик")
        assert lit(visitor) == Ref("service", "cafe-bridge")
        assert sheet(visitor) == "h2"


async def test_what_is_found_in_another_hall_takes_the_plan_there(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+9")
        hall = next(
            stand for stand in visitor.app.world.catalogue.stands.values() if stand.hall == "h7" and stand.polygon
        )
        await visitor.types(hall.code.lower())
        assert (sheet(visitor), lit(visitor)) == ("h7", Ref("stand", hall.id))


async def test_a_hall_is_chosen_by_key_and_by_click_and_fills_the_list(visiting):
    async with visiting(EXAMPLE, size=(160, 40)) as visitor:
        await visitor.presses("alt+9", "tab", "pagedown")
        assert sheet(visitor) == "h2"
        assert lit(visitor) == visitor.main.list.current
        first = visitor.listed
        await visitor.presses("pageup")
        assert sheet(visitor) == "h1"
        assert visitor.listed != first
        await visitor.clicks("Hall 7")
        assert sheet(visitor) == "h7"
        await visitor.presses("f6")
        assert sheet(visitor) == ""
        assert len(visitor.listed) > len(first)
        await visitor.clicks("Hall 2")
        assert sheet(visitor) == "h2"


async def test_while_one_searches_another_hall_stays_though_nothing_is_found_in_it(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+9")
        await visitor.types("vektrus")
        await visitor.presses("tab", "pagedown")
        assert (sheet(visitor), lit(visitor)) == ("h2", Ref("hall", "h2"))
        assert visitor.here.list_ref == Ref("hall", "h2")
        await visitor.presses("tab", "tab", "down", "up")  # round to the box: the list's cursor leads back
        await visitor.presses("f5")
        assert visitor.visit.favourites()


@pytest.mark.parametrize(
    ("keys", "then"),
    [
        (["plus"], lambda sight: not sight.whole),
        (["plus", "home"], lambda sight: sight.whole),
        (["equals_sign", "minus"], lambda sight: sight.whole),
        (["minus"], lambda sight: sight.sheet == ""),
        (["f6"], lambda sight: sight.sheet == ""),
        (["backspace"], lambda sight: sight.sheet == ""),
        (["pagedown"], lambda sight: sight.sheet == "h2"),
        (["pageup"], lambda sight: sight.sheet == ""),
    ],
)
async def test_keys_of_the_plan_on_every_layout(visiting, keys, then):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+9", "tab", *keys)
        assert then(visitor.here.floor.sight)
        assert visitor.main.box.value == ""


@pytest.mark.parametrize("typed", ["Роботок", "hall", "anfth 0 7", "хъ'[]", "T"])
@pytest.mark.parametrize("tab", ["alt+9", "alt+0"])
async def test_whatever_is_typed_in_a_drawing_is_searched_and_does_nothing_else(visiting, tab, typed):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses(tab, "tab")
        assert visitor.main.pane in DRAWN
        await visitor.types(typed)
        assert visitor.main.box.value == typed
        assert visitor.main.pane == "list"
        assert visitor.here.floor.here is None


async def test_a_stroke_goes_to_the_box_and_a_question_mark_is_typed(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+9", "tab", "slash")
        assert (visitor.main.pane, visitor.main.box.value) == ("list", "")
        await visitor.presses("tab", "question_mark")
        assert visitor.main.box.value == "?"


async def test_end_fits_in_what_is_found_and_says_where_nothing_is_searched(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+9", "tab", "end")
        await visitor.sees("Nothing is searched for")
        await visitor.types("vektrus")
        await visitor.presses("tab", "end")
        sight = visitor.here.floor.sight
        assert not sight.whole
        seen, box = sight.camera.seen(*sight._size), sight.box_of(lit(visitor))
        assert seen.left <= box.left <= box.right <= seen.right


async def test_the_view_follows_what_is_lit_and_moves_by_shift_and_arrows(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+9", "tab", "plus", "plus", "plus")
        sight = visitor.here.floor.sight
        before = sight.camera
        await visitor.presses("shift+right", "shift+down")
        assert sight.camera.x > before.x
        assert sight.camera.y < before.y
        for _ in range(5):
            await visitor.presses("right")
            seen, box = sight.camera.seen(*sight._size), sight.box_of(lit(visitor))
            assert seen.left <= box.middle[0] <= seen.right
            assert seen.bottom <= box.middle[1] <= seen.top


async def test_the_mouse_lights_opens_zooms_and_drags(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+9")
        await visitor.clicks("B5", "floor-view")
        assert visitor.app.world.catalogue.stands[lit(visitor).id].code == "B5"
        assert visitor.main.list.current == lit(visitor)
        sight = visitor.here.floor.sight
        at = visitor.where("B5", "floor-view")
        region = visitor.main.query_one("#floor-view").region
        visitor.main.query_one("#floor-view").post_message(wheel(visitor, at, region))
        await visitor.settles()
        assert not sight.whole
        assert sight.at(at[0] - region.x, at[1] - region.y) == lit(visitor)  # what is under the pointer stays there
        before = sight.camera
        await visitor.pilot.mouse_down(offset=(80, 20))
        await visitor.pilot.hover(offset=(74, 20))
        await visitor.pilot.mouse_up(offset=(74, 20))
        await visitor.settles()
        assert sight.camera.x > before.x
        await visitor.presses("home")
        await visitor.clicks("B5", "floor-view")
        assert visitor.main.pane == "card"


def wheel(visitor, at, region):
    from textual import events

    x, y = at[0] - region.x, at[1] - region.y
    return events.MouseScrollUp(
        visitor.main.query_one("#floor-view"), x, y, 0, 0, 0, False, False, False, *at
    )  # fmt: skip


async def test_a_hall_on_the_site_opens_by_a_second_click(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+9", "tab", "f6")
        await visitor.clicks("Hall 7", "floor-view")
        await visitor.presses("enter")
        assert sheet(visitor) in ("h7", "")
        visitor.here.floor.go_to("")
        visitor.here.floor.pick(Ref("hall", "h7"))
        await visitor.presses("enter")
        assert sheet(visitor) == "h7"


async def test_enter_opens_the_card_of_who_stands_alone_and_escape_comes_back_to_the_plan(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+9", "tab", "right", "enter")
        assert visitor.card == Ref("exhibitor", "vektrus")
        assert visitor.main.pane == "card"
        await visitor.presses("escape")
        assert visitor.main.pane == "floor"
        await visitor.presses("escape")
        assert visitor.main.pane == "list"


async def test_f11_and_alt_p_show_anything_on_the_plan_and_clear_what_hides_it(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+2")
        await visitor.types("vektrus")
        await visitor.presses("f11")
        assert (visitor.tab, lit(visitor)) == ("floor", visitor.main.list.current)
        assert visitor.main.pane == "floor"
        await visitor.presses("alt+6", "alt+з")  # a session; Alt+P on a Cyrillic layout
        assert visitor.tab == "floor"
        assert sheet(visitor) in visitor.app.world.catalogue.halls
        visitor.here.read(Ref("service", next(iter(visitor.app.world.catalogue.services))))
        await visitor.settles()
        await visitor.presses("f11")
        assert lit(visitor).kind in ("service", "hall")


async def test_a_session_is_lit_in_its_room_and_of_one_that_is_nowhere_that_is_said(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+6")
        visitor.here.floor.show(Ref("session", "machine-vision"))
        await visitor.settles()
        assert (sheet(visitor), lit(visitor)) == ("h2", Ref("service", "room-oak"))
        await visitor.sees("Oak Room", "Birch Room")
        visitor.here.floor.show(Ref("session", "welders"))
        await visitor.settles()
        assert sheet(visitor) == "h7"
        await visitor.sees("not marked on the plan where this is: Hill Room")


async def test_what_is_nowhere_published_is_said_to_be_so(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+5", "f11")
        await visitor.sees("It is not published where this is.")
        assert visitor.tab == "venture"


async def test_favourites_and_stops_are_marked(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await visitor.presses("alt+2")
        await visitor.types("vektrus")
        await visitor.presses("f5", "ctrl+d")
        await visitor.types("2 12:10 1 h")
        await visitor.presses("enter", "alt+9")
        (stand,) = visitor.app.world.catalogue.exhibitors["vektrus"].stands[:1]
        marks = visitor.here.floor.marks()
        assert stand in marks.favourites
        assert marks.stops == {stand: 1}
        await visitor.presses("alt+f")
        assert stand in visitor.listed


async def test_here_is_marked_remembered_and_forgotten(visiting):
    async with visiting(EXAMPLE, size=(120, 36), remembered=None) as visitor:
        await visitor.presses("alt+9", "tab", "right", "alt+р")  # the key of the letter h
        await visitor.sees("You are here: A2 Vektrus")
        stand = lit(visitor).id
        assert visitor.here.floor.here == Spot(Ref("stand", stand), "h1", stand)
        await visitor.until(lambda: recall().here, "it is written")
    async with visiting(EXAMPLE, size=(120, 36), remembered=None) as visitor:
        assert visitor.here.floor.here == Spot(Ref("stand", stand), "h1", stand)
        await visitor.presses("alt+9", "tab", "right", "alt+h")
        await visitor.sees("no longer marked")
        assert visitor.here.floor.here is None


def test_what_is_remembered_of_places_is_read_with_care(surroundings):
    from guide.tui.remembered import remember

    assert remember(Remembered(here={"fair": "stand:a"}))
    assert recall() == Remembered(here={"fair": "stand:a"})
    (file,) = surroundings.rglob("settings.json")
    for wrong in ('{"here": ["stand:a"]}', '{"here": {"fair": 3}}', '{"here": "x"}'):
        file.write_text(wrong, encoding="utf-8")
        assert recall() == Remembered()


async def test_a_way_is_shown_and_escape_takes_it_away(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        a, b = Spot(Ref("stand", "x"), "h2", None, (5.0, 5.0)), Spot(Ref("stand", "y"), "h2", None, (30.0, 5.0))
        route = Route(a, b, (Walk("h2", (a.at, b.at), 25.0),), 25.0, 25.0)
        visitor.here.floor.show_route(route)
        await visitor.settles()
        assert (visitor.tab, sheet(visitor)) == ("floor", "h2")
        assert visitor.here.floor.marks().walks == route.parts
        await visitor.presses("escape")
        assert visitor.here.floor.route is None
        assert visitor.here.floor.marks().walks == ()


async def test_the_halls_of_a_way_are_marked_and_each_shows_its_part(visiting):
    async with visiting(EXAMPLE, size=(140, 36)) as visitor:
        got = []
        visitor.here.floor.ways_wanted(got.append)
        await visitor.until(lambda: got, "they are there")
        catalogue, floors = visitor.app.world.catalogue, visitor.app.world.floors
        ends = [
            next(spot for at in catalogue.stands if (spot := Spot(Ref("stand", at), hall, at)) and at in floors.at
                 and floors.at[at][0] == hall)
            for hall in ("h1", "h2")
        ]  # fmt: skip
        route = got[0].route(ends[:1], ends[1:])
        visitor.here.floor.show_route(route)
        await visitor.sees("Hall 1 •", "Hall 2 •")
        assert "Hall 7 •" not in visitor.text
        assert sheet(visitor) == "h1"
        for key in ("shift+left", "pagedown", "pagedown"):
            await visitor.presses(key)
            assert sheet(visitor) in {part.hall for part in route.parts if isinstance(part, Walk)}
            assert "•" in "".join(text for row in visitor.main.query_one("#floor-view")._rows for text, _ in row)


async def test_a_fair_that_names_no_hall_has_its_stands_on_one_schematic(visiting, tmp_path):
    file = tmp_path / "fair.toml"
    file.write_text(WALK + numbered_stands(40), encoding="utf-8")
    async with visiting(file, size=(120, 36)) as visitor:
        await visitor.presses("alt+9")
        await visitor.sees("Stands 40", "B-8", "a schematic by the numbers")
        await visitor.presses("tab", "right", "f6", "pagedown", "minus", "home", "alt+h")
        await visitor.sees("You are here: A-2")
        await visitor.types("firm 13")
        await visitor.sees("Stands 1/40")
        assert visitor.app.world.catalogue.stands[lit(visitor).id].code == "D-3"
        await visitor.presses("enter", "f11")
        assert (visitor.tab, sheet(visitor)) == ("floor", "")


async def test_of_thousands_of_stands_without_a_hall_some_rows_are_shown(visiting, tmp_path):
    file = tmp_path / "fair.toml"
    file.write_text(WALK + numbered_stands(2000), encoding="utf-8")
    async with visiting(file, size=(120, 36)) as visitor:
        await visitor.presses("alt+9", "tab", "minus", "home")
        sight = visitor.here.floor.sight
        for key in ("up", "up", "right", "minus", "plus", "home"):
            await visitor.presses(key)
            seen, box = sight.camera.seen(*sight._size), sight.box_of(lit(visitor))
            assert seen.meets(box), key
            assert seen.height < sight.box.height / 3, key


WALK = '[fair]\nid = "f"\nname = "F"\nstarts = 2026-09-29\nends = 2026-10-01\ntimezone = "Europe/Minsk"\n'


def numbered_stands(count: int) -> str:
    """Stands A-1, B-1 … E-1, A-2 … without a hall, each with its firm."""
    return "".join(
        f'[[stand]]\ncode = "{code}"\n[[exhibitor]]\nid = "firm{at}"\nname = "Firm {at}"\nstands = ["{code}"]\n'
        for at in range(count)
        for code in (f"{'ABCDE'[at % 5]}-{at // 5 + 1}",)
    )


async def test_ways_are_worked_out_beside_the_loop_once(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        got = []
        visitor.here.floor.ways_wanted(got.append)
        visitor.here.floor.ways_wanted(got.append)
        await visitor.until(lambda: len(got) == 2, "they are there")
        visitor.here.floor.ways_wanted(got.append)
        assert got[0] is got[1] is got[2]


async def test_zones_have_those_in_the_list_who_are_known_to_be_there(visiting):
    async with visiting(BUNDLED, "ru", size=(120, 36)) as visitor:
        await visitor.presses("alt+9")
        catalogue = visitor.app.world.catalogue
        assert visitor.listed
        for ref in visitor.main.list.refs:
            assert catalogue.get(ref).hall == sheet(visitor)
        assert lit(visitor) == visitor.main.list.current


async def test_a_fair_without_halls_says_what_to_do(visiting, tmp_path):
    file = tmp_path / "fair.toml"
    file.write_text(
        '[fair]\nid = "f"\nname = "F"\nstarts = 2026-09-29\nends = 2026-10-01\ntimezone = "Europe/Minsk"\n',
        encoding="utf-8",
    )
    async with visiting(file, size=(120, 36)) as visitor:
        await visitor.presses("alt+9", "tab", "plus", "right", "f6", "pagedown", "enter", "end", "alt+h", "home")
        await visitor.presses("shift+left", "backspace")
        await visitor.sees("names no hall", "[[hall]]")


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (50, 16)])
@pytest.mark.parametrize(("fair", "lang"), [(EXAMPLE, "ru"), (EXAMPLE, "en"), (BUNDLED, "ru"), (BUNDLED, "en")])
async def test_the_plan_of_a_hall(visiting, screen_snapshot, size, fair, lang):
    async with visiting(fair, lang, size=size) as visitor:
        await visitor.presses("alt+9", "tab", "right")
        for strip in screen.strips(visitor.app):
            assert strip.cell_length == cell_len(strip.text) == size[0]
        assert visitor.text == screen_snapshot


async def test_the_desk_shows_the_plan_in_the_visitors_language_and_takes_up_what_is_opened_there(visiting):
    async with visiting(EXAMPLE, "en", size=(100, 30)) as visitor:
        await visitor.presses("f12")
        await visitor.pilot.press(*"vektrus", "enter", "f2", "f11")
        await visitor.settles()
        assert isinstance(visitor.app.screen, PlanScreen)
        looking = visitor.app.screen._looking
        assert looking.sight.cursor.id in visitor.app.world.catalogue.exhibitors["vektrus"].stands
        assert looking.tongue.code != "en"
        await visitor.presses("right", "plus", "minus", "shift+left", "f6", "pagedown", "alt+h", "end", "tab")
        assert isinstance(visitor.app.screen, PlanScreen)
        await visitor.presses("escape")
        assert not isinstance(visitor.app.screen, PlanScreen)
        await visitor.presses("alt+p", "down", "enter")
        assert not isinstance(visitor.app.screen, PlanScreen)
        assert visitor.app.screen.asked.ref.kind == "stand"


async def test_the_plan_over_the_desk_says_in_the_visitors_language_what_its_signs_mean(visiting):
    async with visiting(EXAMPLE, "en", size=(100, 30)) as visitor:
        await visitor.presses("f12")
        await visitor.pilot.press(*"vektrus", "enter", "f2", "f11")
        await visitor.settles()
        plan = visitor.app.screen
        tongue = plan._looking.tongue
        assert tongue.code != "en"
        await visitor.sees(f"F1 {tongue.c('keys', 'signs')}")
        await visitor.presses("f1")
        assert isinstance(visitor.app.screen, SignsScreen)
        await visitor.sees(tongue.t("What the signs mean"), tongue.t("cash machine"))
        said = "\n".join(line.plain for line in visitor.app.screen.card.lines(200))
        assert tongue.t("Nearer") in said
        assert tongue.t("I am here") not in said
        await visitor.presses("escape")
        assert visitor.app.screen is plan


async def test_the_public_screen_shows_where_it_stands_and_forgets_the_plan(monkeypatch):
    from guide.tui.app import GuideApp
    from tests.visitor import Visitor

    app = GuideApp(EXAMPLE, "en", remembered=Remembered(), opened_for="kiosk", kiosk=Kiosk("1234", 1e9), here="B5")
    async with app.run_test(size=(100, 30)) as pilot:
        visitor = Visitor(pilot)
        await visitor.until(lambda: app.world is not None and app.world.whole, "the catalogue is read")
        await pilot.press(*"vektrus", "enter", "f11")
        await visitor.until(lambda: isinstance(app.screen, PlanScreen), "the plan is shown")
        assert app.screen._looking.marks().here[0] == "h1"
        await pilot.pause()
        await visitor.sees("Vektrus")
        app.touched = -1e12
        await visitor.until(lambda: not isinstance(app.screen, PlanScreen), "the screen starts again")
