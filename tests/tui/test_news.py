"""A fair is left, its catalogue changes, it is opened again: what changed is said once, one's own first."""

import os
import shutil
from collections.abc import Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest

from guide import places
from guide.catalogue import seen
from guide.catalogue.load import load
from guide.catalogue.model import Ref
from guide.tui.app import GuideApp
from guide.tui.kiosk import Kiosk
from guide.tui.remembered import Remembered
from guide.tui.widgets.news_line import NewsLine
from guide.visit import changes
from guide.visit.state import EMPTY
from guide.visit.store import Store
from tests import screen
from tests.visitor import SMALL, Visitor, visiting

LUCH, POLESIE = Ref("exhibitor", "luch"), Ref("exhibitor", "polesie")
MOVED = ("exhibitors.toml", 'stands = ["A2"]\nparticipation', 'stands = ["h2#B7"]\nparticipation')
CHANGES = (
    MOVED,
    ("exhibitors.toml", '{ ru = "Ромашка", be = "Рамонак", en = "Romashka" }\nlegal', '{ ru = "Василёк" }\nlegal'),
    ("ties.toml", "starts = 14:30:00", "starts = 15:00:00"),
    (
        "fair.toml",
        "[[alias]]",
        '[[notice]]\nid = "n3"\ntext = { ru = "Вода в зале 2", en = "Water in Hall 2" }\n\n[[alias]]',
    ),
)


@pytest.fixture
def fair(tmp_path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "fair"))


def edit(fair: Path, *changes: tuple[str, str, str]) -> None:
    for name, old, new in changes:
        file = fair / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, (name, old)
        file.write_text(text.replace(old, new), encoding="utf-8")


def without(fair: Path, key: str) -> None:
    """Takes an exhibitor out of the catalogue."""
    file = fair / "exhibitors.toml"
    first, *records = file.read_text(encoding="utf-8").split("[[exhibitor]]")
    kept = [record for record in records if f'id = "{key}"' not in record]
    assert len(kept) == len(records) - 1
    file.write_text("[[exhibitor]]".join([first, *kept]), encoding="utf-8")


@asynccontextmanager
async def opened(fair: Path, lang: str = "en", size: tuple[int, int] = (120, 36)):
    """The guide opened, what changed worked out."""
    async with visiting(fair, lang, size=size) as visitor:
        compared = visitor.here.compared
        await visitor.until(lambda: compared._base is not None, "it is compared")
        await visitor.settles()
        yield visitor
        compared.close(10)


def visited_before(fair: Path, *, mark: Ref | None = LUCH) -> None:
    """Somebody looked at the fair the day before, as it is now, and marked something."""
    loaded = load(fair)
    seen.keep(places.state(), seen.seen(loaded.catalogue, loaded.digest, datetime(2025, 9, 29, 17)))
    if mark is not None:
        store = Store.open(places.visits())
        store.together(lambda: store.write("small", changes.favoured(EMPTY, mark, mark.id), logged=False))
        store.close()


def line(visitor: Visitor) -> str:
    widget = visitor.main.query_one(NewsLine)
    return widget.text.strip() if widget.display else ""


async def opens_news(visitor: Visitor) -> None:
    await visitor.presses("ctrl+e")
    await visitor.until(lambda: bool(visitor.app.screen.query("#news-list")), "the list is there")
    await visitor.until(lambda: visitor.app.screen._told is not None, "the list is filled")
    await visitor.settles()


def listed(visitor: Visitor) -> str:
    """What the box of news says, in its frame."""
    region = visitor.app.screen.query_one("#news-box").region
    strips = screen.strips(visitor.app)[region.y : region.bottom]
    return "\n".join(strip.crop(region.x, region.right).text.rstrip() for strip in strips) + "\n"


async def test_where_nothing_changed_nothing_is_said(fair):
    for _ in range(2):
        async with opened(fair) as visitor:
            assert line(visitor) == ""
            await opens_news(visitor)
            assert "Nothing" not in visitor.text
            assert "The stand moved to the entrance" in visitor.text  # the notices of the fair stand there all the same
    file, changed = fair / "fair.toml", "# Another remark.\n"
    file.write_text(changed + file.read_text(encoding="utf-8"), encoding="utf-8")
    async with opened(fair) as visitor:
        assert line(visitor) == ""


async def test_what_is_no_news_for_anybody_is_taken_as_seen(fair):
    visited_before(fair)
    edit(fair, ("exhibitors.toml", "+375 16 000-00-01", "+375 16 000-00-02"))
    async with opened(fair) as visitor:
        assert line(visitor) == ""
    assert seen.recall(places.state(), "small").digest == load(fair).digest


@pytest.mark.parametrize("lang", ["ru", "be", "en"])
async def test_what_changed_is_told(fair, lang, screen_snapshot):
    visited_before(fair)
    edit(fair, *CHANGES)
    without(fair, "alatau")
    said = ""
    async with opened(fair, lang, (50, 16)) as visitor:
        for size in ((50, 16), (80, 24), (120, 36)):
            await visitor.resizes(*size)
            said += f"{visitor.main.query_one(NewsLine).render_line(0).text.rstrip()}\n"
            await opens_news(visitor)
            said += listed(visitor)
            while not visitor.app.screen.query_one("#news-list").at_end:
                await visitor.presses("pagedown")
                said += listed(visitor)
            visitor.app.pop_screen()
        assert said == screen_snapshot


async def test_a_fair_is_left_changes_and_is_opened_again(fair):
    async with opened(fair) as visitor:
        await visitor.presses("alt+2")
        await visitor.types("luch")
        await visitor.presses("f5")
        await visitor.is_saved()
    edit(fair, *CHANGES)
    async with opened(fair) as visitor:
        assert line(visitor).startswith("4 changes since 11:00, 1 of them to what you marked or planned")
        await visitor.clicks("4 changes")
        await visitor.sees("What you marked or planned", "★")


@pytest.mark.parametrize("last", ["ctrl+end", "f5"])
async def test_it_is_said_until_it_was_looked_at_to_its_end(fair, last):
    visited_before(fair)
    edit(fair, *CHANGES)
    async with opened(fair, size=(50, 16)) as visitor:
        assert "4 changes" in line(visitor)
        await opens_news(visitor)
        await visitor.presses("escape")
        assert "4 changes" in line(visitor)  # there was more below
        await opens_news(visitor)
        await visitor.presses(last, *(["escape"] if last != "f5" else []))
        assert line(visitor) == ""
        await visitor.sees("All of it is seen; Ctrl+E shows it again.")
        await opens_news(visitor)
        assert "B7, Hall 2" in visitor.text
    async with opened(fair) as visitor:
        assert line(visitor) == ""


async def test_typing_finds_and_enter_opens_the_card_with_where_it_was(fair):
    visited_before(fair)
    edit(fair, *CHANGES)
    async with opened(fair) as visitor:
        await opens_news(visitor)
        await visitor.types("ke[")  # no word of any name
        await visitor.sees("Nothing of this changed.")
        await visitor.presses("ctrl+u")
        await visitor.types("луч")
        await visitor.sees("B7, Hall 2")
        assert "Vasil" not in listed(visitor)
        await visitor.presses("enter")
        assert visitor.card == LUCH
        assert "was: A2, Hall 1" in visitor.card_text


async def test_alt_p_shows_the_new_stand_on_the_plan(fair):
    visited_before(fair)
    edit(fair, MOVED)
    async with opened(fair) as visitor:
        await opens_news(visitor)
        await visitor.presses("alt+p")
        assert visitor.tab == "floor"
        assert visitor.here.floor.sight.sheet == "h2"


async def test_what_is_gone_shows_what_was_known_of_it(fair):
    visited_before(fair, mark=POLESIE)
    without(fair, "polesie")
    async with opened(fair) as visitor:
        assert "1 of them" in line(visitor)
        await opens_news(visitor)
        await visitor.presses("alt+p")
        await visitor.sees("It is not published where this is.")
        await visitor.presses("enter")
        await visitor.sees("Was at", "7C5.1", "building blocks")
        await visitor.presses("escape")
        await visitor.sees("What changed since")


async def test_a_catalogue_that_is_renewed_while_it_is_open_is_compared_as_well(fair):
    async with opened(fair) as visitor:
        assert line(visitor) == ""
        edit(fair, MOVED)
        visitor.app.open_catalogue(fair)
        await visitor.until(lambda: "1 change" in line(visitor), "the change is told")
        edit(fair, (MOVED[0], MOVED[2], MOVED[1]))
        visitor.app.open_catalogue(fair)
        await visitor.until(lambda: line(visitor) == "", "it is as it was")


async def test_a_list_that_is_open_while_more_changes_tells_that_too(fair):
    visited_before(fair)
    edit(fair, *CHANGES)
    async with opened(fair) as visitor:
        await opens_news(visitor)
        await visitor.presses("down", "down", "down")
        before = visitor.app.screen.query_one("#news-list").current
        edit(fair, ("exhibitors.toml", 'stands = ["machines"]', 'stands = ["A1"]'))
        await visitor.sees("The machine ground, The Yard", "A1, Hall 1")
        after = visitor.app.screen.query_one("#news-list").current
        assert (after.what, after.ref) == (before.what, before.ref)


async def test_another_favourite_makes_it_ones_own_at_once(fair):
    visited_before(fair, mark=None)
    edit(fair, MOVED)
    async with opened(fair) as visitor:
        assert "of them" not in line(visitor)
        await visitor.presses("alt+2")
        await visitor.types("luch")
        await visitor.presses("f5")
        await visitor.until(lambda: "1 of them" in line(visitor), "it is one's own")
        await visitor.presses("f2")
        await visitor.sees("A2, Зал 1")  # on its card, in the language that is spoken now


async def test_the_plan_says_when_a_session_was_to_begin(fair):
    visited_before(fair)
    edit(fair, CHANGES[2])
    async with opened(fair) as visitor:
        await visitor.presses("alt+6")
        await visitor.types("machine tools")
        await visitor.presses("ctrl+d", "alt+8")
        await visitor.sees("15:00", "! was: 30 September, 14:30")


def _broken(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-20])


def _of_other_fields(file: Path) -> None:
    head, _, body = file.read_bytes().partition(b"\n")
    file.write_bytes(head.replace(b'"code": "', b'"code": "0') + b"\n" + body)


def _of_records_that_fit_nowhere(file: Path) -> None:
    kept_before = seen.recall(file.parent, "small")
    assert kept_before is not None
    lines = seen.zlib.decompress(kept_before.packed).replace(b'"stands":', b'"stances":')
    seen.keep(file.parent, seen.Seen("small", "other", kept_before.at, seen.zlib.compress(lines)))


def _no_file(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("damage", [_broken, _of_other_fields, _of_records_that_fit_nowhere, _no_file])
async def test_a_copy_that_cannot_be_read_is_silently_looked_past(fair, damage: Callable[[Path], None]):
    visited_before(fair)
    (file,) = places.state().glob("seen-*")
    damage(file)
    edit(fair, *CHANGES)
    async with opened(fair) as visitor:
        assert line(visitor) == ""
        assert visitor.app.fault is None
    assert not list(places.log().glob("*")) if places.log().exists() else True


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid"), reason="no folders without rights here")
async def test_where_nothing_can_be_kept_it_is_said_in_this_sitting_only(fair, surroundings):
    (surroundings / "state").write_text("in the way")
    async with opened(fair) as visitor:
        edit(fair, MOVED)
        visitor.app.open_catalogue(fair)
        await visitor.until(lambda: "1 change" in line(visitor), "the change is told")
        await opens_news(visitor)
        await visitor.presses("f5")
        visitor.app.open_catalogue(fair)
        await visitor.settles()
        assert line(visitor) == ""


async def test_the_desk_says_where_it_moved_and_what_else_changed(fair):
    visited_before(fair)
    edit(fair, *CHANGES)
    async with opened(fair) as visitor:
        await visitor.presses("f12")
        await visitor.sees("Ctrl+E changes")
        await visitor.types("luch")
        await visitor.presses("enter")
        await visitor.sees("! moved: A2, Hall 1 → B7, Hall 2")
        await opens_news(visitor)
        await visitor.types("machine")
        await visitor.presses("enter")
        await visitor.sees("Machine tools today", "! another time: 30 September, 14:30 → 30 September, 15:00")


async def test_in_public_nothing_is_compared_and_nothing_said(fair):
    visited_before(fair)
    edit(fair, *CHANGES)
    before = [file.read_bytes() for file in places.state().glob("seen-*")]
    app = GuideApp(fair, "en", remembered=Remembered(), opened_for="kiosk", kiosk=Kiosk("1234", 60.0))
    async with app.run_test(size=(120, 36)) as pilot:
        visitor = Visitor(pilot)
        await visitor.until(lambda: app.world is not None and app.world.whole, "the catalogue is read")
        await visitor.until(lambda: app.screen is not app.main, "the public screen is open")
        await visitor.types("luch")
        await visitor.presses("enter", "ctrl+e", "alt+e")
        assert "→" not in visitor.text
        assert app.main.browsing.compared._world is None
        assert not app.screen.query("#news-list")
    assert [file.read_bytes() for file in places.state().glob("seen-*")] == before
