"""The files of one fair as one draft: what they say of the same thing meets, and what is still wanting is found."""

from collections.abc import Sequence

from guide.catalogue.model import Catalogue
from guide.intake.conflicts import settle
from guide.intake.doubles import without_doubles
from guide.intake.draft import Draft, fullest
from guide.intake.fairs import completed
from guide.intake.files import Asked
from guide.intake.hosts import placed
from guide.intake.limits import fitted
from guide.intake.parties import met
from guide.intake.people import in_roles
from guide.intake.regions import referred


def joined(drafts: Sequence[Draft], asked: Asked, earlier: Catalogue | None = None) -> Draft:
    """The drafts as one that a catalogue can be written of.

    Records that several files name meet, doubled rows of one firm are merged, organisations of a programme are
    exhibitors where one is called so, guests find their hosts, shared stands are told as such, regions that are
    referred to become records. ``earlier`` is the catalogue that was there before: where nothing says when the fair
    is, an earlier guess stays.
    """
    draft = fullest(drafts)
    without_doubles(draft)
    settle(draft)
    met(draft)
    placed(draft)
    referred(draft)
    in_roles(draft)
    completed(draft, asked, earlier)
    fitted(draft)
    return draft
