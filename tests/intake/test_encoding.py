"""Encodings told by evidence: every code page, long and short lists, what is broken and what was coded twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.intake.coded_twice import once, suspected
from guide.intake.encoding import PAGES, decoded
from tests.intake.made import cells, odd, sheet

LISTS = {
    "Russian": "Участник;Страна;Стенд\nООО «Ромашка»;Россия;А1\nЗАО «Василёк»;Беларусь;7С5.1\nИП Щербаков;Гана;Б-3\n",
    "Russian in capitals": "НАЗВАНИЕ;СТЕНД\nЗАВОД МАШИН;1\nОАО АВТОАГРЕГАТ;2\n",
    "one Russian word": "Name;City\nAcme;Минск\nFoo Ltd;London\n",
    "Belarusian": "Назва;Стэнд\nААТ «Гомельскі завод ліцця»;1\nУП «Ўзор»;2\nБеларуская чыгунка;3\n",
    "Ukrainian": "Назва;Місто\nТОВ Їжак;Київ\nПідприємство;Львів\n",
    "German": "Name;Stadt\nMüller GmbH;München\nGroß & Söhne AG;Köln\n",
    "one German word": "Name;Stadt\nMüller;Bonn\n",
    "French": "Nom;Ville\nSociété Générale;Orléans\nÉtablissements Félix;Besançon\n",
    "Spanish": "Nombre;País\nAsociación Tecnológica;España\n",
    "Polish": "Nazwa;Miasto\nZakład Maszyn;Łódź\nPrzedsiębiorstwo;Gdańsk\n",
    "Czech": "Název;Město\nPříbramská a.s.;Plzeň\nŠkoda;Mladá Boleslav\nČeské závody;Ústí\n",
    "Turkish": "Ad;Şehir\nMühendislik A.Ş.;İstanbul\nTürkoğlu;Kadıköy\n",
    "of many countries": "Name;City\nSão Paulo;Türkiye\nKöln;Montréal\nOÜ Tallinn;Kähler\nCafé “X” – Ltd.®;L’Oréal\n",
    "signs alone": "Company №1 – test\n«Foo»;5 °C\n",
}
WORDS = ("Ромашка", "Василёк", "Завод", "Минск", "Брест", "Россия", "СТЕНД", "Объём", "Щит", "Эхо", "Юг", "Ящик")


def in_pages() -> list[tuple[str, str]]:
    found = []
    for name, text in LISTS.items():
        for page in PAGES:
            try:
                text.encode(page)
            except UnicodeEncodeError:
                continue
            found.append((name, page))
    return found


@pytest.mark.parametrize(("name", "page"), in_pages())
def test_a_short_list_is_read_in_each_code_page_that_has_its_letters(name: str, page: str) -> None:
    assert decoded(LISTS[name].encode(page)).text == LISTS[name]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_unicode_is_told_with_and_without_a_mark(name: str, mark: str, encoding: str) -> None:
    text = LISTS[name]
    read = decoded((mark + text).encode(encoding))
    assert (read.text, read.encoding) == (text, encoding)


@pytest.mark.parametrize("page", ["cp1251", "cp866", "koi8-r", "mac-cyrillic"])
def test_few_letters_far_in_a_long_list_are_found(page: str) -> None:
    text = "Name;City\n" + "Acme Ltd;London\n" * 20_000 + "Завод;Минск\n" + "Acme Ltd;London\n" * 20_000
    assert decoded(text.encode(page)).text == text


def test_chinese_names_are_told_by_their_pairs_of_bytes() -> None:
    text = "公司;城市\n北京机械有限公司;北京\nAcme (上海) 电子;上海\n"
    read = decoded(text.encode("gb18030"))
    assert (read.text, read.encoding) == (text, "gb18030")


def test_the_encoding_is_told_unless_it_is_the_one_of_today() -> None:
    text = LISTS["Russian"]
    assert [each.values["encoding"] for each in sheet(text.encode("mac-cyrillic")).oddities] == ["mac-cyrillic"]
    assert [each.values["encoding"] for each in sheet(text.encode("utf-16")).oddities] == ["utf-16-le"]
    assert sheet(text).oddities == sheet(text.encode("utf-8-sig")).oddities == ()
    assert sheet(text.encode("cp1251")).encoding == "cp1251"


def test_broken_letters_are_told_by_row_and_column() -> None:
    data = "Имя;Город\nРомашка;Минск\nЛес;Брест\n".encode()
    broken = data.replace("Минск".encode(), "Минск".encode()[:-1])
    assert cells(broken)[1] == ("Ромашка", "Минс\ufffd")
    assert odd(broken) == [("I002", 2, "B")]


def test_lines_of_another_program_in_a_list_of_today() -> None:
    data = "Имя;Город\nРомашка;Минск\n".encode() + "Groß;Köln\n".encode("cp1252") + "Лес;Брест\n".encode()
    read = sheet(data)
    assert [row for _, row in read.rows][2] == ("Groß", "Köln")
    assert [(each.code, each.values) for each in read.oddities] == [("I098", {"count": 1, "encoding": "cp1252"})]


@pytest.mark.parametrize(
    "text",
    [
        "Стенд",
        "Россия",
        "Größe",
        "ООО «Ромашка» – №5",
        "«МАСТЕР»",
        "Müller & Söhne",
        "Société",
        "ЎЗОР ліцця",
        "Łódź ąę",
    ],
)
@pytest.mark.parametrize("page", ["cp1252", "cp1251", "latin-1"])
def test_letters_coded_twice_are_mended_and_told(text: str, page: str) -> None:
    wrong = "".join(bytes([byte]).decode(page, "replace").replace("\ufffd", chr(byte)) for byte in text.encode())
    assert suspected(wrong)
    assert once(wrong) == text
    read = sheet(f"Name;N\n{wrong};1\nX;2\n")
    assert read.rows[1] == (2, (text, "1"))
    assert [(each.code, each.row, each.column) for each in read.oddities] == [("I094", 2, "A")]


def test_a_whole_list_coded_twice_is_told_once() -> None:
    text = "Имя;Город\n" + "".join(f"Завод {number};Минск\n" for number in range(50))
    read = sheet(text.encode().decode("cp1251", "surrogateescape").replace("\udc98", "\x98").encode())
    assert read.rows[50] == (51, ("Завод 49", "Минск"))
    assert [(each.code, each.row) for each in read.oddities] == [("I094", 0)]


@pytest.mark.parametrize(("cyrillic"), ["Ромашка", "ООО «Ромашка» – №5", "Минск, Беларусь"])
def test_a_cyrillic_code_page_taken_for_the_western_one_is_mended(cyrillic: str) -> None:
    assert once(cyrillic.encode("cp1251").decode("cp1252")) == cyrillic


@pytest.mark.parametrize(
    "text",
    ["«МАСТЕР»", "CAFÉ»", "«КАФЕ» В»", "SÃO PAULO", "Île-de-France", "Здание В°", "Œuvre", "Århus – Ærø", "naïveté"],
)
def test_what_was_coded_once_stays(text: str) -> None:
    assert once(text) == text


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), max_size=30), max_size=8),
    st.sampled_from(["utf-8", "utf-8-sig"]),
)
def test_any_text_comes_back_from_unicode(lines: list[str], encoding: str) -> None:
    text = "Name;Stand\n" + "\n".join(lines)
    assert decoded(text.encode(encoding)).text == text


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=3, unique=True),
    st.sampled_from(["cp1251", "cp866", "koi8-r", "mac-cyrillic", "iso8859-5", "utf-16-le", "utf-16-be"]),
)  # fmt: skip
def test_words_come_back_from_each_encoding(words: list[str], encoding: str) -> None:
    text = ";".join(words) + "\n"
    assert decoded(text.encode(encoding)).text == text


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_some_text(data: bytes) -> None:
    assert isinstance(decoded(data).text, str)
