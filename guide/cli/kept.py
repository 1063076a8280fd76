"""The file of visits for a command: a damaged one is told about in words for people."""

from guide.cli.streams import say
from guide.i18n import Tongue
from guide.text import clean
from guide.visit.refusals import DamagedError
from guide.visit.store import Store, file_of_visits


def kept_before() -> bool:
    """Whether anything was ever kept: else no file is made by asking. A folder that tells nothing may have one."""
    try:
        return file_of_visits().exists()
    except OSError:
        return True


def opened_store(tongue: Tongue) -> Store:
    """The open file; where it was damaged, that and what was done about it is told.

    Raises :class:`guide.errors.NotSavedError` where it cannot be used.
    """

    def tell(error: DamagedError) -> None:
        say(f"guide: {clean(tongue.t(error.message, **error.values))}")
        say(clean(tongue.t(error.hint, **error.values)))

    return Store.open(tell=tell)
