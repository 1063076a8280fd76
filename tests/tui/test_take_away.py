"""A visit leaves the laptop: files in every format and QR codes, from the app and from the desk."""

import json

import pytest

from guide import places
from guide.tui import taking

EXAMPLE = places.bundled("example-fair")


@pytest.fixture(autouse=True)
def during(monkeypatch):
    monkeypatch.setenv("GUIDE_NOW", "2026-09-30T11:00")


async def with_a_visit(visitor) -> None:
    """Marks a favourite and plans a session."""
    await visitor.presses("alt+2")
    await visitor.types("vektrus")
    await visitor.presses("f5", "escape", "alt+6")
    await visitor.types("plenary")
    await visitor.presses("escape", "alt+6")
    await visitor.presses("ctrl+d")


def files() -> list[str]:
    """The names of the files in the folder of downloads."""
    folder = places.downloads()
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


async def test_every_format_is_written_to_the_folder_of_downloads(visiting):
    async with visiting(EXAMPLE) as visitor:
        await with_a_visit(visitor)
        await visitor.presses("ctrl+x")
        await visitor.sees("Take it away", "My visit: the plan and everything marked")
        for _ in taking.ways():
            await visitor.presses("down", "enter")
            await visitor.sees("Written:")
        endings = [name.rpartition(".")[2] for name in files()]
        assert sorted(endings) == sorted(way.suffix for way in taking.ways())


async def test_a_file_of_that_name_stays_and_the_next_gets_a_number(visiting):
    async with visiting(EXAMPLE) as visitor:
        await with_a_visit(visitor)
        await visitor.presses("ctrl+x", "down", "enter")
        await visitor.sees("Written:")
        await visitor.presses("enter")
        await visitor.until(lambda: len(files()) == 2, "the second file is there")
        assert files()[0].endswith("-2.ics") or files()[1].endswith("-2.ics")


async def test_favourites_only_are_chosen_with_an_arrow(visiting):
    async with visiting(EXAMPLE) as visitor:
        await with_a_visit(visitor)
        await visitor.presses("ctrl+x", "right")
        await visitor.sees("My favourites")
        at = [way.format for way in taking.ways()].index("json")
        await visitor.presses(*["down"] * (at + 1), "enter")
        await visitor.until(lambda: bool(files()), "the file is there")
        (name,) = files()
        made = json.loads((places.downloads() / name).read_text(encoding="utf-8"))
        assert [mark["ref"] for mark in made["marks"]] == ["exhibitor:vektrus"]
        assert not made["plan"]


async def test_nothing_marked_is_said_and_nothing_is_written(visiting):
    async with visiting(EXAMPLE) as visitor:
        await visitor.presses("ctrl+x", "down", "enter")
        await visitor.sees("Nothing is marked or planned yet.")
        assert files() == []


async def test_a_folder_that_cannot_be_written_is_told(visiting, surroundings):
    (surroundings / "downloads").write_text("in the way")
    async with visiting(EXAMPLE) as visitor:
        await with_a_visit(visitor)
        await visitor.presses("ctrl+x", "down", "enter")
        await visitor.sees("cannot be written")


async def test_the_visit_as_qr_codes_for_another_guide_and_to_read(visiting):
    async with visiting(EXAMPLE, size=(120, 36)) as visitor:
        await with_a_visit(visitor)
        await visitor.presses("ctrl+x", "enter")
        await visitor.sees("To read on a phone", "▀▀▀", "Opening of Crossroads")
        await visitor.presses("tab")
        await visitor.sees("For another guide", "▀▀▀")
        await visitor.resizes(30, 12)
        await visitor.sees("A QR code needs")
        await visitor.resizes(80, 24)
        await visitor.sees("▀▀▀")
        await visitor.presses("escape", "escape")
        assert visitor.app.screen is visitor.main


async def test_a_pasted_plan_is_shown_asked_for_merged_and_undone(visiting):
    from textual import events

    from guide.exchange import qr
    from guide.exchange.selection import visited

    async with visiting(EXAMPLE) as visitor:
        await with_a_visit(visitor)
        selection = visited(visitor.app.world.catalogue, visitor.app.tongue, visitor.visit)
        text = "\n".join(code.text for code in qr.for_guide(selection, 80, 21))
        await visitor.presses("ctrl+z", "ctrl+z")
        assert not visitor.visit.plan
        visitor.main.box.post_message(events.Paste(text))
        await visitor.sees("A visit from elsewhere", "This would change:", "Opening of Crossroads")
        await visitor.presses("enter")
        assert [stop.ref.id for stop in visitor.visit.plan] == ["opening"]
        assert visitor.main.box.value == ""
        await visitor.presses("ctrl+z")
        assert not visitor.visit.plan


async def test_a_pasted_plan_with_a_part_missing_says_which(visiting):
    from textual import events

    async with visiting(EXAMPLE) as visitor:
        visitor.main.box.post_message(events.Paste("G1:1/2:AAAABBBBCCCC."))
        await visitor.sees("A visit from elsewhere")
        await visitor.presses("enter")
        assert not visitor.visit.plan
