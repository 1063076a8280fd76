"""The catalogue that a command works on: which one it is, and its contents."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from guide import places
from guide.cli.arguments import Parsed, readable
from guide.cli.streams import say
from guide.i18n import Tongue
from guide.text import clean, one_line

if TYPE_CHECKING:
    from guide.catalogue.load import Loaded
    from guide.search.index import Index


def catalogue_path(parsed: Parsed) -> Path:
    """The catalogue asked for: by option, by GUIDE_CATALOGUE, or the one that comes with the guide."""
    asked = parsed.value("catalogue") or os.environ.get("GUIDE_CATALOGUE")
    return Path(asked) if asked else places.bundled_fair()


def here_asked(parsed: Parsed) -> str:
    """Where one says that one is, by option or by GUIDE_HERE; "" for nowhere."""
    return one_line(clean(readable(parsed.value("here") or os.environ.get("GUIDE_HERE", ""))))


def opened(parsed: Parsed, tongue: Tongue) -> "tuple[Loaded, Tongue]":
    """The catalogue asked for, and the tongue with its languages to fall back to.

    Errors in it are mentioned on standard error. Raises NoSuchFileError and UnreadableError.
    """
    from guide.catalogue.load import load
    from guide.catalogue.problems import ERROR

    loaded = load(catalogue_path(parsed), cache=places.cache())
    errors = sum(problem.severity == ERROR for problem in loaded.problems)
    if errors:
        say(
            tongue.n(
                "The catalogue has {count} error; “guide check” shows it.",
                "The catalogue has {count} errors; “guide check” shows them.",
                errors,
            )
        )
    return loaded, Tongue(tongue.code, loaded.catalogue.fair.languages)


def indexed(parsed: Parsed, loaded: "Loaded") -> "Index":
    """The index of that catalogue: a large one's is kept for the next time, in the same place as the app's."""
    from guide.search import frozen

    path, cache = catalogue_path(parsed), places.cache()
    index, built = frozen.index_of(loaded.catalogue, loaded.digest, path, cache)
    if built and frozen.is_worth_keeping(loaded.catalogue):
        frozen.keep(cache, path, loaded.digest, index)
    if parsed.flag("batch"):
        index.prepare()
    return index
