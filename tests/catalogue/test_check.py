"""What a record becomes, and what is dropped of it: a broken field, never the sound ones beside it."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.catalogue.model import Ref
from guide.catalogue.shapes import ITEMS
from guide.catalogue.texts import TIDY
from guide.i18n import Wording
from guide.text import clean, one_line
from tests.catalogue.catalogues import catalogue, checked, codes

EXHIBITOR = '[[exhibitor]]\nid = "x"\nname = "X"\n'
HALLS = '[[hall]]\nid = "h1"\nname = "1"\n[[hall]]\nid = "h2"\nname = "2"\n'


def exhibitor(more, rest=""):
    return catalogue(EXHIBITOR + more + "\n" + rest).exhibitors["x"]


def test_a_text_is_a_string_or_a_table_of_languages():
    assert exhibitor('about = "Игрушки"').about == Wording.same("Игрушки")
    assert exhibitor('about = { ru = "Игрушки", be = "Цацкі" }').about == Wording((("ru", "Игрушки"), ("be", "Цацкі")))


def test_a_broken_field_drops_the_field_only():
    found = exhibitor('site = "no"\nphone = "+375 17 200-00-00"\nemail = ["a@b.by", "no"]')
    assert (found.site, found.phone, found.email) == (None, ("+375 17 200-00-00",), ("a@b.by",))


def test_a_broken_required_field_drops_the_record_only():
    found = catalogue('[[exhibitor]]\nid = "a"\nname = 1\n[[exhibitor]]\nid = "b"\nname = "B"\nhost = "a"\n')
    assert list(found.exhibitors) == ["b"]
    assert found.exhibitors["b"].host is None


def test_a_reference_to_a_dropped_record_is_no_second_problem():
    text = '[[exhibitor]]\nid = "a"\nname = 1\n[[exhibitor]]\nid = "b"\nname = "B"\nhost = "a"\n'
    assert codes(text) == ["E101"]


def test_records_that_cannot_do_without_a_dropped_one_fall_with_it():
    text = (
        '[[source]]\nid = "s"\n'
        '[[figure]]\nof = "fair"\nlabel = "n"\nvalue = 1\nsources = ["s"]\n'
        '[[exhibitor]]\nid = "a"\n[[alias]]\nof = "a"\ntext = "A"\n'
    )
    found = checked(text)
    assert [finding.code for finding in found.findings] == ["E102", "E102"]
    assert found.catalogue is not None
    assert found.catalogue.figures == ()
    assert found.catalogue.aliases == ()


def test_an_empty_text_is_as_good_as_none():
    assert exhibitor('about = ""\nsite = " "\nproducts = ["", "стулья"]\nhall = ""').products == (
        Wording.same("стулья"),
    )
    assert codes(EXHIBITOR + 'about = ""\nsite = " "\nhall = ""\nhost = ""\nstands = []\nchecked = ""') == []


def test_one_alone_is_a_list_of_one():
    found = exhibitor('phone = "112"\nproducts = "стулья"\nsectors = { ru = "мебель" }')
    assert (len(found.phone), len(found.products), len(found.sectors)) == (1, 1, 1)


def test_single_lines_are_made_of_one_line_and_descriptions_keep_theirs():
    found = exhibitor('legal_name = """ООО\n  «X»"""\nabout = """\nодин\n\nдва\n"""')
    assert found.legal_name == Wording.same("ООО «X»")
    assert found.about == Wording.same("один\n\nдва")


def test_what_steers_a_terminal_is_made_visible():
    assert exhibitor('about = "a\\u001b[2Jb\\u202ec"').about == Wording.same("a␛[2Jb\ufffdc")


@given(st.text())
def test_text_that_passes_the_door_unopened_would_have_come_out_as_it_is(text):
    if TIDY.match(text):
        assert one_line(clean(text)) == text


def test_a_text_is_cut_to_its_limit():
    found = checked(f'[[exhibitor]]\nid = "x"\nname = "{"я" * 1000}"\n')
    assert found.catalogue is not None
    (_, name), *_ = found.catalogue.exhibitors["x"].name.pairs
    assert (len(name), name[-1]) == (200, "…")


def test_a_list_is_cut_to_its_limit():
    found = checked(EXHIBITOR + f"products = {[str(n) for n in range(ITEMS + 5)]}")
    assert [finding.code for finding in found.findings] == ["E109"]
    assert found.catalogue is not None
    assert len(found.catalogue.exhibitors["x"].products) == ITEMS


def test_a_shape_with_too_many_corners():
    corners = [[n, n * n / 1e4] for n in range(1002)]
    assert codes(f'[[hall]]\nid = "h"\nname = "H"\noutline = {corners}') == ["E119"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-09-29", date(2025, 9, 29)),
        ('"2025-09-29"', date(2025, 9, 29)),
        ('"2025-09"', "2025-09"),
        ('"2025"', "2025"),
        ("2025", "2025"),
    ],
)
def test_a_day_may_be_a_month_or_a_year(written, read):
    assert exhibitor(f"checked = {written}").checked == read


def test_a_moment_is_told_by_the_clock_of_the_fair():
    found = catalogue('[[notice]]\nid = "n"\ntext = "T"\nat = 2025-09-30T06:15:00Z\nuntil = 2025-10-01\n').notices["n"]
    assert (found.at, found.until) == (datetime(2025, 9, 30, 9, 15), date(2025, 10, 1))


def test_clock_times_may_stand_in_quotes():
    found = catalogue('[[session]]\nid = "s"\ntitle = "T"\nstarts = "09:30"\nends = 10:00:00\n').sessions["s"]
    assert (found.starts, found.ends) == (time(9, 30), time(10))


# Stands


def test_a_stand_is_called_by_its_id_or_by_hall_and_code_or_by_code():
    text = HALLS + '[[stand]]\ncode = "A1"\nhall = "h1"\n[[stand]]\ncode = "B1"\n[[stand]]\nid = "brest"\ncode = "C1"\n'
    assert list(catalogue(text).stands) == ["h1#A1", "B1", "brest"]


@pytest.mark.parametrize("name", ["A1", "h1#A1"])
def test_a_stand_is_referred_to_by_code_with_or_without_its_hall(name):
    rest = HALLS + '[[stand]]\ncode = "A1"\nhall = "h1"\n'
    assert exhibitor(f'stands = ["{name}"]', rest).stands == ("h1#A1",)


@pytest.mark.parametrize("name", ["brest", "C1", "h1#C1"])
def test_a_stand_with_an_id_is_known_by_its_code_too(name):
    rest = HALLS + '[[stand]]\nid = "brest"\ncode = "C1"\nhall = "h1"\n'
    assert exhibitor(f'stands = ["{name}"]', rest).stands == ("brest",)


# References


def test_a_plain_text_is_an_id_and_free_words_are_a_language_table():
    text = (
        EXHIBITOR + '[[region]]\nid = "BY-BR"\nname = "Брест"\n'
        '[[venture]]\nid = "v"\nname = "V"\nkind = "project"\npartners = ["x", "BY-BR", { ru = "Завод" }]\n'
        'from = { city = "Кобрин", region = "BY-BR" }\nto = { region = { ru = "Урал" } }\n'
    )
    venture = catalogue(text).ventures["v"]
    assert venture.partners == (Ref("exhibitor", "x"), Ref("region", "BY-BR"), Wording((("ru", "Завод"),)))
    assert venture.origin.region == Ref("region", "BY-BR")
    assert venture.target.region == Wording((("ru", "Урал"),))


@pytest.mark.parametrize(
    ("of", "ref"),
    [
        ("fair", Ref("fair", "fair-1")),
        ("fair-1", Ref("fair", "fair-1")),
        ("x", Ref("exhibitor", "x")),
        ("exhibitor:x", Ref("exhibitor", "x")),
        ("stand:A1", Ref("stand", "A1")),
        ("A1", Ref("stand", "A1")),
    ],
)
def test_a_name_may_be_of_anything(of, ref):
    found = catalogue(EXHIBITOR + f'[[stand]]\ncode = "A1"\n[[alias]]\nof = "{of}"\ntext = "T"\n')
    assert found.aliases[0].of == ref


def test_files_refer_to_one_another_in_any_order():
    found = checked('[[exhibitor]]\nid = "a"\nname = "A"\nhost = "b"\n', '[[exhibitor]]\nid = "b"\nname = "B"\n')
    assert found.findings == ()


# Hosts


def stands(*hosts, kind="single"):
    text = f'[[stand]]\ncode = "A1"\nkind = "{kind}"\n'
    for n, host in enumerate(hosts):
        text += f'[[exhibitor]]\nid = "e{n}"\nname = "E{n}"\nstands = ["A1"]\n' + (f'host = "{host}"\n' if host else "")
    return codes(text)


def test_two_on_a_stand_need_a_host_or_a_stand_for_several():
    assert stands(None) == []
    assert stands(None, "e0") == []
    assert stands(None, "e0", "e0") == []
    assert stands(None, None) == ["W303"]
    assert stands(None, "e0", None) == ["W303"]
    for kind in ("shared", "regional", "national"):
        assert stands(None, None, kind=kind) == []


scalars = st.one_of(
    st.booleans(), st.integers(), st.floats(), st.text(), st.dates(), st.times(), st.datetimes(timezones=st.timezones())
)
anything = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)


@given(anything)
def test_no_value_in_any_field_breaks_the_check(value):
    from guide.catalogue.check import check
    from guide.catalogue.fields import TABLES

    tables = {}
    for table in TABLES.values():
        record = {field.key: value for field in table.fields}
        tables[table.name] = record if table.single else [record, {**record, "id": "x"}, value]
    check([tables, {"fair": value, "exhibitor": value}])
