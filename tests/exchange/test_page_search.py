"""The script of the page where Node runs it: it folds words as the guide does, finds what it should, marks it."""

import json
import re
import shutil
import subprocess
from functools import cache
from typing import Any

import pytest

from guide.catalogue.model import Catalogue
from guide.exchange.outline import outline
from guide.exchange.page_search import data_of, facets, script
from guide.exchange.selection import whole_fair
from guide.i18n import LANGUAGES, Tongue
from guide.search import fold, layouts, stands
from tests.exchange.hostile_fair import HOSTILE, hostile, tongue_of
from tests.hostile import TEXTS
from tests.venue.fairs import bundled, example, fair_of

NODE = shutil.which("node") or ""
NEEDED = pytest.mark.skipif(not NODE, reason="no Node on PATH to run the script of the page")
RUSSIAN = Tongue("ru")


def run(asked: str, *given: Any) -> Any:
    """What an expression over the script's functions and the ``given`` values gives."""
    program = f"{script()}\nconst given = JSON.parse(require('fs').readFileSync(0, 'utf8'));\n"
    program += f"process.stdout.write(JSON.stringify({asked}));"
    ended = subprocess.run(
        [NODE, "-e", program], input=json.dumps(given), capture_output=True, encoding="utf-8", check=True
    )
    return json.loads(ended.stdout)


def searched(catalogue: Catalogue, tongue: Tongue) -> tuple[dict[str, Any], list[str]]:
    """The data of a whole fair's page, and the names of its articles."""
    selection = whole_fair(catalogue, tongue)
    things = [each for section in outline(selection).sections for each in section.things]
    return json.loads(data_of(selection, things, facets(selection, things))), [told.name for told in things]


def found(catalogue: Catalogue, *questions: str) -> list[list[str]]:
    """What each question finds, the names best first."""
    data, names = searched(catalogue, RUSSIAN)
    orders = run("given[1].map((each) => lookup(given[0]).search(each).order)", data, questions)
    return [[names[at] for at in order] for order in orders]


WORDS = (
    "Полесье", "полесьЕ", "Ёлка", "ОБЪЁМ", "подъезд", "Йод", "йогурт", "Ўзор", "ваўкавыск", "Гродна", "Іўе", "Ґудзь",
    "Їжак", "Минск", "MINSK", "Minsk", "Zażółć", "Łódź", "GRÖSSE", "Straße", "ſtand", "Brügge", "naïve", "Œuvre",
    "Ålesund", "þing", "Шчучын", "Щучин", "Shchuchin", "Szczuczyn", "Schtschutschin", "Chişinău", "Çelik", "Žilina",
    "Ŝustov", "Ûnost", "Hrodna", "Chrysler", "Phoenix", "Thyssen", "Tsar", "Царь", "Kirill", "Кирилл", "ААА", "ооо",
    "aaaa", "ММК", "MMK", "Мinsk", "Вelaz", "БЕЛА3", "coba", "сова", "Xерox", "o’Brien", "Д’Артаньян", "п'ять",
    "мед'", "12", "7С5", "A061", "Ⅷ", "²", "Σίσυφος", "Әлем", "Қазақ", "Ұйғыр", "北京", "東京", "شركة", "İstanbul",
    "ığdır", "d’Азур", "e\u0301clair", "й", "и\u0306", "Soviet", "Siemens", "Приём", "Ариэль", "Майер", "майонез",
    "Ioffe", "Йоффе", "yoga", "Джойстик", "Zwölf", "ŠKODA",
    *(word for text in TEXTS.values() for word in fold.words(text) if len(word) < 60),
)  # fmt: skip


@NEEDED
def test_words_are_folded_and_heard_as_the_guide_does():
    words = sorted({*WORDS, *(w for c in (bundled(), example()) for f in c.exhibitors.values()
                              for text in f.name.texts() for w in fold.words(text))})  # fmt: skip
    tables = {**fold.tables(), **layouts.tables(), **stands.tables()}
    asked = "(() => { const f = folding(given[0]);"
    asked += " return given[1].map((each) => [f.fold(each), f.sound(each), f.twin(f.fold(each))]); })()"
    ours = [[*fold.form_of(word), fold.twin(fold.fold(word))] for word in words]
    assert dict(zip(words, run(asked, tables, words), strict=True)) == dict(zip(words, ours, strict=True))


CODES = (
    "A12", "a-12", "А 12", "7С5.1", "7 c 5 1", "10.2 F010", "В07", "b7", "Д 7", "стенд", "A061/C060", "", "12345678",
    "0", "00", "abcd1", "№ 5", "A–1", "1 2 3 4 5 6 7 8 9", "h1#D7", "2H40", "ä1", "Ф2", "x",
)  # fmt: skip


@NEEDED
def test_codes_have_the_keys_that_the_guide_gives_them():
    tables = {**fold.tables(), **stands.tables()}
    asked = "given[1].map((each) => codeKey(each, folding(given[0]).fold, given[0].codes))"
    assert run(asked, tables, CODES) == [stands.code_key(code) for code in CODES]


TYPED = (
    "gjktcmt",
    "ghbdtn",
    "вуыл",
    "ьштыл",
    "j,kfcnm",
    ";tktpj",
    "полесье",
    "ўзор",
    "щука",
    "minsk",
    "12",
    "a",
    "ю",
    "[kt,",
)


@NEEDED
def test_other_layouts_are_tried_as_the_guide_tries_them():
    ours = [layouts.readings(text) for text in TYPED]
    assert run("given[1].map((each) => otherLayouts(each, given[0]))", layouts.tables(), TYPED) == ours


@NEEDED
@pytest.mark.parametrize("code", LANGUAGES)
def test_it_counts_as_the_language_does(code):
    tongue, counts = Tongue(code), [*range(130), 999, 1000, 1783, 9999, 10_000, 12_345, 1_000_000]
    data, _ = searched(example(), tongue)
    said = run("given[1].map((each) => counted(given[0], each))", data["say"], counts)
    assert said == [tongue.n("{count} found", "{count} found", count) for count in counts]


@NEEDED
def test_forms_of_three_are_told_apart():
    say = {"forms": ["{count} стенд", "{count} стенда", "{count} стендов"], "apart": " ", "least": 5}
    said = run(
        "given[1].map((each) => counted(given[0], each))", say, [0, 1, 2, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112]
    )
    assert [each.split()[1] for each in said] == [
        "стендов", "стенд", "стенда", "стендов", "стендов", "стендов", "стендов", "стенд", "стенда", "стендов", "стенд",
        "стендов", "стендов",
    ]  # fmt: skip


FAIR = """
[[hall]]
id = "h2"
name = { ru = "Зал 2", en = "Hall 2" }
[[stand]]
code = "7С5.1"
hall = "h2"
[[stand]]
code = "A12"
hall = "h2"
[[exhibitor]]
id = "polesie"
name = { ru = "Полесье", be = "Палессе" }
stands = ["h2#7С5.1"]
products = ["игрушки"]
[[exhibitor]]
id = "trade"
name = { ru = "Торговый дом «Полесье» и партнёры" }
about = "Станки и запчасти к станкам; ёлочные игрушки"
[[exhibitor]]
id = "spb"
name = { ru = "Санкт-Петербург Экспо" }
stands = ["h2#A12"]
sectors = ["машиностроение"]
[[exhibitor]]
id = "vaukavysk"
name = { be = "Ваўкавыскі камбінат" }
[[exhibitor]]
id = "shch"
name = { ru = "Щёкинский завод" }
aliases = ["ЩЗ"]
[[exhibitor]]
id = "imensus"
name = "IMENSUS"
[[exhibitor]]
id = "siemens"
name = "Siemens"
place = { country = "DE" }
[[exhibitor]]
id = "sova"
name = { ru = "Сова" }
site = "https://www.nightbird.example/ru"
"""


@cache
def small() -> Catalogue:
    return fair_of(FAIR)


@NEEDED
def test_a_question_finds_whatever_way_it_is_typed():
    first = {
        "полесье": "Полесье", "ПОЛЕСЬЕ": "Полесье", "polesie": "Полесье", "polesye": "Полесье", "gjktcmt": "Полесье",
        "палессе": "Полесье", "полсье": "Полесье", "полемье": "Полесье", "олпесье": None, "опл": None,
        "polesie trade": None, "торговый полесье": "Торговый дом «Полесье» и партнёры",
        "7c5.1": "Полесье", "7С5 1": "Полесье", "7 c 5 1": "Полесье", "стенд 7c5": "Полесье", "7c": "Полесье",
        "а-12": "Санкт-Петербург Экспо", "a 12": "Санкт-Петербург Экспо", "зал 2 a12": "Санкт-Петербург Экспо",
        "санктпетербург": "Санкт-Петербург Экспо", "санкт-петербург": "Санкт-Петербург Экспо",
        "petersburg": "Санкт-Петербург Экспо", "cfyrn": "Санкт-Петербург Экспо",
        "машиностроения": "Санкт-Петербург Экспо",
        "волковыск": None, "vaukavysk": "Ваўкавыскі камбінат", "ваукавыск": "Ваўкавыскі камбінат",
        "shchek": "Щёкинский завод", "щекинский": "Щёкинский завод", "щз": "Щёкинский завод",
        "сіменс": "Siemens",
        "simens": "Siemens",
        "germany": "Siemens",
        "германія": "Siemens",
        "coba": "Сова", "cова": "Сова", "nightbird": "Сова", "станков": "Торговый дом «Полесье» и партнёры",
        "елочный": "Торговый дом «Полесье» и партнёры",
    }  # fmt: skip
    asked = {question: name for question, name in first.items() if name}
    got = dict(zip(asked, found(small(), *asked), strict=True))
    assert {question: names[:1] for question, names in got.items()} == {q: [name] for q, name in asked.items()}


@NEEDED
def test_a_name_comes_before_a_description_and_what_has_all_words_alone():
    toys, both, nothing, empty = found(small(), "игрушки", "полесье игрушки", "qqqqqq", "  ")
    assert toys == ["Полесье", "Торговый дом «Полесье» и партнёры"]
    assert both == ["Полесье", "Торговый дом «Полесье» и партнёры"]
    assert (nothing, empty) == ([], [])
    assert found(small(), "полесье камбинат щекинский полесье")[0][:1] == ["Полесье"]


@NEEDED
def test_every_exhibitor_is_found_by_its_name_and_by_its_stand():
    catalogue = example()
    _, names = searched(catalogue, RUSSIAN)
    firms = list(dict.fromkeys(RUSSIAN.d(firm.name) for firm in catalogue.exhibitors.values()))
    firms = [name for name in firms if name in names]
    for name, got in zip(firms, found(catalogue, *firms), strict=True):
        assert name in got[:3]
    codes = sorted({stand.code for stand in catalogue.stands.values() if stand.code})
    data, _ = searched(catalogue, RUSSIAN)
    orders = run("given[1].map((each) => lookup(given[0]).search(each).order)", data, codes)
    for code, order in zip(codes, orders, strict=True):
        assert set(data["codes"][stands.code_key(code)]) <= set(order)


@NEEDED
def test_what_was_met_is_marked():
    data, _ = searched(small(), RUSSIAN)
    texts = [
        "Полесье, стенд 7С5.1",
        "в Санкт-Петербурге: Санкт-Петербург",
        "<b>Полесье</b>",
        "A12 и A123",
        "ничего",
        "",
    ]
    asked = "given[1].map((each) => { const i = lookup(given[0]), found = i.search(each);"
    asked += " return given[2].map((text) => i.spans(text, found)); })"
    marked = run(asked, data, ["полесье", "7c5.1", "санкт-петербург", "a12"], texts)
    pieces = [
        [[text[start:end] for start, end in spans] for text, spans in zip(texts, row, strict=True)] for row in marked
    ]
    assert pieces[0] == [["Полесье"], [], ["Полесье"], [], [], []]
    assert pieces[1] == [["7С5.1"], [], [], [], [], []]
    assert pieces[2] == [[], ["Санкт", "Санкт-Петербург"], [], [], [], []]
    assert pieces[3] == [[], [], [], ["A12", "A123"], [], []]


@NEEDED
def test_nothing_typed_breaks_it():
    data, _ = searched(small(), RUSSIAN)
    typed = [
        *TEXTS.values(),
        "(",
        "[a-z",
        "\\",
        "__proto__",
        "constructor",
        "hasOwnProperty 1",
        "0",
        "00",
        "a" * 5000,
        "é" * 300,
    ]
    asked = "given[1].map((q) => { const i = lookup(given[0]); return i.spans(q, i.search(q)).length; })"
    assert len(run(asked, data, typed)) == len(typed)


@HOSTILE
def test_the_data_of_a_hostile_fair_is_json_without_markup(kind):
    catalogue = hostile(kind)
    data, names = searched(catalogue, tongue_of(catalogue))
    assert len(data["words"].split(" ")) == len(data["sounds"].split(" ")) == len(data["posts"])
    assert len(data["names"]) == len(names)


def test_the_script_can_stand_in_a_page():
    assert "</" not in re.sub(r"//.*", "", script()).replace("</g", "")
    assert "<!--" not in script()
    assert not re.search(
        r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|Function|fetch|XMLHttp)\b", script()
    )
    assert "\r" not in script()
