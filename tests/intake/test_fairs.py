"""The fair itself: what files and options say, what was there before, and guesses that are told."""

from datetime import date, time

import pytest

from guide.intake.draft import Draft, Origin
from guide.intake.files import Asked
from guide.intake.joined import joined
from tests.intake.drafting import catalogue_of, files_of, listed

KNOWN = {"name": "Перекрёсток", "starts": date(2025, 9, 29), "ends": date(2025, 10, 1), "timezone": "Europe/Minsk"}


def fair_of(*drafts, asked=None, earlier=None):
    whole = joined(drafts, asked or Asked(), earlier)
    return whole.fair, [(each.code, each.column) for each in whole.oddities if each.code.startswith("I08")]


def test_what_files_say_is_taken_and_nothing_is_told():
    fair, told = fair_of(listed([{"name": "Луч"}], **KNOWN))
    assert {key: fair[key] for key in KNOWN} == KNOWN
    assert (fair["id"], told) == ("perekrestok-2025", [])


def test_what_stands_first_holds():
    fair, _ = fair_of(Draft(fair={"name": "Моя"}), listed([{"name": "Луч"}], **KNOWN))
    assert fair["name"] == "Моя"


def test_the_days_of_a_programme_are_those_of_the_fair_if_nothing_else_says_so():
    draft = listed([], name="Ярмарка", timezone="Europe/Minsk")
    for day in (30, 29):
        draft.put("session", str(day), {"title": f"{day}", "date": date(2025, 9, day)}, Origin("p.xml", day))
    fair, told = fair_of(draft)
    assert (fair["starts"], fair["ends"], told) == (date(2025, 9, 29), date(2025, 9, 30), [("I083", "fair.starts")])


def test_the_days_of_opening_hours_are_days_of_the_fair():
    hours = [{"date": date(2025, 9, day), "opens": time(10)} for day in (30, 29)]
    fair, told = fair_of(listed([], name="Ярмарка", timezone="Europe/Minsk", hours=hours))
    assert (fair["starts"], fair["ends"], told) == (date(2025, 9, 29), date(2025, 9, 30), [])


def test_what_nothing_says_is_a_guess_with_a_comment_and_a_way_to_mend_it():
    draft = listed([{"name": "Луч", "country": "BY"}, {"name": "Заря", "country": "BY"}], "Ярмарка.xlsx")
    fair, told = fair_of(draft)
    assert (fair["name"], fair["starts"], fair["timezone"]) == ("Ярмарка", date(2025, 1, 1), "Europe/Minsk")
    assert told == [("I080", "fair.name"), ("I081", "fair.starts"), ("I082", "fair.timezone")]
    text = files_of(draft, language="en")["fair.toml"]
    for key in ("name", "starts", "timezone"):
        line = next(n for n, line in enumerate(text.split("\n")) if line.startswith(f"{key} = "))
        assert text.split("\n")[line - 1].startswith("# No file says ")
    assert catalogue_of(draft).fair.ends == date(2025, 1, 1)


@pytest.mark.parametrize(
    ("countries", "zone"), [("BY RU DE", "Europe/Minsk"), ("DE DE BY", "Europe/Berlin"), ("", "UTC"), ("AQ", "UTC")]
)
def test_the_zone_is_guessed_by_where_most_come_from(countries, zone):
    rows = [{"name": f"Луч {n}", "country": country} for n, country in enumerate(countries.split())]
    assert fair_of(listed(rows))[0]["timezone"] == zone


def test_the_zone_of_the_grounds_and_an_asked_one_are_no_guess():
    venue = {"name": "Павильон", "place": {"country": "KZ"}}
    fair, told = fair_of(listed([], **{**KNOWN, "timezone": "", "venue": venue}))
    assert (fair["timezone"], told) == ("Asia/Almaty", [])
    fair, told = fair_of(listed([], **{**KNOWN, "timezone": ""}), asked=Asked(timezone="Asia/Omsk"))
    assert (fair["timezone"], told) == ("Asia/Omsk", [])


def test_a_year_in_the_name_is_the_year_of_a_guessed_day():
    assert fair_of(listed([], name="Ярмарка 2031"))[0]["starts"] == date(2031, 1, 1)


def test_days_the_wrong_way_round_are_turned_and_told():
    fair, told = fair_of(listed([], **{**KNOWN, "starts": date(2025, 10, 1), "ends": date(2025, 9, 29)}))
    assert (fair["starts"], fair["ends"], told) == (date(2025, 9, 29), date(2025, 10, 1), [("I084", "fair.ends")])


def test_an_earlier_guess_stays_with_its_comment(monkeypatch):
    draft = listed([{"name": "Луч"}])
    earlier = catalogue_of(draft)
    before = files_of(draft)
    monkeypatch.setenv("GUIDE_NOW", "2026-01-15T10:00")
    assert files_of(listed([{"name": "Луч"}]), earlier=earlier)["fair.toml"] == before["fair.toml"]
    assert files_of(listed([{"name": "Луч"}]))["fair.toml"] != before["fair.toml"]


def test_people_of_a_programme_have_a_role():
    draft = listed([{"name": "Луч"}])
    origin = Origin("p.xml", 1)
    speaker = draft.link("person", "anna", {"name": "Анна"}, origin)
    draft.link("person", "boris", {"name": "Борис"}, origin)
    draft.put("session", "1", {"title": "Доклад", "speakers": [speaker]}, origin)
    people = catalogue_of(draft).people
    assert [dict(person.role.pairs)["ru"] for person in people.values()] == ["докладчик", "представитель"]


def test_the_languages_are_those_of_the_texts_the_fullest_first_without_the_guides_own_words():
    rows = [{"name": {"ru": "Луч", "en": "Ray"}, "region": "BY-BR"}, {"name": {"ru": "Заря"}}]
    draft = listed(rows)
    origin = Origin("p.xml", 1)
    draft.put("session", "1", {"title": "x", "speakers": [draft.link("person", "a", {"name": "А"}, origin)]}, origin)
    assert fair_of(draft)[0]["languages"] == ["ru", "en"]
    assert "languages" not in fair_of(listed([{"name": "Луч", "region": "BY-BR"}]))[0]


def test_what_is_no_id_becomes_one_and_a_name_that_is_too_long_is_cut():
    draft = listed([{"name": "Луч"}], **{**KNOWN, "id": "Весна: 2027", "name": "очень " * 100})
    fair = catalogue_of(draft).fair
    assert fair.id == "vesna-2027"
    assert fair.name.texts()[0].endswith("…")
