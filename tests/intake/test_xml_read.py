"""XML from strangers: what is not plain or not whole is refused with its line, whatever it would have grown to."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.i18n import Tongue
from guide.intake.files import ForeignError, Incoming
from guide.intake.xml_read import DEPTH, tree

ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "aaaaaaaaaa"}">' for n in range(10))
LAUGHS = f'<?xml version="1.0"?>\n<!DOCTYPE schedule [{ENTITIES}]>\n<schedule>&e9;</schedule>'
QUADRATIC = f'<!DOCTYPE s [<!ENTITY a "{"a" * 50_000}">]>\n<s>{"&a;" * 50_000}</s>'
OUTSIDE = '<?xml version="1.0"?>\n<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<s>&x;</s>'
PARAMETER = '<!DOCTYPE s [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]>\n<s/>'
ELSEWHERE = '\n<!DOCTYPE s SYSTEM "http://127.0.0.1/s.dtd">\n<s/>'
PUBLIC = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/x.dtd"><html/>'


def read(content: str | bytes):
    return tree(Incoming("s.xml", content.encode() if isinstance(content, str) else content), inline=("b", "p"))


def refusal(content: str | bytes) -> str:
    with pytest.raises(ForeignError) as raised:
        read(content)
    assert raised.value.exit_code == 3
    return Tongue("en").t(raised.value.message, **raised.value.values)


@pytest.mark.parametrize(
    ("document", "line", "reason"),
    [
        (LAUGHS, 2, "entities of its own"),
        (QUADRATIC, 1, "entities of its own"),
        (OUTSIDE, 2, "entities of its own"),
        (PARAMETER, 1, "entities of its own"),
        (ELSEWHERE, 2, "a definition elsewhere"),
        (PUBLIC, 1, "a definition elsewhere"),
        ("<a>\n<b></a>", 2, "closes what is not open"),
        ("<a>\n<c>\n", 3, "ends too early"),
        ("<a><c", 1, "ends too early"),
        ("", 1, "ends too early"),
        ("<a>\n&nbsp;</a>", 2, "a name that is not explained"),
        ("<a x='1' x='2'/>", 1, "the same attribute twice"),
        ("<a/>\n<a/>", 2, "something follows"),
        ("<a>\x01</a>", 1, "a sign that may not stand here"),
        ('<?xml version="1.0" encoding="klingon"?><a/>', 1, "an encoding that is not known"),
        (b'<?xml version="1.0" encoding="utf-8"?>\n<a>\xff\xfe</a>', 2, "a sign that may not stand here"),
        (b'<?xml version="1.0" encoding="big5"?><a>\xa4\xa4</a>', 1, "an encoding that is not known"),
        ("<a>" * (DEPTH + 5), 1, "too deep"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else None,
)
def test_what_is_not_plain_or_whole_is_refused_with_its_line(document, line, reason):
    said = refusal(document)
    assert reason in said
    assert f"line {line}:" in said


def test_a_tree_has_only_so_many_elements():
    with pytest.raises(ForeignError):
        tree(Incoming("s.xml", b"<a>" + b"<b/>" * 1000 + b"</a>"), most=1000)


def test_a_bomb_takes_no_memory():
    tracemalloc.start()
    refusal(LAUGHS)
    refusal(QUADRATIC)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "koi8-r", "cp866", "iso-8859-5"])
def test_letters_come_as_they_were_in_any_encoding_that_is_declared(encoding):
    declared = encoding.removesuffix("-sig")
    document = f'<?xml version="1.0" encoding="{declared}"?><s><t имя="Ёлка">Завод Полымя</t></s>'
    top = read(document.encode(encoding))
    assert top.said("t") == "Завод Полымя"
    assert next(top.all("t")).get("имя") == "Ёлка"


def test_prefixes_are_taken_off_and_marks_inside_a_text_stay_in_it():
    top = read('<x:s xmlns:x="urn:a"><x:t x:k="v">One <b>bold</b> word<!-- no --><![CDATA[ & <i>]]></x:t></x:s>')
    assert top.tag == "s"
    assert next(top.all("t")).get("k") == "v"
    assert top.said("t") == "One <b>bold</b> word & <i>"


def test_controls_do_not_come_through():
    assert read("<s><t>a\u202eb&#x9b;c</t></s>").said("t") == "a\ufffdb\ufffdc"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        read(data)
    except ForeignError as error:
        Tongue("ru").t(error.message, **error.values)


@given(st.integers(0, 200))
def test_a_document_that_was_cut_off_is_refused(at):
    document = '<?xml version="1.0"?><schedule><day date="2025-09-29"><room name="A"><event id="1"><title>Слово</title>'
    with pytest.raises(ForeignError):
        read(document[:at])
