"""QR codes on a real terminal: each is whole on the screen and a reader reads it, before the next one comes."""

import pytest

pytest.importorskip("ptyprocess", reason="no pseudo-terminals here")

from guide.visit.changes import merged
from guide.visit.compact import read
from guide.visit.state import EMPTY
from guide.visit.store import Store
from tests.cli.run import SMALL
from tests.exchange.scanned import photographed
from tests.exchange.visits import CATALOGUE, FULL, called
from tests.terminal import Terminal, guide, surroundings

pytestmark = pytest.mark.pty


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("dark_theme", [True, False])
def test_a_plan_is_scanned_code_by_code(surroundings_home, size, dark_theme):
    command = guide("-c", str(SMALL), "--lang", "en", "export", "qr", "--visit")
    texts = []
    with Terminal(command, surroundings(surroundings_home), size) as terminal:
        while True:
            terminal.sees("Enter goes on.")
            terminal.rests()
            [text] = photographed(terminal.screen, dark_theme=dark_theme)
            texts.append(text)
            part, _, parts = text.split(":")[1].partition("/")
            terminal.send("\r")
            if part == parts:
                break
            terminal.sees(f"code {int(part) + 1} of {parts}")
        terminal.sees("Romashka")
    brought = read(texts, CATALOGUE, called).visit
    assert [stop.ref for stop in brought.plan] == [stop.ref for stop in FULL.plan]


@pytest.fixture
def surroundings_home(surroundings):
    """The settings folder, in which a visit is kept."""
    store = Store.open()
    store.write("small", merged(EMPTY, FULL))
    store.close()
    return surroundings
