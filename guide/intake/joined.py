"""The files of one fair as one draft: what they say of the same thing meets, and what is still wanting is found."""

from collections.abc import Sequence

from guide.catalogue.model import Catalogue
from guide.intake.draft import Draft, fullest
from guide.intake.fairs import completed
from guide.intake.files import Asked


def joined(drafts: Sequence[Draft], asked: Asked, earlier: Catalogue | None = None) -> Draft:
    """The drafts as one that a catalogue can be written of.

    ``earlier`` is the catalogue that was there before, for what the files do not say of the fair itself.
    """
    draft = fullest(drafts)
    completed(draft, asked, earlier)
    return draft
