"""What a file is, by what is in it; what it cannot be taken for is said."""

import struct
import zipfile
from io import BytesIO

import pytest

from guide.i18n import Tongue
from guide.intake.files import Asked, ForeignError, Incoming
from guide.intake.kinds import KINDS, kind_of


def zipped(*names: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "{}")
    return stream.getvalue()


HTML = "<!DOCTYPE html><html><head><title>Fair</title></head><body>{}</body></html>"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("Exhibitor;Country\nA;BY\n", "list"),
        ("", "list"),
        ("Экспонент\tСтенд\n", "list"),
        ("MZ Trading;Germany\n", "list"),
        ("[Company];[Stand]\n", "list"),
        ("<?xml version='1.0'?>\n<schedule>\n<conference>", "frab"),
        (f"<?xml version='1.0'?>\n<!-- {'-' * 70000} -->\n<schedule><conference/></schedule>", "frab"),
        ("\ufeff<schedule>", "frab"),
        ('{"schedule": {"conference": {}}}', "pretalx"),
        ('{"results": [], "speakers": []}', "pretalx"),
        ('[{"code": "A", "submission_type": "Talk"}]', "pretalx"),
        ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "calendar"),
        ("\ufeffbegin:vcalendar\n", "calendar"),
        ('{"type": "FeatureCollection", "features": []}', "plan"),
        ('{"features": [' + '{"a": 1},' * 9000 + '{}], "type": "FeatureCollection"}', "plan"),
        (zipped("manifest.json", "unit.geojson"), "plan"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "list"),
        (b"PK\x03\x04 and nothing more", "list"),
        ('{"@context": "https://schema.org", "@type": "ExhibitionEvent"}', "linked"),
        (HTML.format('<script type="application/ld+json">{}</script>'), "linked"),
        (HTML.format("<table><tr><td>Firm</td></tr></table>"), "list"),
        ('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "list"),
        ('{"format": "exhibition-guide/catalogue", "version": 1}', "own"),
        ("Экспонент;Стенд\n".encode("utf-16"), "list"),
        ('{"@type": "Event"}'.encode("utf-16-le"), "linked"),
    ],
)
def test_it_is_told_by_what_is_in_it(data: str | bytes, kind: str) -> None:
    assert kind_of(Incoming("file", data.encode() if isinstance(data, str) else data)) == kind


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"MZ\x90\x00\x03\x00", "a program"),
        (b"\x1f\x8b\x08", "an archive"),
        (HTML.format("words").encode(), "a page of HTML or XML"),
        (b"<rss><channel/></rss>", "a page of HTML or XML"),
        (b'{"a": 1}', "JSON"),
        (b"[1, 2, 3]", "JSON"),
        (b'#:schema x\n[fair]\nid = "f"\n', "a catalogue already"),
        (b'[[exhibitor]] # one\nid = "f"\n', "a catalogue already"),
    ],
)
def test_what_cannot_be_imported_is_said_to_be_what_it_is(data: bytes, said: str) -> None:
    with pytest.raises(ForeignError) as refused:
        kind_of(Incoming("file", data))
    assert said in Tongue("en").t(refused.value.message, **refused.value.values)


@pytest.mark.parametrize("is_large", [False, True], ids=["zip", "zip64"])
def test_an_archive_of_very_many_parts_is_not_opened(is_large: bool) -> None:
    count = 30_000
    part = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", *[0] * 9, 9, *[0] * 6) + b"a.geojson"
    parts, before, wide = part * count, struct.pack("<4s5H3I2H", b"PK\x03\x04", *[0] * 10), b""
    size, start = len(parts), len(before)
    if is_large:
        wide = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 0, 0, 0, 0, count, count, size, start)
        wide += struct.pack("<4sIQI", b"PK\x06\x07", 0, start + size, 1)
        size = start = 0
    last = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, size, start, 0)
    file = Incoming("plan.zip", before + parts + wide + last)
    with zipfile.ZipFile(BytesIO(file.data)) as archive:
        assert len(archive.infolist()) == count
    assert kind_of(file) == "list"
    for read in (KINDS["list"].read, KINDS["plan"].read):
        with pytest.raises(ForeignError):
            read([file], Asked())


def test_every_kind_has_a_reader() -> None:
    for kind in KINDS.values():
        assert callable(kind.read)
