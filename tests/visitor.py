"""A visitor at the guide: presses, types, clicks and looks at the screen."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from rich.cells import cell_len
from textual.pilot import Pilot

from guide.catalogue.model import Ref
from guide.tui.app import GuideApp
from guide.tui.browsing import Browsing
from guide.tui.commands import AT_BOX
from guide.tui.remembered import Remembered
from guide.tui.screens.main import MainScreen
from guide.tui.tabs import TABS
from guide.tui.widgets.bar import Bar
from guide.tui.widgets.filter_panel import FilterPanel
from guide.visit.state import Visit
from tests import screen

FAIRS = Path(__file__).parent / "fairs"
SMALL = FAIRS / "small"
NOTHING_REMEMBERED = Remembered()
PATIENCE = 10.0
"""Seconds that something may take to appear on a busy machine."""


class Visitor:
    """Someone who uses the guide; every verb returns when the guide has done what was asked."""

    def __init__(self, pilot: Pilot[int]) -> None:
        self.pilot = pilot
        assert isinstance(pilot.app, GuideApp)
        self.app = pilot.app

    @property
    def main(self) -> MainScreen:
        return self.app.main

    @property
    def here(self) -> Browsing:
        """What is looked at."""
        assert self.main.browsing is not None
        return self.main.browsing

    # Doing.

    async def presses(self, *keys: str) -> None:
        """Presses keys one after the other."""
        await self.pilot.press(*keys)
        await self.settles()

    async def types(self, words: str) -> None:
        """Types words letter by letter."""
        await self.pilot.press(*("space" if letter == " " else letter for letter in words))
        await self.settles()

    async def clicks(self, words: str, within: str = "") -> None:
        """Clicks on the first place where the screen, or one of its parts, says these words."""
        x, y = self.where(words, within)
        await self.pilot.click(offset=(x + cell_len(words) // 2, y))
        await self.settles()

    async def marks(self, ref: Ref) -> None:
        """Steps on in the card until the link to a thing is marked."""
        for _ in range(100):
            if self.marked == ref:
                return
            await self.pilot.press("down")
        raise AssertionError(f"no link to {ref} in\n{self.card_text}")

    async def resizes(self, width: int, height: int) -> None:
        """Gives the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.settles()

    # Waiting.

    async def settles(self) -> None:
        """Waits until the guide has nothing more to do for now: the card has followed the cursor."""
        await self.pilot.pause()
        await self.until(lambda: not any(worker.is_running for worker in self.app.workers), "the workers end")
        if self.app.is_running and self.app.screen is self.main and self.main.pane in AT_BOX:
            here = self.here
            await self.until(lambda: self.main.plan.laid, "the plan is laid")
            await self.until(
                lambda: here.overview_shown or here.list_ref is None or self.card == here.list_ref, "the card follows"
            )
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool], what: str = "it happens") -> None:
        """Waits until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"waited in vain until {what}:\n{self.text}"
            await asyncio.sleep(0.005)

    async def sees(self, *words: str) -> None:
        """Waits until the screen says all of these words."""
        await self.until(lambda: all(each in self.text for each in words), f"the screen says {words}")

    async def no_longer_sees(self, words: str) -> None:
        """Waits until the screen does not say these words any more."""
        await self.until(lambda: words not in self.text, f"the screen no longer says {words!r}")

    # Looking.

    @property
    def text(self) -> str:
        """The whole screen."""
        return screen.text(self.app)

    def where(self, words: str, within: str = "") -> tuple[int, int]:
        """The column and row of the screen, or of one of its parts (list, card, filters…), where the words begin."""
        part = self.app.screen.query_one(f"#{within}").region if within else self.app.screen.region
        for row, strip in enumerate(screen.strips(self.app)[part.y : part.bottom], part.y):
            line = strip.crop(part.x, part.right).text
            if words in line:
                return part.x + cell_len(line[: line.index(words)]), row
        raise AssertionError(f"the screen does not say {words!r}:\n{self.text}")

    def bar(self, name: str) -> str:
        """What one of the bars says: headline, tabs, chips, reading, status, keys."""
        return self.main.query_one(f"#{name}", Bar).text

    @property
    def tab(self) -> str:
        """The tab shown."""
        return self.here.tab

    @property
    def listed(self) -> list[str]:
        """The ids of what the list lists, in its order."""
        return [ref.id for ref in self.main.list.refs]

    @property
    def cursor(self) -> str | None:
        """The id of the thing under the list's cursor."""
        current = self.main.list.current
        return current.id if current else None

    @property
    def card(self) -> Ref | None:
        """What the card is about."""
        return self.here.shown_ref

    @property
    def marked(self) -> Ref | None:
        """Where the card's marked link leads."""
        view = self.main.card
        return view._links[view._marked].ref if view._marked >= 0 else None

    @property
    def card_text(self) -> str:
        """The whole card, also what is not on the screen."""
        made = self.main.card.card
        return "\n".join(line.plain for line in made.lines(78)) if made else ""

    @property
    def counts(self) -> dict[str, str]:
        """Tab -> what stands beside its title: "8", "2/8", "0/8+1"."""
        said = self.bar("tabs")
        titles = {tab: self.app.tongue.t(title) for tab, title, _ in TABS}
        return {tab: match[1] for tab, title in titles.items() if (match := re.search(rf"{title} (\d\S*)", said))}

    @property
    def visit(self) -> Visit:
        """What the visitor marked and planned so far."""
        return self.here.visiting.visit

    async def is_saved(self) -> None:
        """Waits until everything that was done is in the file."""
        keeping = self.here.visiting.keeping
        assert keeping is not None
        await self.until(lambda: keeping.saved, "it is saved")

    @property
    def chosen(self) -> set[tuple[str, object]]:
        """The facets chosen in the present tab."""
        return set(self.here.state.chosen.pairs())

    @property
    def filter_values(self) -> dict[str, str]:
        """The values of the filters as they are said, with their counts."""
        panel = self.main.query_one("#filters", FilterPanel)
        return {line.text: line.count for line in panel._lines if line.count is not None}


@asynccontextmanager
async def visiting(
    path: Path = SMALL,
    lang: str | None = "en",
    *,
    size: tuple[int, int] = (140, 36),
    remembered: Remembered | None = NOTHING_REMEMBERED,
) -> AsyncIterator[Visitor]:
    """The guide opened on a catalogue, read and settled; ``remembered`` None: as the settings have it."""
    app = GuideApp(path, lang, remembered=remembered)
    async with app.run_test(size=size) as pilot:
        visitor = Visitor(pilot)
        await visitor.until(lambda: app.world is not None and app.world.whole, "the catalogue is read")
        await visitor.settles()
        yield visitor
