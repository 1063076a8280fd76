"""The file of visits from the command line: a damaged one is told on standard error, an unusable one is exit code 4."""

import pytest

from guide.catalogue.model import Ref
from guide.errors import Exit
from guide.visit.changes import favoured
from guide.visit.state import EMPTY
from guide.visit.store import Store, file_of_visits
from tests.cli.run import run
from tests.visit.made import asides, full

COMMANDS = [["export", "md", "--visit"], ["export", "json", "--favourites"], ["visit", "undo"], ["desk", "report"]]
FAIR = "small-fair"


@pytest.fixture
def damaged():
    """A file that lost its end."""
    store = Store.open()
    store.write(FAIR, full())
    store.write(FAIR, favoured(EMPTY, Ref("venture", "toys"), "Игрушки"))
    store.close()
    file = file_of_visits()
    with file.open("r+b") as opened:
        opened.truncate(file.stat().st_size - 100)
    return file


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_damaged_file_is_told_once_and_the_command_goes_on(capsys, damaged, command):
    ran = run(capsys, *command)
    assert ran.code in (Exit.OK, Exit.NOTHING)
    assert "was damaged; what could be read of it was kept" in ran.err
    assert str(asides(damaged)[0]) in ran.err
    assert "damaged" not in ran.out
    assert "damaged" not in run(capsys, *command).err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_that_cannot_be_used_is_not_saved(capsys, command):
    file_of_visits().mkdir(parents=True)
    ran = run(capsys, *command)
    assert ran.code == Exit.NOT_SAVED
    assert ran.out == ""
    assert "there is a folder in the place of the file" in ran.err
    assert "Traceback" not in ran.err
