"""Workbooks of a whole fair: sheets of halls and speakers beside those of exhibitors, and sheets that are no lists."""

from guide.intake.calendar import read as read_calendar
from guide.intake.draft import Link, fullest
from guide.intake.files import Asked, Incoming
from guide.intake.joined import joined
from guide.intake.tables import read
from tests.intake.lists import accounted, codes, read_list, records, values
from tests.intake.made import text, workbook, worksheet


def _book(**sheets: str) -> Incoming:
    parts = {}
    for name, rows in sheets.items():
        cells = {
            f"{'ABCDEFGH'[n]}{row}": text(cell)
            for row, line in enumerate(rows.split("\n"), 1)
            for n, cell in enumerate(line.split("|"))
            if cell
        }
        parts[name] = worksheet(cells)
    return Incoming("fair.xlsx", workbook(parts))


EXHIBITORS = (
    "Company|Hall|Stand|Phone|Email\nAlpha|1|A1|+375 17 200-00-00|info@alpha.by\nBeta|2|B1|+375 17 300-00-00|hi@beta.by"
)


def test_a_list_of_halls_names_halls_and_no_exhibitors() -> None:
    files = [
        Incoming("a.csv", "Firma;Halle;Stand;Land\nAlpha GmbH;3;B12;DE\nBeta AG;FG;F3;CH\n".encode("cp1252")),
        Incoming("b.csv", "Halle;Bezeichnung;Fläche m²\n3;Backtechnik;8000\nFG;Freigelände;2000\n".encode("cp1252")),
    ]
    draft = joined([read(files, Asked())], Asked())
    assert values(draft, "name") == ["Alpha", "Beta"]
    assert values(draft, "name", "hall") == ["Halle 3, Backtechnik", "Freigelände"]
    assert {"Fläche m²": "8000"} in [dict(kept.cells) for kept in draft.unplaced]


def test_names_of_halls_alone_are_halls_but_firms_in_halls_are_not() -> None:
    halls = read_list("Название;Площадь\nПавильон 1 «Техника»;400\nПавильон 2 «Семена»;500\n")
    assert not halls.of("exhibitor")
    assert values(halls, "name", "hall") == [{"ru": "Павильон 1 «Техника»"}, {"ru": "Павильон 2 «Семена»"}]
    assert set(halls.of("hall")) == {"1", "2"}
    assert values(read_list("Name,Hall\nAlpha,1\nBeta,2\n"), "name") == ["Alpha", "Beta"]
    assert values(read_list("Name,Hall,Area\nAlpha,1,20\nBeta,2,30\n"), "name") == ["Alpha", "Beta"]
    assert values(read_list("Hall,Name,Area\n1,Alpha Ltd,20\n2,Beta Inc,30\n"), "name") == ["Alpha", "Beta"]


def test_a_legend_beside_lists_makes_no_exhibitors_and_is_kept_whole() -> None:
    draft = read([_book(List=EXHIBITORS, Legend="Signs\nA|machines\nB|seeds\n*|with support")], Asked())
    assert values(draft, "name") == ["Alpha", "Beta"]
    kept = [dict(each.cells) for each in draft.unplaced if "Legend" in each.origin.file]
    assert kept == [
        {"A": "Signs"},
        {"A": "A", "B": "machines"},
        {"A": "B", "B": "seeds"},
        {"A": "*", "B": "with support"},
    ]
    assert "I019" in codes(draft)


def test_a_row_that_is_left_out_keeps_its_other_cells() -> None:
    draft = read_list("Company,Stand,Area\nAlpha,A1,10\nBeta,A2,20\nTotal:,,30\n")
    assert 4 in accounted(draft)
    assert {"Company": "Total:", "Area": "30"} in [dict(kept.cells) for kept in draft.unplaced]


def test_the_office_that_a_list_of_speakers_names_holds_against_none() -> None:
    programme = (
        "Date|Time|Title|Room|Speakers\n2026-10-15|10:00|Opening|Hall 1|Ann Lee\n2026-10-16|11:00|Talk|Hall 1|Cy Roth"
    )
    people = "Full name|Position|Organisation\nAnn Lee|Director|Alpha\nCy Roth|Engineer|Beta"
    draft = joined([read([_book(Programme=programme, Speakers=people)], Asked())], Asked())
    assert values(draft, "role", "person") == ["Director", "Engineer"]
    assert "I042" not in codes(draft)


def test_what_columns_of_one_name_are_for_suits_every_sheet_when_it_is_told() -> None:
    people = (
        "Full name|Position|Company|Phone|Email\nAnn Lee|Director|Alpha|+375 29 1112233|ann@mail.by\nCy Roth|CTO|Beta||"
    )
    book = _book(List=EXHIBITORS, Speakers=people)
    first = read([book], Asked())
    told = {name: field or "raw" for name, field in first.columns.items() if name}
    again = read([book], Asked(columns=told))
    assert values(first, "phone") == values(again, "phone") == [["+375 17 200-00-00"], ["+375 17 300-00-00"]]
    assert [record.values for record in records(first)] == [record.values for record in records(again)]
    assert values(again, "name", "person") == ["Ann Lee", "Cy Roth"]


def test_a_hall_beside_a_room_with_a_number_is_not_taken_for_said() -> None:
    programme = (
        "Дата;Час;Мерапрыемства;Зала;Павільён\n"
        "15.10.2026;10:00;Адкрыццё;Канферэнц-зала 1;1\n16.10.2026;12:00;Сеялкі;Зала 2;2\n"
    )
    draft = read_list(programme)
    assert values(draft, "hall", "session") == [Link("hall", "1"), Link("hall", "2")]
    assert fullest([draft]).rows == 2


def test_the_register_names_of_a_firm_in_several_languages_are_not_lost() -> None:
    draft = read_list(
        "Назва (бел.),Назва (рус.),Назва (англ.),Стэнд\n"
        "ТАА «Кветка»,ООО «Кветка»,Kvetka LLC,A1\n«Агра Вільня»,UAB Agro Vilnius,Agro Vilnius,A2\n"
    )
    assert values(draft, "legal_name") == ["ТАА «Кветка»", "UAB Agro Vilnius"]
    assert values(draft, "legal_form") == ["ТАА", "UAB"]
    kept = {each.origin.row: dict(each.cells) for each in draft.unplaced}
    assert kept == {2: {"Назва (рус.)": "ООО «Кветка»", "Назва (англ.)": "Kvetka LLC"}}


def test_who_calls_a_meeting_and_is_a_person_of_the_fair_is_no_organisation() -> None:
    meetings = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261016T150000\r\n"
        "SUMMARY:A meeting\r\nORGANIZER;CN=Ann Lee:mailto:ann@example.org\r\n"
        "ATTENDEE;CN=Cy Roth:mailto:cy@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    people = "Full name,Position,Organisation\nAnn Lee,Director,Alpha\nCy Roth,Engineer,Beta\n"
    drafts = [
        read([Incoming("people.csv", people.encode())], Asked()),
        read_calendar([Incoming("meetings.ics", meetings.encode())], Asked(timezone="Europe/Minsk")),
    ]
    (session,) = records(joined(drafts, Asked()), "session")
    assert session.values["speakers"] == [Link("person", "cy roth"), Link("person", "ann lee")]
    assert not session.values.get("organisations")
