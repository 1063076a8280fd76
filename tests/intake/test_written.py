"""The files of an import: TOML that reads back to what was written, ordered, commented, the same each time."""

import re
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.catalogue.read import LINE, Raw, source
from guide.i18n import Tongue
from guide.intake import written as module
from guide.intake.draft import Draft, Origin, Remark, Unplaced
from guide.intake.files import Asked
from guide.intake.held_ids import held
from guide.intake.ids import named
from guide.intake.joined import joined
from guide.intake.toml_text import PIECE, WIDTH, comment, key, lines
from guide.intake.written import is_written, written
from tests.intake.drafting import files_of, listed, read_back

SIGNS = st.one_of(
    st.text(max_size=40),
    st.text(alphabet='"\\\n\t \r\x00\x1f\x7f\x85\u2028\u00a0\U0001f600a', max_size=40),
    st.text(min_size=1, max_size=3).map(lambda piece: piece * (PIECE * 2 // len(piece) + 5)),
).filter(lambda text: not any("\ud800" <= sign <= "\udfff" for sign in text))
NAMES = SIGNS.filter(lambda text: len(text) < 300)
VALUES = st.recursive(
    SIGNS | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | st.dates() | st.times() | st.datetimes() | st.datetimes(timezones=st.just(UTC)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(name=NAMES, value=VALUES, prose=st.booleans())
def test_what_is_written_reads_back_as_it_was(name, value, prose):
    text = "\n".join(lines(key(name), value, prose=prose)) + "\n"
    assert tomli.loads(text) == {name: value}
    assert max(map(len, text.split("\n"))) < LINE


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Полесье", ['k = "Полесье"']),
        ('ООО "Ромашка"', ['k = "ООО \\"Ромашка\\""']),
        ({"ru": "Кобрин", "en": "Kobryn"}, ['k = { ru = "Кобрин", en = "Kobryn" }']),
        ({"zh-Hans": "x", "a b": "y"}, ['k = { zh-Hans = "x", "a b" = "y" }']),
        ([1.0, 2.5, 3], ["k = [1, 2.5, 3]"]),
        (date(2025, 9, 29), ["k = 2025-09-29"]),
        (time(10, 30), ["k = 10:30:00"]),
        (datetime(2025, 9, 29, 10, 30), ["k = 2025-09-29T10:30:00"]),
        (True, ["k = true"]),
        ("строка\nвторая", ['k = """', "строка", 'вторая"""']),
        ({"ru": "а\nб"}, ['k.ru = """', "а", 'б"""']),
    ],
)
def test_values_look_as_a_person_would_have_written_them(value, expected):
    assert "\n".join(lines("k", value, prose=True)).split("\n") == expected


def test_long_lists_and_tables_go_on_over_several_lines():
    stands = [f"hall-{n}#A{n}" for n in range(40)]
    text = "\n".join(lines("stands", stands))
    assert text.split("\n")[:2] == ["stands = [", '  "hall-0#A0",']
    points = [[n, n * 1.5] for n in range(80)]
    for value in ({"ru": "а" * 70, "be": "б" * 70}, points, [points, points]):
        text = "\n".join(lines("k", value))
        assert tomli.loads(text) == {"k": value}
        assert max(map(len, text.split("\n"))) <= WIDTH


@given(st.text(max_size=400))
def test_a_comment_stays_one_whatever_stands_in_it(text):
    for line in comment(text):
        assert line.startswith("# ")
        assert tomli.loads(line + "\n") == {}


ODD = st.one_of(
    st.text(max_size=30), st.sampled_from(["Ромашка", 'ООО "А"', "c/o", "A" * 500, "«Луч»\x00", "#", "fair"])
)
ROWS = st.lists(
    st.fixed_dictionaries(
        {"name": ODD},
        optional={
            "about": st.text(max_size=7000), "aliases": st.lists(ODD, max_size=3), "legal_name": ODD, "host": ODD,
            "town": ODD.filter(bool), "region": ODD.filter(bool), "country": st.sampled_from(["BY", "RU", "DE"]),
            "participation": st.sampled_from(["exhibitor", "co-exhibitor", "background"]),
            "booths": st.lists(st.tuples(st.sampled_from(["1", "10.2", "А"]), st.sampled_from(["A1", "A-1", "7С5.1"])),
                               max_size=2),
            "raw": st.dictionaries(ODD, ODD, max_size=2), "products": st.lists(st.text(max_size=500), max_size=3),
        },
    ),
    max_size=6,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(rows=ROWS, mixed=st.randoms(use_true_random=False))
def test_whatever_rows_say_the_files_are_sound_and_the_same_in_any_order(rows, mixed):
    files = files_of(listed(rows))
    for text in files.values():
        assert not source(Raw(__file__, text.encode())).faults
    # What only the words of a row can make wrong, or what looks wrong in them, is not the writer's doing.
    codes = {finding.code for finding in read_back(files).findings}
    assert codes <= {"W105", "W106", "W107", "W305"}
    other = rows[:]
    mixed.shuffle(other)
    assert files_of(listed(rows)) == files
    assert {name: text for name, text in files_of(listed(other)).items() if name != "raw.toml"} == {
        name: text for name, text in files.items() if name != "raw.toml"
    }


def test_files_are_ordered_as_a_person_keeps_lists():
    rows = [{"name": name, "booths": [(hall, code)]} for name, hall, code in
            [("Яхонт", "2", "A10"), ("арка", "10", "A2"), ("Берег", "2", "A9"), ("Ёлка", "2", "B1")]]  # fmt: skip
    files = files_of(listed(rows))
    assert re.findall(r'^name = "(.*)"', files["exhibitors.toml"], re.M) == ["арка", "Берег", "Ёлка", "Яхонт"]
    assert re.findall(r'^code = "(.*)"', files["stands.toml"], re.M) == ["A9", "A10", "B1", "A2"]
    assert re.findall(r'^id = "(.*)"', files["halls.toml"], re.M) == ["hall-2", "hall-10"]


def test_sessions_stand_in_the_order_of_time():
    draft = Draft()
    for n, (day, start) in enumerate([(30, 9), (29, 16), (29, 10)]):
        values = {"title": f"Доклад {n}", "date": date(2025, 9, day), "starts": time(start)}
        draft.put("session", str(n), values, Origin("p.ics", n))
    programme = files_of(draft)["programme.toml"]
    assert re.findall(r'title = "(.*)"', programme) == ["Доклад 2", "Доклад 1", "Доклад 0"]


def test_each_file_names_the_schema_and_what_it_was_imported_from():
    files = files_of(
        listed([{"name": "Луч", "booths": [("1", "A1")], "raw": {"x": "y"}}], "список.xlsx"), language="en"
    )
    assert set(files) == {"fair.toml", "halls.toml", "stands.toml", "exhibitors.toml", "raw.toml"}
    for text in files.values():
        assert text.startswith("#:schema catalogue.schema.json\n\n# ")
        assert "# Imported from: список.xlsx" in text


def test_a_guess_is_said_above_its_value():
    draft = listed([{"name": "Луч", "town": "Брест"}])
    next(iter(draft.of("exhibitor").values())).remarks.append(Remark("place", "No stand is named."))
    text = files_of(draft, language="en")["exhibitors.toml"]
    assert '# No stand is named.\nplace = { city = "Брест" }' in text


def test_what_could_not_be_placed_stands_with_its_record_or_by_file_and_row():
    draft = listed([{"name": "Луч", "raw": {"Индекс": "220030"}}])
    draft.unplaced.append(Unplaced(Origin("list.csv", 99), {"Итого": "1"}))
    raw = tomli.loads(files_of(draft)["raw.toml"])["raw"]
    assert raw == {"exhibitor": {"luch": {"Индекс": "220030"}}, "list.csv": {"99": {"Итого": "1"}}}


def test_a_large_table_goes_on_in_another_file(monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 4000)
    files = files_of(listed([{"name": f"Завод {n:03d}", "about": "о" * 100} for n in range(60)]))
    names = [name for name in files if name.startswith("exhibitors")]
    assert names[:2] == ["exhibitors.toml", "exhibitors-2.toml"]
    assert all(len(files[name].encode()) < 5000 for name in names)
    checked = read_back(files)
    assert not checked.findings
    assert len(checked.catalogue.exhibitors) == 60


def test_what_is_too_long_is_cut_told_and_kept_whole():
    long = "очень " * 2000
    draft = listed([{"name": "Луч", "about": long, "products": ["x" * 500]}])
    whole = joined([draft], Asked())
    files = written(named(whole), Tongue("ru"))
    assert [(each.code, each.column) for each in whole.oddities if each.code == "I057"] == [
        ("I057", "products"), ("I057", "about")
    ]  # fmt: skip
    assert not read_back(files).findings
    assert tomli.loads(files["raw.toml"])["raw"]["exhibitor"]["luch"]["about"] == long


def test_a_row_without_a_name_is_kept_aside_and_told():
    whole = joined([listed([{"name": "", "phone": ["+375172000001"]}, {"name": "Луч"}])], Asked())
    assert [each.code for each in whole.oddities if each.code == "I043"] == ["I043"]
    assert len(whole.of("exhibitor")) == 1
    assert {"phone": "+375172000001"} in [dict(each.cells) for each in whole.unplaced]


def test_what_a_persons_own_file_holds_is_left_to_it():
    draft = listed([{"name": "Луч", "region": "BY-BR", "booths": [("1", "A1"), ("1", "A2")]}])
    mine = Raw(Path("mine.toml"), b'[[region]]\nid = "BY-BR"\n[[stand]]\ncode = "A1"\nhall = "hall-1"\n')
    broken = Raw(Path("broken.toml"), b"[[region]\nid = ")
    theirs = held([mine, broken])
    assert theirs == {"region": {"BY-BR"}, "stand": {"hall-1#A1"}}
    files = written(named(joined([draft], Asked())), Tongue("ru"), theirs)
    assert "regions.toml" not in files
    assert re.findall(r'^code = "(.*)"', files["stands.toml"], re.M) == ["A2"]


def test_the_names_of_its_own_files_are_known():
    assert all(map(is_written, ("fair.toml", "exhibitors.toml", "exhibitors-12.toml", "raw.toml")))
    assert not any(map(is_written, ("mine.toml", "exhibitors.csv", "exhibitors-b.toml", "import.toml")))
