"""What a visitor does to their visit: marks, notes, undo, favourites only; nothing of it is lost."""

from textual import events

from guide.catalogue.model import Ref
from guide.tui.screens.note import NoteScreen
from guide.visit.store import Store
from tests.visitor import SMALL

ROMASHKA, POLESIE, VERAS = Ref("exhibitor", "romashka"), Ref("exhibitor", "polesie"), Ref("exhibitor", "veras")


async def goes_to(visitor, ref: Ref) -> None:
    """Puts the cursor of the exhibitors' list on a thing."""
    await visitor.presses("alt+2")
    visitor.main.list.move(visitor.listed.index(ref.id))
    await visitor.settles()


async def test_a_favourite_is_marked_with_one_key_and_seen_in_the_list_and_on_the_card(visiting):
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        await visitor.presses("f5")
        assert visitor.visit.mark(ROMASHKA).favourite
        await visitor.sees("★  Romashka", "★ favourite")
        await visitor.sees("Favourite: “Romashka” · saved")
        await visitor.presses("f5")
        assert not visitor.visit.mark(ROMASHKA).favourite
        await visitor.no_longer_sees("★ favourite")


async def test_space_in_an_empty_box_marks_and_in_a_query_is_a_space(visiting):
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        await visitor.presses("space")
        assert visitor.visit.favourites() == (ROMASHKA,)
        await visitor.types("toy s")
        assert visitor.main.box.value == "toy s"
        assert visitor.visit.favourites() == (ROMASHKA,)


async def test_a_favourite_is_marked_from_the_card_that_a_link_led_to(visiting):
    async with visiting() as visitor:
        await goes_to(visitor, VERAS)
        await visitor.presses("enter")
        await visitor.marks(Ref("exhibitor", "luch"))
        await visitor.presses("enter", "f5")
        assert visitor.visit.favourites() == (Ref("exhibitor", "luch"),)


async def test_visited_rating_and_note_stand_on_the_card(visiting):
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        await visitor.presses("ctrl+b", "ctrl+r", "ctrl+r", "ctrl+r")
        await visitor.presses("ctrl+n")
        await visitor.types("ask for Vera")
        await visitor.presses("escape")
        mark = visitor.visit.mark(ROMASHKA)
        assert (mark.visited, mark.rating, mark.note) == (True, 3, "ask for Vera")
        await visitor.sees("✓ visited", "★★★☆☆", "✎ ask for Vera", " ✓ Romashka")


async def test_what_is_typed_before_the_field_of_a_note_is_there_is_in_it(visiting):
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        for key, sign in (("ctrl+n", None), ("h", "h"), ("i", "i")):
            visitor.app.post_message(events.Key(key, sign))
        await visitor.until(lambda: isinstance(visitor.app.screen, NoteScreen), "the note is open")
        await visitor.types(" there")
        await visitor.presses("escape")
        assert visitor.visit.mark(ROMASHKA).note == "hi there"


async def test_after_five_stars_there_is_no_rating(visiting):
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        await visitor.presses(*["ctrl+r"] * 6)
        assert visitor.visit.mark(ROMASHKA).rating == 0


async def test_a_note_is_kept_while_it_is_written_and_undone_in_one_step(visiting, surroundings):
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        await visitor.presses("ctrl+n")
        await visitor.types("one")
        await visitor.until(lambda: visitor.visit.mark(ROMASHKA).note == "one", "the pause is kept")
        await visitor.is_saved()
        store = Store.open()
        assert store.visit(visitor.app.world.catalogue.fair.id).mark(ROMASHKA).note == "one"
        store.close()
        await visitor.types(" two")
        await visitor.presses("escape")
        assert visitor.visit.mark(ROMASHKA).note == "one two"
        await visitor.presses("ctrl+z")
        assert visitor.visit.mark(ROMASHKA).note == ""
        await visitor.presses("ctrl+y")
        assert visitor.visit.mark(ROMASHKA).note == "one two"


async def test_undo_and_redo_go_through_everything_that_was_done(visiting):
    async with visiting() as visitor:
        await visitor.presses("ctrl+z")
        await visitor.sees("Nothing to undo.")
        await goes_to(visitor, ROMASHKA)
        await visitor.presses("f5", "ctrl+b", "ctrl+z")
        assert (visitor.visit.mark(ROMASHKA).favourite, visitor.visit.mark(ROMASHKA).visited) == (True, False)
        await visitor.sees("Undone: visited: “Romashka”")
        await visitor.presses("ctrl+z")
        assert visitor.visit.mark(ROMASHKA).empty
        await visitor.presses("ctrl+y", "ctrl+y")
        assert visitor.visit.mark(ROMASHKA).visited
        await visitor.presses("ctrl+y")
        await visitor.sees("Nothing to do again.")


async def test_marks_are_there_again_in_the_next_guide_and_so_is_undo(visiting):
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        await visitor.presses("f5")
        await visitor.is_saved()
    async with visiting() as visitor:
        await visitor.until(lambda: visitor.visit.mark(ROMASHKA).favourite, "the mark is read")
        await visitor.presses("alt+2")
        await visitor.sees("★  Romashka")
        await visitor.presses("ctrl+z")
        assert not visitor.visit.mark(ROMASHKA).favourite


async def test_only_favourites_in_every_tab(visiting):
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        await visitor.presses("f5", "alt+f")
        assert visitor.listed == ["romashka"]
        assert visitor.counts["exhibitor"] == "1/8"
        assert visitor.counts["venture"] == "0/3"
        await visitor.sees("★ only favourites ×")
        await visitor.presses("alt+5")
        await visitor.sees("None of these is a favourite yet.", "All of them, not only favourites")
        await visitor.presses("enter")
        assert len(visitor.listed) == 3
        await visitor.presses("alt+f")
        await visitor.presses("escape")
        assert len(visitor.listed) == 3


async def test_the_way_back_with_escape_ends_only_favourites(visiting):
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        await visitor.presses("f5", "alt+f", "escape")
        assert len(visitor.listed) == 8


async def test_a_thing_that_cannot_be_marked_says_so(visiting):
    async with visiting() as visitor:
        await visitor.presses("f5")
        await visitor.sees("Go to a thing first: then it can be marked.")
        assert not visitor.visit.marks


async def test_a_note_with_signs_that_steer_terminals_or_look_like_markup_is_text(visiting):
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        await visitor.presses("ctrl+n")
        await visitor.types("[red] [/] [@click=x]")
        await visitor.presses("escape")
        await visitor.sees("[red] [/] [@click=x]")


async def test_the_count_beside_my_visit_is_of_stops_and_favourites(visiting):
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        await visitor.presses("f5")
        assert visitor.counts["visit"] == "1"


async def test_another_guide_on_the_same_file_is_seen(visiting):
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        store = Store.open()
        from guide.visit.changes import favoured

        fair = visitor.app.world.catalogue.fair.id
        store.write(fair, favoured(store.visit(fair), ROMASHKA, "Romashka"))
        store.close()
        await visitor.sees("★  Romashka")


async def test_a_mark_made_before_the_catalogue_shrank_stays(visiting, tmp_path):
    fair = tmp_path / "fair"
    fair.mkdir()
    for file in SMALL.iterdir():
        (fair / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    async with visiting(fair) as visitor:
        await goes_to(visitor, ROMASHKA)
        await visitor.presses("f5")
        await visitor.is_saved()
    whole = (fair / "exhibitors.toml").read_text(encoding="utf-8")
    parts = [part for part in whole.split("[[exhibitor]]") if 'id = "romashka"' not in part]
    (fair / "exhibitors.toml").write_text("[[exhibitor]]".join(parts), encoding="utf-8")
    async with visiting(fair) as visitor:
        await visitor.presses("alt+8")
        await visitor.sees("No longer in the catalogue")
        await visitor.presses("down")
        assert visitor.card == ROMASHKA
        assert "no longer in the catalogue" in visitor.card_text


async def test_a_note_that_is_being_written_when_one_is_made_to_leave_is_kept_and_can_be_undone(visiting):
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        await visitor.presses("ctrl+n")
        await visitor.pilot.press(*"half a sent")
        visitor.app.leave(143)
        await visitor.pilot.pause()
    assert visitor.app.keep_visit()
    async with visiting() as visitor:
        await visitor.until(lambda: bool(visitor.visit.marks), "the mark is read")
        assert visitor.visit.mark(ROMASHKA).note == "half a sent"
        await visitor.presses("ctrl+z")
        assert not visitor.visit.marks


async def test_a_note_is_kept_while_one_types_without_a_pause(visiting):
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        await visitor.presses("ctrl+n")
        for _ in range(100):
            await visitor.pilot.press("x")
            if visitor.visit.mark(ROMASHKA).note:
                break
        assert visitor.visit.mark(ROMASHKA).note


async def test_a_note_stays_with_the_fair_it_was_begun_at(visiting, tmp_path):
    other = tmp_path / "other.toml"
    other.write_text(
        '[fair]\nid = "other"\nname = "Other"\nstarts = 2025-09-29\nends = 2025-10-01\ntimezone = "UTC"\n', "utf-8"
    )
    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        first = visitor.here.visiting.keeping
        await visitor.presses("ctrl+n")
        await visitor.types("for Vera")
        visitor.app.open_catalogue(other)
        await visitor.until(lambda: visitor.app.world.catalogue.fair.id == "other", "the other fair is read")
        await visitor.presses("escape")
        assert first.visit.mark(ROMASHKA).note == "for Vera"
        assert not visitor.visit.marks
        visitor.app.open_catalogue(SMALL)
        await visitor.until(lambda: bool(visitor.visit.marks), "the first visit is shown again")
        assert visitor.here.visiting.keeping is first


async def test_saved_is_said_only_when_all_of_it_is(visiting):
    import sqlite3

    from guide import places

    async with visiting() as visitor:
        await goes_to(visitor, ROMASHKA)
        await visitor.presses("f5")
        await visitor.is_saved()
        lock = sqlite3.connect(places.visits(), isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        try:
            await goes_to(visitor, VERAS)
            await visitor.presses("f5")
            await visitor.sees("Favourite: “Veras”")
            assert "saved" not in visitor.bar("status")
        finally:
            lock.execute("ROLLBACK")
            lock.close()
        await visitor.is_saved()
        await visitor.sees("Favourite: “Veras” · saved")
