"""The info desk: a question, Enter, one large card; the next person finds nothing of the last one."""

from contextlib import asynccontextmanager

import pytest

from guide import places
from guide.catalogue.model import Ref
from guide.tui.app import GuideApp
from guide.tui.screens.desk import DeskScreen
from guide.visit.store import Store
from tests.visitor import NOTHING_REMEMBERED, SMALL, Visitor

EXAMPLE = places.bundled("example-fair")
DURING = "2026-09-30T11:00"


class Clerk(Visitor):
    """Someone at the desk."""

    @property
    def desk(self) -> DeskScreen:
        """The desk, whatever lies over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, DeskScreen))

    @property
    def shown(self) -> Ref | None:
        """What the large card is about."""
        return self.desk.asked.ref

    @property
    def answer(self) -> str:
        """What the desk shows under the box."""
        return self.desk.view.text

    async def journal(self):
        """The questions in the file, once all is saved."""
        await self.is_saved()
        store = Store.open()
        try:
            return store.questions(self.app.world.catalogue.fair.id)
        finally:
            store.close()


@asynccontextmanager
async def at_desk(path=EXAMPLE, lang="en", *, size=(120, 36)):
    """The desk opened on a catalogue."""
    app = GuideApp(path, lang, remembered=NOTHING_REMEMBERED, opened_for="desk")
    async with app.run_test(size=size) as pilot:
        clerk = Clerk(pilot)
        await clerk.until(lambda: app.world is not None and app.world.whole, "the catalogue is read")
        await clerk.until(lambda: isinstance(app.screen, DeskScreen), "the desk is open")
        await clerk.settles()
        yield clerk


@pytest.fixture(autouse=True)
def during(monkeypatch):
    monkeypatch.setenv("GUIDE_NOW", DURING)


async def test_the_empty_desk_says_what_is_on_now_and_next_and_which_services_are_open():
    async with at_desk() as clerk:
        await clerk.sees("Now", "Next", "Cloakroom")


async def test_a_name_and_enter_give_the_large_card_with_the_code_spelled_out():
    async with at_desk() as clerk:
        await clerk.types("vektrus")
        await clerk.presses("enter")
        assert clerk.shown == Ref("exhibitor", "vektrus")
        assert "Alfa — two" in clerk.answer
        assert "███" in clerk.answer


async def test_enter_that_comes_with_the_last_letter_answers_the_whole_name():
    async with at_desk() as clerk:
        clerk.desk.box.value = "vektrus"
        clerk.desk.press("enter")
        assert clerk.shown == Ref("exhibitor", "vektrus")


async def test_private_addresses_show_at_the_desk_and_are_not_copied():
    async with at_desk() as clerk:
        await clerk.types("vektrus")
        await clerk.presses("enter")
        assert "a.sokolov@example.org" in clerk.answer
        await clerk.presses("f8")
        assert "Vektrus" in clerk.app.clipboard
        assert "a.sokolov@example.org" not in clerk.app.clipboard


async def test_the_visitors_language_is_another_one_with_one_key_and_the_clerks_stays():
    async with at_desk() as clerk:
        await clerk.types("vektrus")
        await clerk.presses("enter", "f2")
        assert "Анна — два" in clerk.answer
        assert "Alfa — two" in clerk.answer
        await clerk.sees("next person")


async def test_escape_wipes_everything_for_the_next_person():
    async with at_desk() as clerk:
        await clerk.types("vektrus")
        await clerk.presses("enter", "f2", "escape")
        assert clerk.shown is None
        assert clerk.desk.box.value == ""
        assert "Vektrus" not in clerk.text
        assert clerk.desk.visitor.code == "en"


async def test_typing_while_a_card_is_shown_is_the_next_question():
    async with at_desk() as clerk:
        await clerk.types("vektrus")
        await clerk.presses("enter")
        await clerk.types("mikron")
        assert clerk.desk.box.value == "mikron"
        await clerk.presses("enter")
        assert clerk.shown.id == "mikron-12"


async def test_what_is_nearly_as_likely_stands_numbered_beneath_and_a_digit_chooses_it():
    async with at_desk() as clerk:
        await clerk.types("toilets")
        await clerk.presses("enter")
        first = clerk.shown
        others = clerk.desk.asked.likely
        assert len(others) > 1
        await clerk.presses("2")
        assert clerk.shown == others[1] != first


async def test_the_list_while_typing_is_gone_through_with_arrows():
    async with at_desk() as clerk:
        await clerk.types("machine")
        second = clerk.desk.asked.refs[1]
        await clerk.presses("down", "enter")
        assert clerk.shown == second


async def test_services_are_found_by_what_people_call_them():
    async with at_desk(lang="ru") as clerk:
        await clerk.types("гардероб")
        await clerk.presses("enter")
        assert clerk.shown.kind == "service"


async def test_the_journal_holds_the_question_the_choice_and_no_person():
    async with at_desk() as clerk:
        await clerk.types("vektrus")
        await clerk.presses("enter", "escape")
        await clerk.types("qqqqqq")
        await clerk.presses("escape")
        found, lost = await clerk.journal()
        assert (found.asked, found.ref, found.found, found.language) == (
            "vektrus", Ref("exhibitor", "vektrus"), True, "en",
        )  # fmt: skip
        assert (lost.asked, lost.ref, lost.found) == ("qqqqqq", None, False)
        assert found.at.isoformat() == "2026-09-30T11:00:00+03:00"


async def test_another_choice_for_the_same_question_replaces_the_first():
    async with at_desk() as clerk:
        await clerk.types("toilets")
        await clerk.presses("enter", "2")
        (question,) = await clerk.journal()
        assert question.ref == clerk.shown


async def test_what_was_not_found_is_tied_to_a_thing_and_found_from_then_on():
    async with at_desk() as clerk:
        await clerk.types("zzyzx")
        await clerk.presses("enter", "escape", "f9")
        await clerk.sees("Not found 1", "zzyzx")
        await clerk.presses("down", "enter")
        await clerk.sees("What was meant by “zzyzx”?")
        await clerk.types("vektrus")
        await clerk.presses("enter")
        await clerk.sees("─▶ Vektrus")
        await clerk.presses("escape")
        await clerk.types("Zzyzx")
        await clerk.presses("enter")
        assert clerk.shown == Ref("exhibitor", "vektrus")
        await clerk.presses("escape", "f9", "down", "delete")
        await clerk.no_longer_sees("─▶ Vektrus")
        await clerk.presses("escape")
        await clerk.types("zzyzx")
        await clerk.presses("enter")
        assert clerk.shown is None


async def test_what_only_comes_near_is_no_answer_unless_it_is_chosen():
    async with at_desk() as clerk:
        await clerk.types("vektrxxyqzz")
        assert clerk.desk.asked.near or not clerk.desk.asked.refs
        await clerk.presses("enter")
        assert clerk.shown is None
        (question,) = await clerk.journal()
        assert not question.found


async def test_the_makers_of_a_thing_come_before_a_session_about_it():
    async with at_desk(lang="ru") as clerk:
        await clerk.types("подшипники")
        await clerk.presses("enter")
        assert clerk.shown.kind == "exhibitor"


async def test_of_services_of_one_sort_all_are_named():
    async with at_desk(lang="ru") as clerk:
        await clerk.types("туалет")
        await clerk.presses("enter")
        assert len(clerk.desk.asked.likely) > 2


async def test_more_of_it_and_back():
    async with at_desk() as clerk:
        await clerk.types("vektrus")
        await clerk.presses("enter", "enter")
        await clerk.sees("Could work with")
        await clerk.presses("escape")
        assert clerk.shown == Ref("exhibitor", "vektrus")


async def test_the_desk_opens_from_the_guide_and_goes_back_to_it(visiting):
    async with visiting(SMALL) as visitor:
        await visitor.presses("f12")
        assert isinstance(visitor.app.screen, DeskScreen)
        await visitor.presses("f12")
        assert visitor.app.screen is visitor.main


async def test_codes_from_a_scanner_arrive_at_once():
    async with at_desk() as clerk:
        await clerk.types("7с5.1")
        await clerk.presses("enter")
        stands = clerk.desk.world.catalogue.stands
        here = clerk.desk.world.catalogue.relations.at_stand
        coded = next(key for key, stand in stands.items() if stand.code == "7С5.1")
        assert clerk.shown == Ref("stand", coded) or clerk.shown in here[coded]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (50, 16), (20, 5)])
async def test_the_desk_fits_every_size(size):
    async with at_desk(size=size) as clerk:
        await clerk.types("vektrus")
        await clerk.presses("enter")
        assert clerk.shown == Ref("exhibitor", "vektrus")
        await clerk.presses("escape")


async def test_another_catalogue_under_the_desk_begins_it_anew():
    async with at_desk() as clerk:
        await clerk.types("vektrus")
        await clerk.presses("enter", "f6")
        clerk.app.open_catalogue(SMALL)
        await clerk.until(lambda: clerk.app.world.catalogue.fair.id != "example-crossroads", "the other fair is read")
        await clerk.until(lambda: clerk.app.screen is clerk.desk, "the desk is in front")
        assert clerk.shown is None
        await clerk.presses("f2", "enter", "f8", "escape")
        await clerk.types("romashka")
        await clerk.presses("enter")
        assert clerk.shown == Ref("exhibitor", "romashka")
