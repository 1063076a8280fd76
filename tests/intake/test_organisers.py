"""What organisers' own files have in them: hosts in the cell of the stand, free stands, sections, reports' titles."""

from datetime import time

import pytest

from guide.intake.countries_meant import country_meant
from guide.intake.draft import Link, stand_key
from guide.intake.files import Asked, Incoming
from guide.intake.firms import firm_of
from guide.intake.joined import joined
from guide.intake.tables import read
from tests.intake import made
from tests.intake.lists import codes, read_list, records, values


def test_a_host_in_the_cell_of_the_stand() -> None:
    asked = Asked()
    draft = joined(
        [
            read_list(
                "Участник;Место на выставке\n"
                'ОАО "Полевод";"пав. 11, D41"\n'
                'ООО "Ферма";"на стенде ОАО ""Полевод"""\n'
                "Гамма;на стенде B12\n"
                'УП "Нива";на стэндзе Полевод\n'
                "Delta Ltd;at the stand of Полевод\n"
            )
        ],
        asked,
    )
    host = records(draft)[0]
    assert values(draft, "host") == [None, Link("exhibitor", host.key), None, *[Link("exhibitor", host.key)] * 2]
    assert [len(each) for each in values(draft, "stands")] == [1] * 5
    assert records(draft)[2].values["stands"][0].key == stand_key("", "B12")
    assert "I005" not in codes(draft)


def test_nobody_is_guessed_to_be_the_host_where_the_row_names_one_who_is_not_there() -> None:
    draft = joined(
        [
            read_list(
                "Участник;Статус;Стенд;Хозяин стенда\nАльфа;Экспонент;A1;\nБета;Соэкспонент;A1;Омега\n"
                "Гамма;Соэкспонент;A1;\n"
            )
        ],
        Asked(),
    )
    assert values(draft, "host") == [None, None, Link("exhibitor", records(draft)[0].key)]
    assert codes(draft, 3) == ["I044"]


def test_a_free_stand_is_no_exhibitor() -> None:
    draft = read_list("Стенд;Экспонент;Страна\nA1;Альфа;Россия\nA2;резерв;\nA3;«Свободный стенд»;\nA4;Free Ltd;UK\n")
    assert values(draft, "name") == ["Альфа", "Free"]
    assert codes(draft, 3) == codes(draft, 4) == ["I013"]


def test_a_section_is_said_in_words_above_and_between_the_rows() -> None:
    draft = read_list(
        "Раздел: Мясо\t\t\nУчастник\tСтрана\tСтенд\nАльфа\tРоссия\tC30\nБета\tРоссия\tC31\n"
        "Раздел 2. Молоко\t\t\nГамма\tБеларусь\tC32\n"
    )
    assert values(draft, "name") == ["Альфа", "Бета", "Гамма"]
    assert values(draft, "sectors") == [[{"ru": "Мясо"}], [{"ru": "Мясо"}], [{"ru": "Молоко"}]]


def test_the_line_that_names_the_fair_goes_before_the_title_of_a_report() -> None:
    draft = read_list(
        "Отчет: Участники выставки (1С:Предприятие);\nВыставка: СВАРКА. РЕЗКА - 2026;\n"
        "Период: 21.04.2026 - 24.04.2026;\n"
        "Контрагент;Стенд\nАльфа;A1\n"
    )
    assert draft.fair["name"] == {"ru": "СВАРКА. РЕЗКА - 2026"}
    assert "name" not in read_list("Отчет: Участники;\nКонтрагент;Стенд\nАльфа;A1\n").fair


def test_a_page_has_its_title_above_its_table() -> None:
    page = (
        "<html><head><meta charset=utf-8></head><body><p><b>ПРОГРАММА</b></p><p>выставки «Агро 2026»</p>"
        "<table><tr><td>Дата</td><td>Время</td><td>Наименование мероприятия, организатор</td><td>Место</td></tr>"
        "<tr><td rowspan=2>26 августа, среда</td><td>10.00 – 11.00</td><td>Открытие</td><td>Павильон F</td></tr>"
        "<tr><td>11.00 – 13.00</td><td>Семинар</td><td>Зал F1</td></tr></table></body></html>"
    )
    draft = read([Incoming("p.html", page.encode())], Asked())
    assert draft.fair["name"] == {"ru": "Агро 2026"}
    assert values(draft, "starts", "session") == [time(10), time(11)]
    assert [str(day) for day in values(draft, "date", "session")] == ["2026-08-26"] * 2


def test_the_seat_of_a_firm_is_its_home() -> None:
    draft = read_list(
        "Firmenname;Unternehmenssitz;Stand\nAlpha GmbH;90471 Nürnberg, Deutschland;A1\nBeta;D-91052 Ulm;A2\n"
    )
    assert values(draft, "place") == [{"country": "DE", "city": "Nürnberg"}, {"country": "DE", "city": "Ulm"}]


def test_countries_shortened_and_in_two_alphabets() -> None:
    said = ["Ю. Корея", "Ю.Корея", "Респ. Корея", "Poccия", "Великобрит.", "Злучаныя Штаты"]
    assert [country_meant(each).code for each in said] == ["KR", "KR", "KR", "RU", "GB", "US"]


def test_guests_stand_below_their_host_indented_or_with_a_dash() -> None:
    text = (
        "Экспонент;Страна;Стенд\nОАО «Завод А»;Беларусь;B10\n    ООО «Филиал Один»;Беларусь;\n"
        "АО «Завод Б»;Россия;B12\n  - ЧУП «Вожак»;Беларусь;\n– Бета;Россия;B14\nГамма;Беларусь;B15\n"
    )
    draft = joined([read_list(text)], Asked())
    assert values(draft, "name") == ["Завод А", "Филиал Один", "Завод Б", "Вожак", "Бета", "Гамма"]
    first, second = (Link("exhibitor", records(draft)[n].key) for n in (0, 2))
    assert values(draft, "host") == [None, first, None, second, second, None]
    assert [len(each) for each in values(draft, "stands")] == [1] * 6
    assert codes(draft, *range(1, 8)) == ["I111"] * 3


def test_where_most_names_have_a_dash_it_says_nothing() -> None:
    draft = read_list("Экспонент;Стенд\n– Альфа;A1\n– Бета;A2\n– Гамма;A3\n")
    assert values(draft, "host") == [None] * 3


def test_columns_that_spaces_keep_apart() -> None:
    text = (
        "УЧАСТНИКИ ФОРУМА «ТЕХНО-2026»\n\n"
        "Компания                         Страна         Стенд\n"
        "АГАТ-СИСТЕМА, ОАО                Беларусь       В15\n"
        "ВЕБ-СТУДИЯ, РУП                                 С21\n"
        "                                 12\n"
        "Компания                         Страна         Стенд\n"
        "ДАТА-ЦЕНТР, ООО                  Казахстан      А07\n"
        "НИИ связи                        Россия\n"
    )
    draft = read_list(text, "list.txt")
    assert values(draft, "name") == ["АГАТ-СИСТЕМА", "ВЕБ-СТУДИЯ", "ДАТА-ЦЕНТР", "НИИ связи"]
    assert [place and place["country"] for place in values(draft, "place")] == ["BY", None, "KZ", "RU"]
    assert [stand.values["code"] for stand in records(draft, "stand")] == ["В15", "С21", "А07"]
    assert draft.fair["name"] == {"ru": "ТЕХНО-2026"}
    assert "I110" in codes(draft)


def test_commas_with_spaces_behind_them_are_no_columns_of_spaces() -> None:
    draft = read_list("Company,   Country,   Stand\nAlpha,   France,   A1\nBeta,   Italy,   A2\n")
    assert values(draft, "name") == ["Alpha", "Beta"]
    assert "I110" not in codes(draft)


def test_a_numbered_list_with_commas_and_no_header() -> None:
    draft = read_list(
        "Участники выставки «Мебель-2026»\n\n"
        "1. ООО «Дубрава», г. Пинск, стенд A1\n2. ЧТУП «Дом», г. Молодечно, стенд A2\n"
        "3. Mobilia Sp. z o.o., Польша, стенд B1\n",
        "list.txt",
    )
    assert values(draft, "name") == ["Дубрава", "Дом", "Mobilia"]
    assert [place.get("city") or place["country"] for place in values(draft, "place")] == [
        {"ru": "Пинск"},
        {"ru": "Молодечно"},
        "PL",
    ]
    assert [stand.values["code"] for stand in records(draft, "stand")] == ["A1", "A2", "B1"]


def test_towns_are_known_where_no_header_names_them() -> None:
    draft = read_list(
        "ООО «Первый»;Россия;Казань;A1\nЗАО «Второй»;Беларусь;Брест;A2\nТОО «Третий»;Казахстан;Алматы;A3\n"
    )
    assert [place["city"] for place in values(draft, "place")] == [{"ru": "Казань"}, {"ru": "Брест"}, {"ru": "Алматы"}]


def test_the_name_of_a_sheet_may_be_the_hall_of_its_rows() -> None:
    sheets = {
        f"Зал {n}": made.worksheet({
            "A1": made.text("Стенд"), "B1": made.text("Экспонент"), "A2": made.text(f"{n}.1"), "B2": made.text("Альфа")
        })
        for n in (3, 4)
    }  # fmt: skip
    draft = read([Incoming("halls.xlsx", made.workbook(sheets))], Asked())
    assert values(draft, "name", "hall") == [{"ru": "Зал 3"}, {"ru": "Зал 4"}]


def test_speakers_with_the_words_before_and_the_offices_behind_them() -> None:
    draft = read_list(
        "Время;Мероприятие;Спикеры\n"
        '10:00–11:30;Пленарное заседание;"Модератор: Иван Петров, директор Института\nСпикеры:\n'
        'Анна Ким, генеральный директор ООО «СолнцеПром»\n– Joao da Silva, CEO"\n'
        '12:00–13:00;Круглый стол;"Модератор – Ольга Белая\nПётр Чёрный – доцент БНТУ\nуточняется"\n'
        '14:00;Panel;"Moderator: Tom Ford; Panelists: Liu Mei, Anna Berg; Ali Hassan, Minister of Food; TBC"\n'
        "15:00;Итоги;Вера Кот / Лев Лис\n"
    )
    names = [[link.key for link in each] for each in values(draft, "speakers", "session")]
    assert [len(each) for each in names] == [3, 2, 4, 2]
    people = {str(who.values["name"]): who.values.get("role") for who in records(draft, "person")}
    assert set(people) == {
        *("Иван Петров", "Анна Ким", "Joao da Silva", "Ольга Белая", "Пётр Чёрный"),
        *("Tom Ford", "Liu Mei", "Anna Berg", "Ali Hassan", "Вера Кот", "Лев Лис"),
    }
    assert people["Ольга Белая"] == {"ru": "модератор"}
    assert people["Пётр Чёрный"] == {"ru": "доцент БНТУ"}
    assert people["Ali Hassan"] == "Minister of Food"
    assert people["Tom Ford"] == "moderator"


def test_lists_side_by_side_are_one_below_the_other() -> None:
    draft = read_list(
        "Участники выставки «Здоровье 2026»\nСтенд;Компания;;Стенд;Компания\n101;Альфа;;201;Лада\n102;Бета;;202;Мед\n"
        "103;Гамма;;;\n"
    )
    assert values(draft, "name") == ["Альфа", "Бета", "Гамма", "Лада", "Мед"]
    assert [each[0].key for each in values(draft, "stands")] == [
        stand_key("", f"{code}") for code in (101, 102, 103, 201, 202)
    ]
    assert {origin.row for record in records(draft) for origin in record.origins} == {3, 4, 5}
    halls = read_list(
        "Firma;Stand;Firma;Stand\nHalle 1;Halle 1;Halle 1;Halle 1\nA;1;B;2\nHalle 2;Halle 2;Halle 2;Halle 2\nC;1;D;2\n"
    )
    assert [
        (name, each[0].key[0]) for name, each in zip(values(halls, "name"), values(halls, "stands"), strict=True)
    ] == [
        ("A", "1"),
        ("B", "1"),
        ("C", "2"),
        ("D", "2"),
    ]
    twice = read_list("Firma;Telefon;Telefon\nA;+49 30 1111111;+49 30 2222222\n")
    assert len(values(twice, "phone")[0]) == 2


def test_the_letter_of_an_aisle_begins_the_codes_of_its_stands() -> None:
    draft = read_list(
        "Firma;Halle;Gang;Stand-Nr.\nAlpha;10.2;F;010\nBeta;4.1;A;012a\nGamma;4.1;A;A014\nDelta;4.1;;016\n"
    )
    assert [stand.values["code"] for stand in records(draft, "stand")] == ["F010", "A012a", "A014", "016"]
    rows = read_list("Участник;Ряд;Место\nАльфа;3;12\n")
    assert records(rows, "stand")[0].values["code"] == "12"
    assert rows.unplaced[0].cells == {"Ряд": "3"}


def test_a_name_with_everything_else_below_it_in_its_cell() -> None:
    draft = read_list(
        "№;Наименование, адрес, контакты;Стенд\n"
        '1;"ОАО «Молоко»\n222301, Беларусь, г. Слуцк, ул. Заводская, 1\nТел.: +375 1795 5-11-11\n'
        'e-mail: m@slutsk.by";А1\n'
        '2;"ООО «Сыр»\nРоссия, 214000, г. Смоленск\n+7 4812 22-33-44";А2\n'
        '3;"Завод «Двойное\nимя»";А3\n'
    )
    assert values(draft, "name") == ["Молоко", "Сыр", "Завод «Двойное имя»"]
    assert [place and place["country"] for place in values(draft, "place")] == ["BY", "RU", None]
    assert values(draft, "phone") == [["+375 1795 5-11-11"], ["+7 4812 22-33-44"], None]
    assert values(draft, "email") == [["m@slutsk.by"], None, None]


def test_titles_of_a_programme_in_two_languages() -> None:
    draft = read_list(
        "Дата;Начало;Название (рус);Title (eng)\n14.10.2026;9:00;Открытие;Opening\n14.10.2026;10:00;Лес;\n"
    )
    assert values(draft, "title", "session") == [{"ru": "Открытие", "en": "Opening"}, {"ru": "Лес"}]


def test_the_count_of_a_list_below_it_and_rules_are_no_exhibitors() -> None:
    draft = read_list("Firma;Halle\nAlpha;8\n---;---\n3 Kings Ltd;9\n2 Aussteller;\n")
    assert values(draft, "name") == ["Alpha", "3 Kings"]
    assert codes(draft, 3) == codes(draft, 5) == ["I013"]


def test_villages_in_addresses() -> None:
    draft = read_list(
        'Участник;Адрес;Стенд\nАльфа;"Витебская область, Оршанский район, аг. Высокое";1\nБета;"г.п. Бегомль";2\n'
    )
    assert [place["city"] for place in values(draft, "place")] == [{"ru": "Высокое"}, {"ru": "Бегомль"}]


def test_a_programme_with_a_column_for_each_room() -> None:
    draft = read_list(
        "Расписание конференции «Код 2026», 5 июня 2026;;;\nВремя;Зал А;Зал В;Малый зал\n"
        "09:00–09:30;Регистрация;Регистрация;Регистрация\n09:30–10:15;Быстрый Python;Тесты;\n"
        "10:15–11:00;Сети;;Круглый стол\n"
    )
    items = [(item.values["title"]["ru"] if isinstance(item.values["title"], dict) else item.values["title"],
              item.values["starts"].hour * 60 + item.values["starts"].minute,
              item.values.get("room", {}).get("ru", "")) for item in records(draft, "session")]  # fmt: skip
    assert items == [
        ("Регистрация", 540, ""),
        ("Быстрый Python", 570, "Зал А"),
        ("Тесты", 570, "Зал В"),
        ("Сети", 615, "Зал А"),
        ("Круглый стол", 615, "Малый зал"),
    ]
    undated = read_list("Время;Зал А;Зал Б\n09:30–10:15;Python;Тесты\n10:15–11:00;Сети;Сон\n")
    assert [start and start.minute for start in values(undated, "starts", "session")] == [30, 30, 15, 15]
    assert "I112" in codes(draft)


def test_cards_one_below_the_other() -> None:
    draft = read_list(
        "Компания: ООО «Альфа»\nСтрана: Россия\nСтенд: A1\nСайт: www.alfa.ru\n\nКомпания: ЗАО «Бета»\n"
        "Страна: Беларусь\n"
        "Стенд: A2\nE-mail: info@beta.by\n\nКомпания: АО «Гамма»\nСтенд: A3\n",
        "list.txt",
    )
    assert values(draft, "name") == ["Альфа", "Бета", "Гамма"]
    assert values(draft, "site") == ["https://www.alfa.ru", None, None]
    assert values(draft, "email") == [None, ["info@beta.by"], None]
    assert [record.origins[0].row for record in records(draft)] == [1, 6, 11]
    assert "I113" in codes(draft)
    pairs = read_list("Компания;Альфа\nСтенд;A1\nКомпания;Бета\nСтенд;A2\n")
    assert values(pairs, "name") == ["Альфа", "Бета"]


@pytest.mark.parametrize(
    ("said", "name", "form"),
    [
        ("Частное предприятие «Ферма Плюс»", "Ферма Плюс", "ЧП"),
        ("Совместное предприятие «Термо» ООО", "Термо", "СП"),
        ("ООО 'МедТорг'", "МедТорг", "ООО"),
        ("O'Neill Ltd", "O'Neill", "Ltd"),
        ("Унитарное предприятие по оказанию услуг «БелЭкспо»", "БелЭкспо", "УП"),
    ],
)
def test_names_of_firms_as_registers_have_them(said: str, name: str, form: str) -> None:
    firm = firm_of(said)
    assert firm.name == name
    assert firm.legal_form.startswith(form)


def test_a_brand_in_brackets_is_another_name() -> None:
    firm = firm_of('ООО "Кефир" (торговая марка "Бабушкино")')
    assert (firm.name, firm.legal_form, firm.aliases) == ("Кефир", "ООО", ("Бабушкино",))


def test_days_without_a_year_above_their_items_are_of_the_fairs_year() -> None:
    draft = read_list(
        "Праграма кірмашу «Кніжны свет – 2026»;;\n25 лютага, серада;;\nЧас;Мерапрыемства;Месца правядзення\n"
        "з 10.00 да 11.30;Адкрыццё;Сцэна\n26 лютага, чацвер;;\n11.00–12.00;Сустрэча;Зала 2\nЗал 2.10;;\n12.00;Фінал;\n"
    )
    assert [str(day) for day in values(draft, "date", "session")] == ["2026-02-25", "2026-02-26", "2026-02-26"]
    assert values(draft, "starts", "session") == [time(10), time(11), time(12)]


def test_a_district_in_the_column_of_regions() -> None:
    draft = read_list(
        'Предприятие;Область, район;Место\nАльфа;"Гомельская обл., г. Гомель";1\nБета;"Минская обл., Слуцкий р-н";2\n'
    )
    assert values(draft, "place") == [
        {"region": "BY-HO", "country": "BY", "city": {"ru": "Гомель"}},
        {"region": "BY-MI", "country": "BY"},
    ]


def test_several_firms_in_one_cell() -> None:
    draft = read_list(
        "Стенд;Участники;Страна\nA1;ООО «Один», ООО «Два»;Россия\n"
        'A2;"1) ЗАО «Три»\n2) ОАО «Четыре»";Беларусь\nA3;"ООО «Пять, шесть»";Россия\nA4;"Müller, Meier GmbH";DE\n'
    )
    assert values(draft, "name") == ["Один", "Два", "Три", "Четыре", "Пять, шесть", "Müller, Meier"]
    assert [each[0].key for each in values(draft, "stands")][:4] == [
        stand_key("", code) for code in ("A1", "A1", "A2", "A2")
    ]
    assert codes(draft) == ["I114", "I114"]
    assert len({record.key for record in records(draft)}) == 6


def test_the_other_spelling_of_a_stand_is_told_where_it_stands() -> None:
    draft = joined([read_list('Участник;Место\nАльфа;"пав. 11, D41"\nБета;"пав. 11, Г1"\nГамма;11D41\n')], Asked())
    (odd,) = (odd for odd in draft.oddities if odd.code == "I007")
    assert (odd.row, odd.column, odd.value) == (4, "Место", "11D41")


def test_a_ticked_column_of_guests() -> None:
    draft = joined([read_list("Firma;Stand;Mitaussteller\nAlpha;A1;nein\nBeta;A1;ja\nGamma;A2;nein\n")], Asked())
    assert values(draft, "host") == [None, Link("exhibitor", records(draft)[0].key), None]
    said = read_list("Firma;Stand;Ausstellertyp (Mitaussteller?)\nAlpha;A1;Aussteller\nBeta;A1;Mitaussteller\n")
    assert values(said, "participation") == ["exhibitor", "co-exhibitor"]
    named = read_list("Firma;Stand;Mitaussteller\nAlpha;A1;Beta GmbH\nBeta GmbH;A1;\n")
    assert values(named, "host") == values(named, "aliases") == [None, None]
    assert named.unplaced[0].cells == {"Mitaussteller": "Beta GmbH"}
