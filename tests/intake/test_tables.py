"""Lists of many organisers without a word of help: titles, headers, sections, footers, every row accounted for."""

import csv
import io
import os
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.errors import UsageError
from guide.intake.assigned import FIELDS, PLACELESS
from guide.intake.draft import Link
from guide.intake.files import Asked, ForeignError, Incoming
from guide.intake.header import laid_out
from guide.intake.headings import NAMES
from guide.intake.sheet import sheets_of
from guide.intake.tables import read
from guide.intake.told_columns import meaning_told
from tests.intake import made
from tests.intake.lists import accounted, codes, read_list, records, values


def test_a_russian_official_list_with_title_dates_numbered_columns_sections_and_sum() -> None:
    draft = read_list(
        "Список участников выставки «АГРОПОЛЕ-2026»\n"
        "2 – 6 июня 2026 г., Минск\n"
        "\n"
        "№ п/п;Наименование организации;Страна/регион;Город;Зал, стенд;Контактное лицо;Должность;Телефон;Эл. почта;"
        "Сайт\n"
        "1;2;3;4;5;6;7;8;9;10\n"
        ";Машиностроение;;;;;;;;\n"
        "1;ОАО «Полевой завод»;Республика Беларусь;г. Гомель;Зал 1, стенд А12;Иванов И.И.;директор;+375 232 11-22-33;"
        "info@zavod.by;www.zavod.by\n"
        "2;ООО «Нива»;Россия;Смоленск;Зал 1, стенд А13;;;;info@niva.ru;\n"
        "Итого: 2;;;;;;;;;\n"
    )
    assert draft.fair == {"name": {"ru": "АГРОПОЛЕ-2026"}, "starts": date(2026, 6, 2), "ends": date(2026, 6, 6)}
    assert draft.rows == 2
    assert values(draft, "name") == ["Полевой завод", "Нива"]
    assert [place["country"] for place in values(draft, "place")] == ["BY", "RU"]
    first = records(draft)[0].values
    assert first["place"]["city"] == {"ru": "Гомель"}
    assert first["people"] == [{"ru": "Иванов И.И., директор"}]
    assert first["email"] == ["info@zavod.by"]
    assert first["site"] == "https://www.zavod.by"
    assert first["sectors"] == [{"ru": "Машиностроение"}]
    assert [stand.values["code"] for stand in records(draft, "stand")] == ["А12", "А13"]
    assert values(draft, "name", "hall") == [{"ru": "Зал 1"}]
    assert codes(draft, 6) == ["I012"]
    assert codes(draft, 9) == ["I013"]
    assert draft.columns["№ п/п"] == "-"
    assert draft.columns["Наименование организации"] == "name"


def test_a_german_export_with_hall_and_stand_apart() -> None:
    draft = read_list(
        "Firma;Straße;PLZ;Ort;Land;Halle;Stand;Telefon;E-Mail;Internet;Produktgruppen\n"
        "Mustermann Maschinenbau GmbH;Hauptstr. 5;30159;Hannover;D;5;A12;+49 511 12345;info@muster.example;"
        'www.muster.example;"Drehen, Fräsen"\n'
        'Schmidt & Söhne KG;Weg 1;10115;Berlin;Deutschland;5;A14;;;;"Fräsen, Schleifen"\n'
        'Beispiel AG;;8001;Zürich;Schweiz;6.1;;;;;"Drehen, Schleifen"\n'
    )
    assert values(draft, "name") == ["Mustermann Maschinenbau", "Schmidt & Söhne", "Beispiel"]
    assert [place["country"] for place in values(draft, "place")] == ["DE", "DE", "CH"]
    assert values(draft, "products") == [["Drehen", "Fräsen"], ["Fräsen", "Schleifen"], ["Drehen", "Schleifen"]]
    assert values(draft, "name", "hall") == ["Halle 5", "Halle 6.1"]
    assert records(draft)[2].values["hall"] == Link("hall", "6.1")
    assert draft.unplaced[0].cells == {"Straße": "Hauptstr. 5", "PLZ": "30159"}
    assert codes(draft) == ["I010", "I010"]


def test_a_belarusian_list_is_told_to_be_belarusian() -> None:
    draft = read_list(
        "Назва арганізацыі;Краіна;Горад;Нумар стэнда;Від дзейнасці;Кантактная асоба;Тэлефон\n"
        "РУП «Шынны завод»;Беларусь;г. Бабруйск;Зала 2, стэнд 15;Шыны;Сідарэнка Ў.І.;+375 225 11 22 33\n"
        "РУП «Пошта»;Беларусь;Мінск;;Паштовыя паслугі;;\n"
    )
    assert [place["city"] for place in values(draft, "place")] == [{"be": "Бабруйск"}, {"be": "Мінск"}]
    assert values(draft, "sectors") == [[{"be": "Шыны"}], [{"be": "Паштовыя паслугі"}]]
    assert values(draft, "name", "hall") == [{"be": "Зала 2"}]
    assert codes(draft, 3) == ["I005"]


def test_an_english_list_with_group_names_above_the_header() -> None:
    draft = read_list(
        "General,,Contact person,,,Location,\n"
        "Company,Country,Name,E-mail,Phone,Hall,Booth\n"
        "Alpha Ltd,UK,John Smith,j.smith@alpha.example,+44 20 1112233,2,B12\n"
        "Beta Inc.,USA,,,,2,B13\n"
    )
    first = records(draft)[0].values
    assert values(draft, "name") == ["Alpha", "Beta"]
    assert first["people"] == ["John Smith"]
    assert first["email_private"] == ["j.smith@alpha.example"]
    assert "email" not in first
    assert "phone" not in first
    assert draft.unplaced[0].cells == {"Phone": "+44 20 1112233"}


def test_a_grid_of_branches_in_which_cells_are_ticked() -> None:
    draft = read_list(
        "Aussteller;Stand;Robotik;Antriebe;Sensorik\nAlpha;A1;x;;\nBeta;A2;x;x;\nGamma;A3;;;x\nDelta;A4;;;\n"
    )
    assert values(draft, "sectors") == [["Robotik"], ["Robotik", "Antriebe"], ["Sensorik"], None]
    assert draft.columns["Robotik"] == "sectors"


def test_firms_that_are_called_like_headings_and_sums_stay() -> None:
    draft = read_list("Company;Country;Stand\nTotal Energies;;12\nHall AG;;\nSource GmbH;;\nSumme & Partner;;7\nX;;9\n")
    assert [firm for firm in values(draft, "name") if firm] == [
        "Total Energies",
        "Hall",
        "Source",
        "Summe & Partner",
        "X",
    ]


def test_names_in_several_languages_under_one_heading_become_a_language_table() -> None:
    draft = read_list(
        "№;Название;;Страна;Стенд\n"
        ";рус;англ;;\n"
        "1;ОАО «Заря»;Zarya JSC;Беларусь;12\n"
        "2;ООО «Восток»;;Россия;13\n"
    )  # fmt: skip
    assert values(draft, "name")[0]["ru"] == "Заря"
    assert values(draft, "name")[0]["en"].startswith("Zarya")
    assert values(draft, "name")[1] == "Восток"
    assert draft.columns["Название / рус"] == "name.ru"
    assert draft.columns["Название / англ"] == "name.en"


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("Название (рус);Название (англ.)", {"ru": "Заря", "en": "Dawn"}),
        ("name_ru;name_en", {"ru": "Заря", "en": "Dawn"}),
        ("Название;Name EN", {"ru": "Заря", "en": "Dawn"}),
        ("Назва (бел);Название на английском языке", {"be": "Заря", "en": "Dawn"}),
    ],
)
def test_names_by_language(header: str, wanted: dict[str, str]) -> None:
    draft = read_list(f"{header};Стенд\nЗаря;Dawn;А12\nВосход;;А13\n")
    assert values(draft, "name")[0] == wanted


def test_sections_repeated_headers_pages_and_initials() -> None:
    draft = read_list(
        "Перечень участников\n"
        "Форма № 3\n"
        "№ п/п,Наименование предприятия,Область,Место\n"
        "Республика Татарстан,,,\n"
        "1,АО «Казань»,,А-1\n"
        "А,,,\n"
        "2,ООО «Волга»,,А-2\n"
        "Минская область,,,\n"
        "№ п/п,Наименование предприятия,Область,Место\n"
        "3,ЗАО «Минск-Агро»,,Б-1\n"
        "Страница 1 из 2,,,\n"
        "Всего участников: 3,,,\n"
    )
    assert values(draft, "place") == [{"region": "RU-TA"}, {"region": "RU-TA"}, {"region": "BY-MI"}]
    assert draft.rows == 3
    assert [codes(draft, row) for row in (4, 6, 8, 9, 11, 12)] == [
        ["I012"], ["I013"], ["I012"], ["I013"], ["I013"], ["I013"],
    ]  # fmt: skip
    assert accounted(draft) >= {1, 2, *range(4, 13)}


def test_groups_that_stand_in_the_column_of_names() -> None:
    draft = read_list(
        "Exhibitor;Country;Stand\nMachine tools;;\nAlpha GmbH;Germany;A1\nBeta SA;France;A2\nRobotics;;\n"
        "Gamma Inc.;USA;B1\nDelta KK;Japan;B2\n"
    )
    assert draft.rows == 4
    assert values(draft, "sectors") == [["Machine tools"], ["Machine tools"], ["Robotics"], ["Robotics"]]


def test_a_name_alone_in_its_row_is_an_exhibitor_where_no_list_is_grouped() -> None:
    draft = read_list("Exhibitor;Country;Stand\nAlpha GmbH;Germany;A1\nBeta SA;;\nGamma Inc.;USA;B1\nDelta KK;;\n")
    assert len(records(draft)) == 4
    assert "I012" not in codes(draft)


def test_rows_that_go_on() -> None:
    draft = read_list("Компания;Стенд;Продукция\nООО «А»;1;станки\n;2;инструмент\nООО «Б»;3;\n")
    first = records(draft)[0]
    assert [link.key for link in first.values["stands"]] == ["#1", "#2"]
    assert first.values["products"] == [{"ru": "станки"}, {"ru": "инструмент"}]
    assert [origin.row for origin in first.origins] == [2, 3]
    assert codes(draft, 3) == ["I018"]


def test_a_list_without_a_header_is_told_by_what_stands_in_it() -> None:
    draft = read_list(
        "ООО «Ромашка»;Россия;A12;info@romashka.example\n"
        "ЗАО «Лютик»;Беларусь;A14;info@lutik.example\n"
        "ЧУП «Василёк»;Беларусь;A15;v@vasilek.example\n"
    )
    assert draft.columns == {"A": "name", "B": "country", "C": "stand", "D": "email"}
    assert values(draft, "name") == ["Ромашка", "Лютик", "Василёк"]
    assert codes(draft)[0] == "I015"
    assert codes(draft).count("I011") == 4


def test_values_in_the_wrong_column_move_where_their_own_is_empty() -> None:
    draft = read_list(
        "Компания;Страна;Стенд;Телефон;Email;Сайт\n"
        "Ромашка;Россия;1200 руб.;info@a.example;;\n"
        "Лютик;Беларусь;А1;https://lutik.example;l@lutik.example;\n"
        "Мак;Беларусь;А2;+375 17 2000000;mak@mak.example;\n"
    )
    first, second, _ = records(draft)
    assert first.values["email"] == ["info@a.example"]
    assert "phone" not in first.values
    assert second.values["site"] == "https://lutik.example"
    assert codes(draft, 2) == ["I009", "I009", "I005"]
    assert codes(draft, 3) == ["I009"]
    assert draft.unplaced[0].cells == {"Стенд": "1200 руб."}


def test_what_is_odd_in_letters() -> None:
    draft = read_list('Company;Stand\nM?ller GmbH;A1\n"ООО ""Агро ""Сервис""";A2\n«Пoле;A3\nWhat? Ltd;A4\n')
    assert codes(draft, 2) == ["I003"]
    assert "I008" in codes(draft, 3)
    assert set(codes(draft, 4)) >= {"I004", "I008"}


def test_columns_of_one_name_lose_nothing() -> None:
    draft = read_list(
        "Компания;Телефон;Телефон;Код;Код;Стенд;Стенд\nРомашка;+375 17 2000000;+375 17 2000001;x1;y2;A1;A2\n"
    )
    only = records(draft)[0].values
    assert len(only["phone"]) == len(only["stands"]) == 2
    assert draft.unplaced[0].cells == {"Код": "x1; y2"}


def test_names_in_networks_and_days_above_columns() -> None:
    draft = read_list("Экспонент,Telegram,Instagram,Стенд\nАльфа,@alfa,https://instagram.com/alfa,A1\nБета,,,A2\n")
    assert values(draft, "social")[0] == ["https://t.me/alfa", "https://instagram.com/alfa"]
    days = read_list("Компания;29.09;30.09;01.10;Стенд\nАльфа;+;+;;1\nБета;;+;+;2\n")
    assert values(days, "name") == ["Альфа", "Бета"]
    assert days.unplaced[0].cells == {"29.09": "+", "30.09": "+"}


def test_a_name_may_ask_something() -> None:
    assert codes(read_list("Company;Stand\nWhat Shall We Play?;A1\nWho Is It?;A2\n")) == []


def test_a_place_on_a_shared_stand_is_kept_beside_the_stand() -> None:
    draft = read_list(
        'Exhibitor;Booth\nAlpha;"Hall 26, Stand E98, (26)"\nBeta;"Hall 26, Stand E98"\nGamma;Digital Only\n'
        "Delta;Open-air site (FG)\nEpsilon;Booth no. to follow shortly\n"
    )
    assert [link.key for [link] in values(draft, "stands")[:2]] == ["26#e.98", "26#e.98"]
    assert len(records(draft, "stand")) == 1
    assert [kept.cells["Booth"] for kept in draft.unplaced] == [
        "Hall 26, Stand E98, (26)", "Digital Only", "Booth no. to follow shortly",
    ]  # fmt: skip
    assert [odd.row for odd in draft.oddities if odd.code == "I005"] == [4, 5, 6]


def test_hosts_and_guests_by_their_columns() -> None:
    draft = read_list(
        "Exhibitor,Main exhibitor,Stand,Type\nBig Works,,A1,Main exhibitor\nSmall Works,Big Works,A1,Co-exhibitor\n"
    )
    assert values(draft, "participation") == ["exhibitor", "co-exhibitor"]
    assert values(draft, "host") == [None, "Big Works"]


def test_the_address_of_a_person_is_private() -> None:
    draft = read_list(
        "Компания;Контактное лицо;Email;Телефон\n"
        "Ромашка;Иванов Пётр;ivanov@romashka.example;+7 495 1112233\n"
        "Лютик;Петрова Анна;info@lutik.example;\n"
        "Мак;Сидоров Олег, sidorov@mak.example;;\n"
    )
    assert values(draft, "email_private") == [["ivanov@romashka.example"], None, ["sidorov@mak.example"]]
    assert records(draft)[1].values["email"] == ["info@lutik.example"]
    assert records(draft)[2].values["people"] == [{"ru": "Сидоров Олег"}]


def test_one_column_with_every_way_to_reach_someone() -> None:
    draft = read_list(
        "Организация;Контакты\n"
        "Ромашка;\"тел.: +375 17 200-00-00, e-mail: info@r.example, www.romashka.example\"\n"
        "Лютик;info@l.example\n"
    )  # fmt: skip
    first = records(draft)[0].values
    assert first["phone"] == ["+375 17 200-00-00"]
    assert first["email"] == ["info@r.example"]
    assert first["site"].endswith("www.romashka.example")


def test_a_programme_with_days_kept_from_the_row_above() -> None:
    draft = read_list(
        "Дата;Время;Зал;Тема;Спикер;Модератор\n"
        "29.09.2025;10:00–11:30;Конференц-зал 1;Открытие;Иванов Иван, министр;\n"
        ";12:00-13:00;Конференц-зал 2;Цифровые двойники;Петров Пётр, Сидоров Сидор;Иванов Иван\n"
        "30.09.2025;10:00;Зал 3;Экспорт;Ли Вэй;\n"
    )
    assert values(draft, "date", "session") == [date(2025, 9, 29), date(2025, 9, 29), date(2025, 9, 30)]
    assert values(draft, "starts", "session") == [time(10), time(12), time(10)]
    assert values(draft, "ends", "session") == [time(11, 30), time(13), None]
    assert [person.values["name"] for person in records(draft, "person")] == [
        "Иванов Иван", "Петров Пётр", "Сидоров Сидор", "Ли Вэй",
    ]  # fmt: skip
    assert records(draft, "person")[0].values["role"] == {"ru": "министр"}
    assert [remark.field for remark in records(draft, "session")[1].remarks] == ["date"]


def test_a_programme_with_headings_of_days_and_rooms() -> None:
    draft = read_list(
        "Деловая программа форума «Цифра»\n"
        "Время;Мероприятие;Место проведения\n"
        "29 сентября 2026 г.;;\n"
        "Зал «Минск»;;\n"
        "10.00-11.00;Регистрация;\n"
        "30 сентября 2026 г.;;\n"
        "11.00-12.30;Пленарное заседание;Большой зал\n"
    )
    assert draft.fair["name"] == {"ru": "Цифра"}
    assert values(draft, "date", "session") == [date(2026, 9, 29), date(2026, 9, 30)]
    assert values(draft, "room", "session") == [{"ru": "Зал «Минск»"}, {"ru": "Большой зал"}]


def test_a_programme_by_start_and_length() -> None:
    draft = read_list(
        "Session;Date;Start;Duration;Room;Speaker 1;Speaker 2;Language\n"
        "Opening;2026-04-20;23:30;90;Stage;Jane Doe;John Roe;en\n"
        "AI at work;2026-04-20;11:00;1 h;Room B;Jane Doe;;Deutsch\n"
    )
    assert values(draft, "ends", "session") == [time(1), time(12)]
    assert values(draft, "language", "session") == ["en", "de"]
    assert len(records(draft, "session")[0].values["speakers"]) == 2
    assert len(records(draft, "person")) == 2


def test_lists_of_people_and_of_stands() -> None:
    people = read_list("Firma;Name;Vorname;Funktion;E-Mail\nMuster GmbH;Meier;Anna;Vertrieb;anna@muster.example\n")
    person = records(people, "person")[0].values
    assert (person["name"], person["role"]) == ("Anna Meier", "Vertrieb")
    assert not records(people)
    assert people.unplaced[0].cells == {"E-Mail": "anna@muster.example"}
    stands = read_list(
        "Зал;Стенд;Площадь, кв.м;Тип стенда;Название\n1;A12;24;угловой;\n1;A13;36,5;коллективный;Стенд области\n"
    )
    assert values(stands, "area_m2", "stand") == [24, 36.5]
    assert values(stands, "name", "stand") == [None, {"ru": "Стенд области"}]
    assert values(stands, "kind", "stand")[1] == "shared"


def test_several_files_of_one_fair_meet() -> None:
    files = [
        Incoming("a.csv", "Компания;Зал;Стенд\nРомашка;1;A12\n".encode()),
        Incoming("b.csv", "Зал;Стенд;Площадь\n1;A 12;24\n".encode()),
        Incoming("c.csv", "ФИО;Должность;Организация\nИванов Иван;директор;Ромашка\n".encode()),
    ]
    draft = read(files, Asked())
    assert len(records(draft, "stand")) == 1
    assert records(draft, "stand")[0].values["area_m2"] == 24
    assert len(records(draft, "person")) == 1
    assert draft.rows == 3


def _cells(rows: list[list[str | int]]) -> dict[str, str]:
    return {
        f"{chr(65 + at)}{number}": made.text(cell) if isinstance(cell, str) else made.number(cell)
        for number, row in enumerate(rows, 1)
        for at, cell in enumerate(row)
        if cell != ""
    }


def test_a_workbook_with_merged_cells_each_sheet_by_itself() -> None:
    participants = made.worksheet(
        _cells([
            ["Список участников выставки «ТЕСТ-2026»"],
            ["№", "Название", "", "Контакты", ""],
            ["", "рус", "англ", "Телефон", "E-mail"],
            ["Зал 1"],
            [1, "ООО «Альфа»", "Alpha LLC", "+375 17 2000000", "a@alpha.by"],
            [2, "ООО «Бета»", "Beta LLC"],
            ["Зал 2"],
            [3, "ООО «Гамма»", "Gamma LLC"],
        ]),
        ["A1:E1", "A2:A3", "B2:C2", "D2:E2", "A4:E4", "A7:E7"],
    )  # fmt: skip
    legend = made.worksheet(_cells([["Легенда"], ["x - участие"]]))
    programme = made.worksheet(_cells([["Время", "Тема"], ["10:00", "Перерыв"], ["12:00", "Перерыв"]]))
    book = made.workbook({"Участники": participants, "Легенда": legend, "Программа": programme})
    draft = read([Incoming("fair.xlsx", book)], Asked())
    assert values(draft, "name") == [
        {"ru": "Альфа", "en": "Alpha"}, {"ru": "Бета", "en": "Beta"}, {"ru": "Гамма", "en": "Gamma"},
    ]  # fmt: skip
    assert [link.key for link in values(draft, "hall")] == ["1", "1", "2"]
    assert values(draft, "starts", "session") == [time(10), time(12)]
    assert [odd.code for odd in draft.oddities if odd.file == "fair.xlsx [Легенда]"] == ["I019"]
    assert draft.rows == 5


def test_a_hall_above_each_part_of_a_list() -> None:
    draft = read_list("ПАВИЛЬОН 1\nСтенд;Экспонент\n101;Алмаз\n102;Берилл\nПАВИЛЬОН 2\nСтенд;Экспонент\n201;Гранат\n")
    assert [link.key for [link] in values(draft, "stands")] == ["1#101", "1#102", "2#201"]
    assert values(draft, "name", "hall") == [{"ru": "Павильон 1"}, {"ru": "Павильон 2"}]


def test_countries_above_the_rows_beside_a_column_of_countries_that_is_empty() -> None:
    draft = read_list(
        "Участники выставки;Страна;Город;Стенд\nБеларусь;;;\nЗавод А;;Минск;A1\nЗавод Б;;Брест;A2\nРоссия;;;\n"
        "Завод В;;Москва;B1\n"
    )
    assert [place["country"] for place in values(draft, "place")] == ["BY", "BY", "RU"]


def test_a_name_with_an_address_in_one_cell() -> None:
    draft = read_list(
        "Наименование организации, адрес;Сфера деятельности;Павильон/стенд\n"
        '"ООО ""Ромашка"", г. Минск, ул. Лесная, 5";пищевая, перерабатывающая промышленность;пав. 1 ст. 15\n'
    )
    only = records(draft)[0].values
    assert only["name"] == "Ромашка"
    assert only["place"]["city"] == {"ru": "Минск"}
    assert only["sectors"] == [{"ru": "пищевая, перерабатывающая промышленность"}]
    assert [stand.key for stand in records(draft, "stand")] == ["1#15"]


def test_towns_are_read_from_addresses_that_stay_as_they_are() -> None:
    draft = read_list(
        "№ п/п;Название организации;Страна;Адрес, тел., факс, e-mail, www;Продукция (услуги);№ павильона, № стенда\n"
        '1.;"ОАО ""Тягач""";Беларусь;"220009, г. Минск, ул. Долгая, 29, тел. (+375 17) 246-00-09, e-mail: '
        'info@tyagach.by, www.tyagach.by";тракторы;Пав. 1, ст. 12\n'
        "2.;ООО Комбайн;Россия;344029, Ростов-на-Дону, ул. Короткая, 2, тел.: +7 863 250 00 40;"
        "комбайны;Пав. 1, ст. 14\n"
    )
    first, second = (record.values for record in records(draft))
    assert first["place"] == {"country": "BY", "city": {"ru": "Минск"}}
    assert first["phone"] == ["+375 17 246-00-09"]
    assert first["email"] == ["info@tyagach.by"]
    assert second["place"]["city"] == {"ru": "Ростов-на-Дону"}
    assert draft.unplaced[0].cells["Адрес, тел., факс, e-mail, www"].startswith("220009, г. Минск, ул. Долгая, 29")
    german = read_list("Aussteller;Adresse\nMuster GmbH;Hauptstr. 5, 30159 Hannover, Deutschland\n")
    assert values(german, "place") == [{"city": "Hannover", "country": "DE"}]


def test_an_export_with_names_of_fields_for_names_of_columns() -> None:
    draft = read_list(
        "id;companyName;street;zipCode;city;countryCode;hall;stand;phone;email;url;mainExhibitorName\n"
        "a-100;Alpha GmbH;Weg 1;30159;Hannover;DE;Halle 4;B12;+49 511 111111;info@alpha.de;https://alpha.de;\n"
        "101;Beta AG;Weg 2;80331;München;DE;Halle 4;B12;;;;Alpha GmbH\n"
    )
    assert [record.id for record in records(draft)] == ["a-100", ""]
    assert values(draft, "host") == [None, "Alpha"]
    assert draft.unplaced[1].cells["id"] == "101"


def test_a_chinese_list_is_told_by_what_stands_in_it() -> None:
    draft = read_list("名单,产地,编号,主页\n红花有限公司,China,A12,www.honghua.com\n白云集团,China,B13,www.baiyun.cn\n")
    assert draft.columns == {"名单": "name", "产地": "country", "编号": "stand", "主页": "site"}
    assert draft.rows == 2


def test_offices_and_firms_behind_the_names_of_speakers() -> None:
    draft = read_list(
        "Tag;Von;Bis;Titel;Referent;Raum\n"
        "20.04.2026;09:30;10:00;Begrüßung;Dr. Anna Meier, Messe AG;Saal 1\n"
        ";10:00;11:00;Keynote;Karl Schulz (Vorstand, Beispiel GmbH);Saal 1\n"
    )
    people = [record.values for record in records(draft, "person")]
    assert [person["name"] for person in people] == ["Dr. Anna Meier", "Karl Schulz"]
    assert [person["organisation"] for person in people] == [{"en": "Messe AG"}, {"en": "Beispiel GmbH"}]
    assert people[1]["role"] == "Vorstand"


def test_prose_is_no_list() -> None:
    with pytest.raises(ForeignError):
        read_list("Dear all,\nhere is what we talked about:\nfirst, the stands;\nthen the halls, too!\nYours,\n")


def test_a_header_in_words_that_nobody_knows_is_found_by_what_was_told() -> None:
    text = "Messe Nord\nWer;Was\nAlpha GmbH;Holz\nBeta AG;Stahl\n"
    draft = read_list(text, columns={"Wer": "name", "Was": "products"})
    assert values(draft, "name") == ["Alpha", "Beta"]
    assert draft.columns == {"Wer": "name", "Was": "products"}


def test_columns_of_one_name_lose_nothing_that_stands_within_another() -> None:
    draft = read_list("Name;Stand;Memo;Memo\nAlpha;A1;15;5\nBeta;A2;7;\n")
    assert [kept.cells for kept in draft.unplaced] == [{"Memo": "15; 5"}, {"Memo": "7"}]


def test_columns_that_were_told() -> None:
    text = "Кто;Где;Прочее\nРомашка;A12;x\nЛютик;A13;y\n"
    draft = read_list(text, columns={"кто": "name", "Где": "stand", "Прочее": "-"})
    assert values(draft, "name") == ["Ромашка", "Лютик"]
    assert not draft.unplaced
    assert draft.columns == {"Кто": "name", "Где": "stand", "Прочее": "-"}
    kept = read_list(text, columns={"Кто": "company", "Где": "stands", "Прочее": "raw"})
    assert kept.unplaced[0].cells == {"Прочее": "x"}
    assert "I010" not in codes(kept)
    told = read_list("Компания;Name\nРомашка;Daisy\n", columns={"Name": "name.en"})
    assert values(told, "name") == [{"ru": "Ромашка", "en": "Daisy"}]


@pytest.mark.parametrize(
    ("columns", "near"),
    [({"Компания": "stnad"}, "stand"), ({"Компаня": "name"}, "Компания"), ({"Компания": "name.xx1"}, "")],
)
def test_columns_told_wrongly(columns: dict[str, str], near: str) -> None:
    with pytest.raises(UsageError) as told:
        read_list("Компания;Стенд\nРомашка;A12\n", columns=columns)
    assert near in str(told.value.values.get("near", ""))
    assert told.value.hint
    assert told.value.hint.format(**told.value.values)


def test_what_was_kept_of_an_earlier_import_never_stands_in_the_way() -> None:
    kept = {"Название": "title", "Стенд": "nonsense", "Давно": "stand", "Бренд": "sectors"}
    draft = read_list("Название;Стенд;Бренд\nРомашка;A12;Цветы\n", kept_columns=kept)
    assert values(draft, "name") == ["Ромашка"]
    assert values(draft, "sectors") == [[{"ru": "Цветы"}]]


def test_a_mapping_that_is_printed_gives_the_same_draft_again() -> None:
    text = "Название;Name EN;Страна;Стенд;Прочее\nРомашка;Daisy;Россия;A12;x\nЛютик;;Беларусь;A13;\n"
    first = read_list(text)
    again = read_list(text, columns={name: field or "raw" for name, field in first.columns.items()})
    assert [record.values for record in first] == [record.values for record in again]
    assert first.unplaced == again.unplaced


def test_a_row_that_reads_like_names_of_columns_is_a_record() -> None:
    one = read_list("Компания\nФирма 1\nКомпания Стенд\nУчастник\n")
    assert len(records(one)) == 3
    two = read_list("Company;Stand;Note\nExhibitor House;;\nCompany Hall Ltd;A2;\n")
    assert len(records(two)) == 2


def test_what_names_nothing_is_refused() -> None:
    with pytest.raises(ForeignError) as refused:
        read_list("1;2\n3;4\n5;6\n")
    assert refused.value.exit_code == 3
    assert "--map" in refused.value.hint


def test_every_field_that_can_be_told_is_a_field_of_some_list() -> None:
    known = frozenset().union(*FIELDS.values()) | PLACELESS
    assert {field for field in NAMES if field not in known} == {"organisation"} - known
    for fields in FIELDS.values():
        for field in fields:
            assert meaning_told("A", field).field == field


_ANY = st.one_of(
    st.sampled_from(["", "", "ООО «Ромашка»", "Stand A12", "Зал 1", "Итого: 3", "Россия", "1", "10:00", "29.09.2025",
                     "info@x.example", "https://x.example", "+375 17 2000000", "Название", "Стенд", "?", "А",
                     "1200 руб."]),
    st.text(max_size=12),
)  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(_ANY, min_size=1, max_size=6), max_size=12), st.booleans())
def test_no_row_is_ever_lost_silently(rows: list[list[str]], headed: bool) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    if headed:
        writer.writerow(["№", "Наименование", "Страна", "Стенд", "Телефон", "Время"])
    writer.writerows(rows)
    data = text.getvalue().encode()
    try:
        draft = read([Incoming("list.csv", data)], Asked())
    except ForeignError:
        return
    body = {number for number, cells in laid_out(sheets_of(Incoming("list.csv", data))[0].rows).body if any(cells)}
    assert not body - accounted(draft)


@pytest.mark.skipif("GUIDE_DATASETS" not in os.environ, reason="GUIDE_DATASETS does not lead to the data sets")
def test_an_organisers_own_export_of_thousands_of_rows() -> None:
    data = (Path(os.environ["GUIDE_DATASETS"]) / "hannover-2026" / "Exhibitors.cp1252.csv").read_bytes()
    done: list[tuple[int, int]] = []
    draft = read([Incoming("Exhibitors.csv", data)], Asked(tick=lambda *at: done.append(at)))
    assert draft.rows == len(records(draft)) == 2739
    assert draft.fair["name"] == "HANNOVERMESSE 2026"
    lost = {odd.row for odd in draft.oddities if odd.code == "I003" and odd.column == "Exhibitor"}
    assert len(lost) == 21
    assert codes(draft).count("I005") == 33
    assert set(draft.columns.values()) >= {"name", "country", "city", "region", "site", "stand"}
    assert len(done) > 10
    assert all(0 <= at <= whole for at, whole in done)
