"""Files of other programs, made up for tests, and what becomes of them."""

from pathlib import Path
from typing import Any

from guide.i18n import Tongue
from guide.intake.draft import Draft
from guide.intake.files import Asked, Incoming
from guide.intake.folder import Folder
from guide.intake.importing import Imported, imported
from guide.intake.kinds import KINDS, kind_of


def file(name: str, content: str | bytes) -> Incoming:
    """A file of that name."""
    return Incoming(name, content.encode() if isinstance(content, str) else content)


def drafted(name: str, content: str | bytes, **asked: Any) -> Draft:
    """What the reader of its kind makes of one file."""
    one = file(name, content)
    return KINDS[kind_of(one)].read([one], Asked(**asked))


def whole(*files: Incoming, **asked: Any) -> Imported:
    """What an import of files comes to, without a folder."""
    return imported(files, Asked(**asked), {}, Folder(Path("nowhere")), Tongue("en"), lambda *_: None)


def codes(draft: Draft) -> list[str]:
    """The codes of everything odd, in order."""
    return sorted(oddity.code for oddity in draft.oddities)


def sessions(draft: Draft) -> list[dict[str, Any]]:
    """The sessions' values, in their order."""
    return [record.values for record in draft.of("session").values()]
