"""The language of the search box, as its manual: what is typed, and what it means."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guide.search.query import Filter, Mistake, Phrase, Query, Word, parse


def meaning(query: Query) -> list[tuple]:
    """The items of a query without where they stand and how their filters were spelt."""
    return [told(item) for item in query.items]


def told(item) -> tuple:
    match item:
        case Word():
            return ("word", item.text, item.out)
        case Phrase():
            return ("phrase", item.text, item.out, item.closed)
        case Filter():
            return ("filter", item.name, item.values, item.out)
        case Mistake():
            return ("mistake", item.typed, item.suggestion, item.value)


def word(text, out=False):
    return ("word", text, out)


def phrase(text, out=False, closed=True):
    return ("phrase", text, out, closed)


def keep(name, *values):
    return ("filter", name, values, False)


def leave(name, *values):
    return ("filter", name, values, True)


MANUAL = [
    # Words stand apart by white space.
    ("", []),
    ("   ", []),
    ("станки", [word("станки")]),
    ("станки с чпу", [word("станки"), word("с"), word("чпу")]),
    ("МТЗ-82 7С5.1 C++", [word("МТЗ-82"), word("7С5.1"), word("C++")]),
    # Quotes make a phrase, whatever quotes they are; a word in quotes is meant exactly.
    ('"точная фраза"', [phrase("точная фраза")]),
    ("«точная фраза»", [phrase("точная фраза")]),
    ("“exact phrase”", [phrase("exact phrase")]),
    ("„дакладная фраза“", [phrase("дакладная фраза")]),
    ("„dokładna fraza”", [phrase("dokładna fraza")]),
    ('"слово"', [phrase("слово")]),
    ('a "b  c" d', [word("a"), phrase("b c"), word("d")]),
    # Names bring quotes of their own.
    ('«ООО "Рога"»', [phrase('ООО "Рога"')]),
    ("«ООО «Рога»» и", [phrase("ООО «Рога»"), word("и")]),
    ("«ООО «Рога» и", [phrase("ООО «Рога"), word("и")]),
    # A phrase that is still being typed goes to the end.
    ('станки "точная фра', [word("станки"), phrase("точная фра", closed=False)]),
    ('станки "', [word("станки")]),
    ('""', []),
    # A quote inside a word is part of it (an inch, a capital Э on the English layout), an apostrophe always.
    ('труба 12" foo"bar', [word("труба"), word('12"'), word('foo"bar')]),
    ("аб'ект d'Arc 'x", [word("аб'ект"), word("d'Arc"), word("'x")]),
    ('"12"-дюймовый', [phrase("12"), word("дюймовый")]),
    # A hyphen before a letter, a digit or a quote leaves out; any other is a sign like others.
    ("станки -чпу", [word("станки"), word("чпу", out=True)]),
    ('-"точная фраза"', [phrase("точная фраза", out=True)]),
    ("-«точная фраза»", [phrase("точная фраза", out=True)]),
    ("-страна:BY", [leave("country", "BY")]),
    ("страна:-BY", [leave("country", "BY")]),
    ("- -- -! a-b", [word("-"), word("--"), word("-!"), word("a-b")]),
    # A filter has a name in each language, in any case.
    ("страна:BY", [keep("country", "BY")]),
    ("краіна:BY", [keep("country", "BY")]),
    ("country:BY", [keep("country", "BY")]),
    ("СТРАНА:by", [keep("country", "by")]),
    ("регион:брест", [keep("region", "брест")]),
    ("вобласць:брэст", [keep("region", "брэст")]),
    ("зал:7", [keep("hall", "7")]),
    ("павильон:7", [keep("hall", "7")]),
    ("галіна:станкі", [keep("sector", "станкі")]),
    ("вид:СП", [keep("kind", "СП")]),
    ("type:venture", [keep("kind", "venture")]),
    ("город:Минск", [keep("city", "Минск")]),
    ("товар:игрушки", [keep("product", "игрушки")]),
    ("люди:Иванов", [keep("person", "Иванов")]),
    ("дата:29.09", [keep("day", "29.09")]),
    ("название:полесье", [keep("name", "полесье")]),
    ("booth:A12", [keep("stand", "A12")]),
    # …and on the other keyboard layout, where the colon's key gives another sign.
    ("cnhfyf^BY", [keep("country", "BY")]),
    ("cnhfyf:BY", [keep("country", "BY")]),
    ("сщгтекнЖBY", [keep("country", "BY")]),
    ("СЩГТЕКНЖBY", [keep("country", "BY")]),
    ("h'ub`y^<htcn", [keep("region", "<htcn")]),
    ("k.lb^bdfyjd", [keep("person", "bdfyjd")]),
    # The letter б is the comma's key there; the comma is the question mark's.
    ("cnhfyf^,tkfhecm", [keep("country", ",tkfhecm")]),
    ("cnhfyf^,tkfhecm?hjccbz", [keep("country", ",tkfhecm", "hjccbz")]),
    ("cnhfyf^BY,RU", [keep("country", "BY", "RU")]),
    # Values: one, several (any of them), in quotes.
    ('сектор:"станки"', [keep("sector", "станки")]),
    ('сектор:"бытовая техника"', [keep("sector", "бытовая техника")]),
    ("страна:BY,RU", [keep("country", "BY", "RU")]),
    ('сектор:"бытовая техника",станки', [keep("sector", "бытовая техника", "станки")]),
    ("сектор:«бытовая техника»,«станки»", [keep("sector", "бытовая техника", "станки")]),
    ("страна:BY,", [keep("country", "BY")]),
    ("страна: BY", [keep("country", "BY")]),
    ('сектор: "бытовая техника" x', [keep("sector", "бытовая техника"), word("x")]),
    # A filter without a value is still being typed, and the next filter or what is left out is not its value.
    ("страна:", [keep("country")]),
    ("страна: ", [keep("country")]),
    ('сектор:"', [keep("sector")]),
    ('сектор:"быт', [keep("sector", "быт")]),
    ("страна:-", [keep("country")]),
    ("страна: -чпу", [keep("country"), word("чпу", out=True)]),
    ("страна: зал:7", [keep("country"), keep("hall", "7")]),
    # What is nearly a filter is said to be a mistake, and the rest works.
    ("стрна:BY игрушки", [("mistake", "стрна", "страна", "BY"), word("игрушки")]),
    ("стрнаа:BY", [("mistake", "стрнаа", "страна", "BY")]),
    ("сртана: BY", [("mistake", "сртана", "страна", "BY")]),
    ("coutnry:BY", [("mistake", "coutnry", "country", "BY")]),
    ("вобласьць:Брэст", [("mistake", "вобласьць", "вобласць", "Брэст")]),
    ("стр:BY", [("mistake", "стр", "страна", "BY")]),
    ('secto:"a b",c', [("mistake", "secto", "sector", '"a b",c')]),
    # Everything else with a colon is a word.
    ("10:30", [word("10:30")]),
    ("https://x.y", [word("https://x.y")]),
    ("DJ:LM", [word("DJ:LM")]),
    ("С:П", [word("С:П")]),
    (":BY", [word(":BY")]),
    ("цвет:красный", [word("цвет:красный")]),
    ("a^b", [word("a^b")]),
    # All of it together.
    (
        'страна:BY region:брест зал:7 sector:"станки" kind:venture "точная фраза" -слово слово',
        [
            keep("country", "BY"),
            keep("region", "брест"),
            keep("hall", "7"),
            keep("sector", "станки"),
            keep("kind", "venture"),
            phrase("точная фраза"),
            word("слово", out=True),
            word("слово"),
        ],
    ),
]


@pytest.mark.parametrize(("typed", "meant"), MANUAL, ids=[typed or "nothing" for typed, _ in MANUAL])
def test_manual(typed, meant):
    query = parse(typed)
    assert meaning(query) == meant
    assert query.text == typed


def test_items_by_what_they_are():
    query = parse('станки -чпу "a b" страна:BY стрна:RU')
    assert [item.text for item in query.words] == ["станки", "чпу"]
    assert [item.text for item in query.phrases] == ["a b"]
    assert [item.typed_name for item in query.filters] == ["страна"]
    assert [item.typed for item in query.mistakes] == ["стрна"]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("", True), ("станки с чпу", True), ("10:30", True), ("-чпу", False), ('"a"', False), ("зал:7", False)],
)
def test_only_words_to_find_are_plain(typed, plain):
    assert parse(typed).plain is plain


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("станки", "станки"),
        ("страна:BY", "country:BY"),
        ("cnhfyf^BY", "country:BY"),
        ('страна: "BY"', "country:BY"),
        ("«точная фраза»", '"точная фраза"'),
        ('«ООО "Рога"»', '«ООО "Рога"»'),
        ('-сектор:"бытовая техника",станки', '-sector:"бытовая техника",станки'),
        ("cnhfyf^,tkfhecm", 'country:",tkfhecm"'),
        ("страна:", 'country:""'),
        ('"точная фра', '"точная фра'),
    ],
)
def test_canonical_spelling(typed, canonical):
    assert parse(typed).canonical() == canonical


@pytest.mark.parametrize(
    ("typed", "at", "left"),
    [
        ("страна:BY станки", 0, "станки"),
        ("страна:BY станки", 1, "страна:BY"),
        ('a "b c"  d', 1, "a d"),
        ('"a""b"', 0, '"b"'),
        ("страна: -a b", 1, 'страна:"" b'),
        ('"12"-дюйм', 0, "дюйм"),
    ],
)
def test_what_is_typed_without_an_item(typed, at, left):
    query = parse(typed)
    assert query.without(query.items[at]) == left


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *(
                    " ",
                    "  ",
                    '"',
                    "«",
                    "»",
                    "“",
                    "”",
                    "„",
                    "'",
                    "-",
                    "--",
                    ",",
                    ":",
                    "^",
                    "Ж",
                    "\n",
                    "\u00a0",
                    "?",
                    "!",
                ),
                *("страна:", "region:", "сщгтекнЖ", "cnhfyf^", "стрна:", "зал:", "BY", "a", "слово", "Брест", "7", "б"),
            ]
        ),
        st.text(max_size=3),
    ),
    max_size=14,
).map("".join)


@given(st.text())
def test_anything_is_a_query(text):
    parse(text)


@given(PIECES)
@example('«ООО «"Рога”“»')
@example('сектор:« " ” « “')
@example("страна: -a b")
@example('"12"-"a"--b')
def test_items_stand_in_order_and_hold_what_they_say(text):
    end = 0
    query = parse(text)
    for item in query.items:
        assert end <= item.start < item.end <= len(text)
        between, end = text[end : item.start], item.end
        assert not any(map(str.isalnum, between))
        piece = text[item.start : item.end]
        match item:
            case Word():
                assert piece == "-" * item.out + item.text
            case Phrase():
                assert item.text in " ".join(piece.split())
            case Filter():
                assert item.typed_name in piece
                assert all(value in " ".join(piece.split()) for value in item.values)
            case Mistake():
                assert piece.removeprefix("-").startswith(item.typed)
                assert item.value in piece
    assert not any(map(str.isalnum, text[end:]))


@given(PIECES)
@example('«ООО «"Рога”“»')
@example('сектор:« " ” « “')
@example('стрна: "a\u00a0b')
def test_the_canonical_spelling_means_the_same(text):
    query = parse(text)
    again = parse(query.canonical())
    assert meaning(again) == meaning(query)
    assert again.canonical() == query.canonical()


@given(PIECES, st.data())
def test_without_an_item_the_others_mean_what_they_meant(text, data):
    query = parse(text)
    if query.items:
        gone = data.draw(st.integers(0, len(query.items) - 1))
        left = meaning(parse(query.without(query.items[gone])))
        assert left == meaning(Query(text, query.items[:gone] + query.items[gone + 1 :]))


@pytest.mark.parametrize(
    "piece", ["«", '"a ', "«a ", "«a» ", "страна:", "страна: ", "стрна: ", "-", "a,", 'sector:"a",', "a", '""-', "„a“ "]
)
def test_a_long_text_takes_no_longer_by_the_letter(piece):
    def taken(length):
        text = (piece * length)[:length]
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            parse(text)
            best = min(best, time.process_time() - start)
        return best

    assert taken(10_000) < max(0.02, 30 * taken(1_000))
