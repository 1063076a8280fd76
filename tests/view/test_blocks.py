"""Blocks lay themselves out within any width and lose nothing of what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from guide.text import clean
from guide.view.blocks import (
    Arrow,
    Bar,
    Bars,
    Blank,
    Card,
    Columns,
    Heading,
    Items,
    Pairs,
    Paragraph,
    wrap,
)
from tests import hostile

WIDTHS = st.integers(8, 200)
_LETTERS = "абвгдеж ЁІЎ abc 123 .,-—«»[]()  机械ｗ👍\u0301\u0489🇧🇾"
WORDS = st.text(_LETTERS, max_size=120) | st.sampled_from([clean(text) for text in hostile.TEXTS.values()])
LINES = st.lists(WORDS, max_size=4).map("\n".join)


def texts(words: st.SearchStrategy[str]) -> st.SearchStrategy[Text]:
    return words.map(lambda text: Text(text.replace("\t", " ")))


ONE_LINE = texts(WORDS.map(lambda text: " ".join(text.split())))
PARAGRAPHS = st.builds(Paragraph, texts(LINES), st.integers(0, 2), st.integers(0, 2))
HEADINGS = st.builds(Heading, WORDS.map(lambda text: " ".join(text.split())), st.sampled_from(["", "12", "5 000"]))
PAIRS = st.lists(st.tuples(WORDS.map(lambda text: " ".join(text.split())), texts(LINES)), max_size=5).map(
    lambda pairs: Pairs(tuple(pairs))
)
ITEMS = st.lists(texts(LINES), max_size=5).map(lambda items: Items(tuple(items)))
BARS = st.lists(
    st.builds(Bar, ONE_LINE, st.integers(0, 10**6) | st.floats(0, 1e6), st.sampled_from(["1", "12 345", "0,5"])),
    max_size=6,
).map(lambda bars: Bars(tuple(bars)))
ARROWS = st.builds(Arrow, ONE_LINE, ONE_LINE, ONE_LINE, ONE_LINE)
SIMPLE = PARAGRAPHS | HEADINGS | PAIRS | ITEMS | BARS | ARROWS | st.just(Blank())
COLUMNS = st.builds(Columns, st.lists(st.lists(SIMPLE, max_size=3).map(tuple), min_size=1, max_size=4).map(tuple))
BLOCKS = SIMPLE | COLUMNS


@given(BLOCKS, WIDTHS)
def test_no_block_is_wider_than_it_may_be(block, cells):
    for line in block.lines(cells):
        assert cell_len(line.plain) <= cells, repr(line.plain)
        assert "\n" not in line.plain


@given(texts(LINES), WIDTHS)
def test_wrapping_loses_no_word(text, cells):
    wrapped = wrap(text.copy(), cells)
    assert "".join("".join(line.plain for line in wrapped).split()) == "".join(text.plain.split())


@given(texts(LINES), WIDTHS)
def test_wrapping_breaks_a_word_only_where_it_is_too_long(text, cells):
    short = [word for word in text.plain.split() if cell_len(word) <= cells]
    there = {word for line in wrap(text.copy(), cells) for word in line.plain.split()}
    assert set(short) <= there


@given(texts(LINES), st.integers(8, 60))
def test_wrapping_keeps_the_styles_on_their_letters(text, cells):
    for at, letter in enumerate(text.plain):
        if letter == "a":
            text.stylize("bold", at, at + 1)
    for line in wrap(text, cells):
        for span in line.spans:
            assert set(line.plain[span.start : span.end]) <= {"a"}


@given(PARAGRAPHS | PAIRS | ITEMS, WIDTHS)
def test_running_text_is_never_cut(block, cells):
    said = "".join("".join(line.plain for line in block.lines(cells)).split())
    match block:
        case Paragraph():
            whole = [block.text]
        case Pairs():
            whole = [text for _, text in block.pairs]
        case Items():
            whole = list(block.items)
        case _:
            raise AssertionError(block)
    rest = said
    for text in whole:
        for word in text.plain.split():
            for letter in word:
                at = rest.find(letter)
                assert at >= 0, (letter, block)
                rest = rest[at + 1 :]


def test_words_stay_whole_where_they_fit():
    lines = wrap(Text("Кобрин и Димитровград"), 13)
    assert [line.plain for line in lines] == ["Кобрин и", "Димитровград"]


def test_a_paragraph_of_several_lines_hangs_without_a_gap():
    lines = Paragraph(Text("! переехал\nк входу"), hang=2).lines(40)
    assert [line.plain for line in lines] == ["! переехал", "  к входу"]


def test_a_word_that_is_too_long_is_broken():
    assert [line.plain for line in wrap(Text("a" * 20), 8)] == ["a" * 8, "a" * 8, "a" * 4]


def test_wide_letters_count_double():
    assert [line.plain for line in wrap(Text("机械制造厂"), 8)] == ["机械制造", "厂"]


def test_bars_are_to_one_scale_and_their_numbers_stand_under_each_other():
    bars = Bars((Bar(Text("Беларусь"), 23, "23"), Bar(Text("Россия"), 4, "4"), Bar(Text("нет"), 0, "0")))
    lines = [line.plain for line in bars.lines(60)]
    drawn = [line.count("█") for line in lines]
    assert drawn[0] > drawn[1] >= drawn[2] == 0
    assert lines[0].index("23") + 1 == lines[1].index("4") == lines[2].index("0")
    assert drawn[0] / max(drawn[1], 1) == pytest.approx(23 / 4, rel=0.2)


def test_a_bar_that_is_not_nothing_is_seen():
    bars = Bars((Bar(Text("а"), 1_000_000, "1"), Bar(Text("б"), 1, "1")))
    assert bars.lines(30)[1].plain.rstrip()[-1] in "▏▎▍▌▋▊▉█"


def test_where_bars_have_no_room_the_numbers_stay():
    lines = [line.plain for line in Bars((Bar(Text("Брестская область"), 12, "12"),)).lines(12)]
    assert lines[0].rstrip().endswith(" 12")


def test_no_bars_are_no_lines():
    assert Bars(()).lines(40) == []


def test_an_arrow_leads_from_town_to_town_with_what_they_lie_in_beneath():
    arrow = Arrow(Text("Кобрин"), Text("Димитровград"), Text("Брестская область"), Text("Ульяновская область"))
    top, beneath = (line.plain for line in arrow.lines(80))
    assert top.index("Кобрин") == beneath.index("Брестская")
    assert top.index("Димитровград") == beneath.index("Ульяновская")
    assert "▶" in top


def test_where_it_is_narrow_the_arrow_leads_down():
    arrow = Arrow(Text("Кобрин"), Text("Димитровград"), Text("Брестская область"), Text("Ульяновская область"))
    lines = [line.plain.strip() for line in arrow.lines(24)]
    assert lines == ["Кобрин", "Брестская область", "│", "▼", "Димитровград", "Ульяновская область"]


def test_columns_stand_side_by_side_where_there_is_room():
    parts = tuple((Paragraph(Text(word)),) for word in ("один", "два", "три"))
    assert len(Columns(parts).lines(150)) == 1
    assert len(Columns(parts).lines(100)) == 2
    assert [line.plain for line in Columns(parts).lines(40)] == ["один", "два", "три"]


def test_pairs_put_the_words_beside_the_label_or_beneath_it():
    pairs = Pairs((("Место", Text("Кобрин")), ("Продукция", Text("игрушки и ещё игрушки"))))
    assert [line.plain for line in pairs.lines(40)] == ["Место      Кобрин", "Продукция  игрушки и ещё игрушки"]
    assert [line.plain for line in pairs.lines(20)][:2] == ["Место", "  Кобрин"]


def test_a_label_too_long_for_its_line_is_wrapped_and_not_cut():
    pairs = Pairs((("соглашения и контракты предприятий", Text("19")),))
    assert [line.plain for line in pairs.lines(20)] == ["соглашения и", "контракты", "предприятий", "  19"]


def test_a_heading_reaches_to_the_edge():
    line = Heading("Связи", "12").lines(30)[-1]
    assert line.plain.startswith("Связи 12 ──")
    assert line.cell_len == 30


def test_a_card_is_never_laid_out_narrower_than_eight_cells():
    from guide.catalogue.model import Ref

    card = Card(Ref("exhibitor", "x"), "x", (Paragraph(Text("слово слово")),))
    assert [line.plain for line in card.lines(1)] == ["слово", "слово"]
