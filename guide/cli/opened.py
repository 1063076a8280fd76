"""The catalogue that a command works on: which one it is, and its contents."""

import os
from pathlib import Path

from guide import places
from guide.catalogue.model import Catalogue
from guide.cli.arguments import Parsed
from guide.cli.streams import say
from guide.i18n import Tongue


def catalogue_path(parsed: Parsed) -> Path:
    """The catalogue asked for: by option, by GUIDE_CATALOGUE, or the one that comes with the guide."""
    asked = parsed.value("catalogue") or os.environ.get("GUIDE_CATALOGUE")
    return Path(asked) if asked else places.bundled_fair()


def opened(parsed: Parsed, tongue: Tongue) -> tuple[Catalogue, Tongue]:
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
    return loaded.catalogue, Tongue(tongue.code, loaded.catalogue.fair.languages)
