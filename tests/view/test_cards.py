"""Every thing of the bundled fair has a card, in every language, at every width; the overview hides no disagreement."""

import re
from collections import defaultdict
from datetime import date
from functools import cache

import pytest
from rich.cells import cell_len

from guide import places
from guide.catalogue.load import load
from guide.catalogue.model import Catalogue, Ref
from guide.i18n import LANGUAGES, Tongue, Wording
from guide.text import one_line
from guide.view import names
from guide.view.cards import card
from guide.view.overview import headline, overview
from guide.view.plain import plain
from guide.view.rows import COLUMNS, MIXED, cells, mixed_cells, summary, widths
from tests.visitor import SMALL

KINDS = ("exhibitor", "region", "venture", "person", "session", "stand", "hall", "service", "source")
TODAY = date(2025, 9, 30)


@cache
def bundled() -> Catalogue:
    return load(places.bundled_fair()).catalogue


@cache
def small() -> Catalogue:
    return load(SMALL).catalogue


def tongue(code: str, catalogue: Catalogue) -> Tongue:
    return Tongue(code, catalogue.fair.languages)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_card_of_the_bundled_fair_fits_and_says_the_name(kind, code):
    catalogue, said = bundled(), tongue(code, bundled())
    for ref in catalogue.refs(kind):
        made = card(catalogue, ref, said)
        name = names.name(catalogue, ref, said)
        assert made.title
        for width in (20, 44, 80):
            lines = made.lines(width)
            assert all(cell_len(line.plain) <= width for line in lines), (ref, width)
            assert squeezed(name) in squeezed("".join(line.plain for line in lines)), (ref, width)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", COLUMNS)
def test_every_row_has_a_cell_for_each_column(kind, code):
    catalogue, said = bundled(), tongue(code, bundled())
    for ref in catalogue.refs(kind):
        row = cells(catalogue, ref, said)
        assert len(row) == len(COLUMNS[kind])
        assert len(mixed_cells(catalogue, ref, said)) == len(MIXED)
        assert not any("\n" in cell for cell in (*row, summary(catalogue, ref, said)))


@pytest.mark.parametrize("columns", [*COLUMNS.values(), MIXED])
def test_columns_take_exactly_the_room_there_is(columns):
    for room in range(4, 220):
        given = widths(columns, room)
        shown = [width for width in given if width]
        assert len(given) == len(columns)
        assert sum(shown) + len(shown) - 1 == room, room


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("catalogue", [bundled, small])
def test_the_overview_shows_every_disagreeing_figure_with_its_source(catalogue, code):
    fair, said = catalogue(), tongue(code, catalogue())
    made = overview(fair, said, TODAY)
    text = "\n".join(line.plain for line in made.lines(400))
    joined = squeezed(text)
    cited = dict(re.findall(r"^\[(\d+)\] (.*)$", text, re.MULTILINE))
    by_label = defaultdict(list)
    for figure in fair.figures:
        if figure.of.kind == "fair":
            by_label[one_line(said.d(figure.label))].append(figure)
    assert any(len(several) > 1 for several in by_label.values())
    for label, several in by_label.items():
        assert squeezed(label) in joined
        for figure in several:
            value = figure.value
            shown = one_line(said.d(value)) if isinstance(value, Wording) else said.number(value)
            assert squeezed(shown) in joined, (label, shown)
            for source in figure.sources:
                title = one_line(said.d(fair.sources[source].title))
                assert any(entry.startswith(title[:60]) for entry in cited.values()), (label, source)


def test_figures_that_differ_stand_under_one_label_and_it_says_so():
    said = tongue("en", small())
    lines = [line.plain for line in overview(small(), said, TODAY).lines(60)]
    at = next(number for number, line in enumerate(lines) if line.startswith("visitors"))
    assert "12,000 [" in lines[at]
    assert "15,500 · by another count [" in lines[at + 1]
    assert "over ten thousand [" in lines[at + 2]
    assert lines[at + 3].strip() == "the figures differ"
    numbers = [re.search(r"\[(\d+)\]", line)[1] for line in lines[at : at + 3]]
    assert len(set(numbers)) == 3


def test_source_numbers_on_a_card_all_lead_to_its_list():
    for catalogue in (bundled(), small()):
        said = tongue("ru", catalogue)
        for kind in KINDS:
            for ref in catalogue.refs(kind):
                text = "\n".join(line.plain for line in card(catalogue, ref, said).lines(300))
                listed = set(re.findall(r"^\[(\d+)\]", text, re.MULTILINE))
                body = re.split(r"^\[\d+\]", text, maxsplit=1, flags=re.MULTILINE)[0]
                assert set(re.findall(r"\[(\d+)\]", body)) <= listed, ref


def test_private_addresses_are_never_shown():
    said = tongue("ru", small())
    for ref in small().refs("exhibitor"):
        assert "director@" not in plain(card(small(), ref, said), 200)


def test_a_card_in_another_language_than_asked_says_which():
    text = plain(card(small(), Ref("exhibitor", "romashka"), tongue("en", small())))
    assert "ООО «Ромашка» (in Russian)" in text


def test_a_card_of_nothing_is_refused():
    with pytest.raises(KeyError):
        card(small(), Ref("exhibitor", "nobody"), tongue("en", small()))


def test_what_is_not_published_is_said_and_nothing_is_made_up():
    text = plain(card(small(), Ref("exhibitor", "alatau"), tongue("en", small())))
    assert "not published" in text
    text = plain(card(small(), Ref("session", "closing"), tongue("en", small())))
    assert text.count("not published") >= 2


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2025, 9, 1), "in 28 days"),
        (date(2025, 9, 28), "starts tomorrow"),
        (date(2025, 9, 29), "day 1 of 3"),
        (date(2025, 10, 1), "day 3 of 3"),
        (date(2025, 10, 2), "ended yesterday"),
        (date(2026, 9, 30), "ended 52 weeks ago"),
    ],
)
def test_the_headline_says_how_the_fair_stands_to_today(today, said):
    parts = [part.plain for part in headline(small(), tongue("en", small()), today)]
    assert parts == ["The Small Fair", "Minsk, 29 September – 1 October 2025", said]


def test_plain_text_has_no_styles_and_keeps_to_its_width():
    text = plain(card(bundled(), Ref("venture", "polesie"), tongue("ru", bundled())), 60)
    assert "Кобрин" in text
    assert "Димитровград" in text
    assert all(cell_len(line) <= 60 for line in text.splitlines())
    assert "\x1b" not in text
