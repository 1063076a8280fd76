"""The fairs that come with the guide, taken away in every format and language, before every judge."""

import csv
import io
import json

import html5lib
import icalendar
import pytest
import vobject

from guide import places
from guide.catalogue.load import load
from guide.exchange.formats import FORMATS, made
from guide.exchange.selection import Selection, whole_fair
from guide.i18n import LANGUAGES, Tongue
from guide.text import width
from guide.venue.floors import floors_of
from tests.exchange.paper import read, stands

FAIRS = {name: load(places.bundled(name)).catalogue for name in ("innoprom-belarus-2025", "example-fair")}


def judged(name: str, text: str, selection: Selection) -> None:
    """Reads a format back, and counts what is in it."""
    catalogue = selection.catalogue
    match name:
        case "ics":
            calendar = icalendar.Calendar.from_ical(text)
            dated = [session for session in catalogue.sessions.values() if session.date]
            assert len(calendar.walk("VEVENT")) == len(dated) + 1
        case "vcf":
            people = [ref for ref in selection.refs if ref.kind in ("exhibitor", "person")]
            assert len(list(vobject.readComponents(text))) == len(people)
        case "csv":
            rows = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";", strict=True))
            assert len(rows) == len(selection.refs) + 1
        case "json":
            listed = catalogue.exhibitors if selection.whole else [r for r in selection.refs if r.kind == "exhibitor"]
            assert len(json.loads(text)["exhibitor"]) == len(listed)
        case "html":
            parser = html5lib.HTMLParser(namespaceHTMLElements=False)
            assert len(list(parser.parse(text).iter("article"))) == len(selection.refs)
            assert parser.errors == []
        case "svg":
            assert len(stands(read(text))) == len(floors_of(catalogue).at)
        case "md":
            assert text.count("\n### ") == len(selection.refs)
        case "slip":
            assert max(map(width, text.splitlines())) <= 48


@pytest.mark.parametrize("fair", FAIRS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("qr", "png")])
def test_a_whole_fair(fair, language, name):
    catalogue = FAIRS[fair]
    selection = whole_fair(catalogue, Tongue(language, catalogue.fair.languages))
    text = made(name, selection).text
    judged(name, text, selection)
    for exhibitor in catalogue.exhibitors.values():
        for address in exhibitor.email_private:
            assert address in exhibitor.email or address not in text
