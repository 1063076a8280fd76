"""THE table of formats: what each is called, what makes it, and what of a selection it cannot take."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from guide.errors import Exit, GuideError
from guide.exchange.selection import Selection
from guide.i18n import N_

if TYPE_CHECKING:
    from guide.venue.route import Route

FILE_ROOM = (80, 40)
"""The room for a QR code in a file: cells and lines."""


class NothingError(GuideError):
    """There is nothing in the selection that the format could take."""

    exit_code = Exit.NOTHING


@dataclass(frozen=True, slots=True)
class Made:
    """A file's text, line ends and all, to be written as UTF-8, or its bytes where it is none.

    ``left_out`` says in words what is not in it.
    """

    text: str | bytes
    left_out: tuple[str, ...] = ()


class Wishes(NamedTuple):
    """What a format may be asked for besides.

    A slip its width in columns, QR codes to be in words for any phone; a plan one ``hall`` by its id; a plan
    and a page ways to be drawn on it.
    """

    columns: int = 48
    words: bool = False
    hall: str = ""
    routes: "tuple[Route, ...]" = ()


_NONE = Wishes()
_PLANS = ("svg", "png")  # what may also be of halls in which nothing is listed


class Format(NamedTuple):
    """A format: the end of its files' names, what it is good for (a msgid), what makes it of a selection."""

    suffix: str
    about: str
    make: Callable[[Selection, Wishes], Made]


def made(name: str, selection: Selection, wishes: Wishes = _NONE) -> Made:
    """The selection in a format of the table.

    Raises NothingError where nothing of it goes into that format, UsageError where that format is not for it.
    """
    if not selection and not selection.whole:
        raise NothingError(N_("There is nothing to take away yet."), N_("Mark or plan something first."))
    if not selection and name not in _PLANS:
        raise NothingError(N_("The catalogue lists nothing yet."))
    return FORMATS[name].make(selection, wishes)


def _ics(selection: Selection, wishes: Wishes) -> Made:
    from guide.exchange import ics

    events = ics.events(selection)
    if not events:
        raise NothingError(
            N_("Nothing of this has a day, so there is nothing for a calendar."),
            N_("Give what is planned a day, or take another format."),
        )
    dayless = len(selection.visit.plan) - len(events) if selection.visit.plan else 0
    n = selection.tongue.n
    said = n("{count} stop has no day and is not in it.", "{count} stops have no day and are not in it.", dayless)
    return Made(ics.calendar(selection), (said,) if dayless else ())


def _vcf(selection: Selection, wishes: Wishes) -> Made:
    from guide.exchange import vcf

    cards = vcf.carded(selection)
    if not cards:
        raise NothingError(
            N_("None of this has an address card: exhibitors and people have."),
            N_("Take another format, such as html."),
        )
    others = 0 if selection.whole else vcf.cardless(selection)
    n = selection.tongue.n
    said = n(
        "{count} thing has no address card: only exhibitors and people have.",
        "{count} things have no address card: only exhibitors and people have.",
        others,
    )
    return Made(vcf.cards(selection), (said,) if others else ())


def _csv(selection: Selection, wishes: Wishes) -> Made:
    from guide.exchange.table import table

    return Made(table(selection))


def _json(selection: Selection, wishes: Wishes) -> Made:
    """A visit as one that can be read back, things as the catalogue has them."""
    if selection.visit.marks or selection.visit.plan:
        from guide.exchange.visitfile import visit_json

        return Made(visit_json(selection))
    from guide.exchange.records import records

    return Made(records(selection))


def _markdown(selection: Selection, wishes: Wishes) -> Made:
    from guide.exchange.markdown import markdown

    return Made(markdown(selection))


def _page(selection: Selection, wishes: Wishes) -> Made:
    from guide.exchange.page import page

    return Made(page(selection, wishes.routes))


def _slip(selection: Selection, wishes: Wishes) -> Made:
    from guide.exchange.slip import slip

    return Made(slip(selection, wishes.columns))


def _qr(selection: Selection, wishes: Wishes) -> Made:
    from guide.exchange.drawn import codes_of, drawn, left_out

    codes = codes_of(selection, *FILE_ROOM, words=wishes.words)
    return Made(drawn(selection, codes), left_out(selection))


def _svg(selection: Selection, wishes: Wishes) -> Made:
    from guide.exchange.plan_svg import plan_svg

    drawn = plan_svg(selection, wishes.hall, wishes.routes)
    if not drawn and selection.whole:
        raise NothingError(N_("The catalogue names no halls, so there is no plan to draw."))
    if not drawn:
        raise NothingError(
            N_("It is not published of any of this in which hall it is."),
            N_("Without a choice the whole site is drawn: guide export svg"),
        )
    return Made(drawn)


def _png(selection: Selection, wishes: Wishes) -> Made:
    from guide.exchange.plan_png import png

    return Made(png(str(_svg(selection, wishes).text)))


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "ics": Format("ics", N_("a calendar for phones and computers"), _ics),
        "vcf": Format("vcf", N_("address cards for the phone’s contacts"), _vcf),
        "csv": Format("csv", N_("a table for Excel"), _csv),
        "json": Format("json", N_("everything, for programs and for another guide"), _json),
        "md": Format("md", N_("text with headings, for notes and messages"), _markdown),
        "html": Format("html", N_("a page for the phone that needs no network"), _page),
        "slip": Format("txt", N_("a slip for a receipt printer, 48 or 32 columns"), _slip),
        "qr": Format("txt", N_("QR codes for another guide or a phone"), _qr),
        "svg": Format("svg", N_("a hall plan to print, with what is meant lit"), _svg),
        "png": Format("png", N_("the same hall plan as a picture"), _png),
    }
)
"""The formats by the names that ``guide export`` knows."""
