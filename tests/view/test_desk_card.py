"""The desk's card: what matters most is there in every room, in the visitor's language, and nothing private."""

from datetime import datetime, timedelta
from functools import cache

import pytest
import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from guide.catalogue.check import check
from guide.catalogue.model import Catalogue, Ref
from guide.i18n import LANGUAGES, Tongue
from guide.view import names, roles
from guide.view.desk_card import desk_card
from guide.view.large_letters import drawn
from tests import hostile
from tests.catalogue.catalogues import catalogue
from tests.view.desk import KINDS, NOW, SIZES, asked, bundled, example, framed, read, shown, small

PRIVATE = "director@polesie.example"


def has_figures(card, code, cells=80, rows=24):
    """Whether the code is drawn on the card in any size."""
    lines = shown(card, cells, rows)
    for size in (3, 2, 1):
        large = [line.rstrip() for line in drawn(code, 200, 20, size)]
        for at in range(len(lines) - len(large) + 1):
            if all(each in line for each, line in zip(large, lines[at:], strict=False)):
                return True
    return False


FAIR = """
[[hall]]
id = "h1"
name = "Hall 1"
[[stand]]
code = "A1"
hall = "h1"
polygon = [[0, 0], [3, 0], [3, 3], [0, 3]]
[[stand]]
code = "A2"
hall = "h1"
polygon = [[3, 0], [6, 0], [6, 3], [3, 3]]
days = [2025-09-29, 2025-10-01]
[[stand]]
code = "C7"
[[exhibitor]]
id = "one"
name = "One"
stands = ["A1"]
[[exhibitor]]
id = "two"
name = "Two"
stands = ["A2", "C7"]
[[exhibitor]]
id = "three"
name = "Three"
stands = ["C7"]
"""


@cache
def fair(more: str = "") -> Catalogue:
    return catalogue(FAIR + more)


# What is told.


def test_the_name_is_in_the_visitors_language_and_the_clerks_is_beside_it():
    lines = shown(asked(small(), "exhibitor:polesie", visitor="be", clerk="en"))
    assert lines[0].startswith("Палескія цацкі ")
    assert lines[0].endswith("Polesie Toys · Полесские игрушки")


def test_the_legal_name_stands_beside_the_name():
    assert "ООО «Ромашка»" in shown(asked(small(), "exhibitor:romashka", visitor="ru", clerk="ru"))[0]


@pytest.mark.parametrize(("cells", "rows"), SIZES)
def test_the_code_and_the_number_of_the_hall_are_drawn_large(cells, rows):
    card = asked(small(), "exhibitor:polesie")
    assert has_figures(card, "7C5.1", cells, rows)
    assert has_figures(card, "2", cells, rows)
    assert any("Hall" in line for line in shown(card, cells, rows))


def test_the_sentence_to_read_aloud_and_the_code_spelled_out():
    card = asked(small(), "exhibitor:polesie", visitor="ru", clerk="en")
    assert card.said == "Полесские игрушки: Зал 2, стенд 7C5.1. Ищите вывеску «Брестская область»."
    assert card.spelled == "семь — Сергей — пять — точка — один"
    assert card.clerk.sentence == "Polesie Toys: Hall 2, stand 7C5.1. Look for the sign “Brest Region”."
    text = read(card)
    assert "«Полесские игрушки: Зал 2, стенд 7C5.1. Ищите вывеску „Брестская область“.»" in text
    assert "семь — Сергей — пять — точка — один" in text
    assert "EN “Polesie Toys: Hall 2, stand 7C5.1." in text
    assert "seven — Charlie — five — point — one" in text


def test_one_language_is_said_once():
    card = asked(small(), "exhibitor:polesie", visitor="en", clerk="en")
    assert card.clerk is None
    assert read(card).count("Look for the sign ‘Brest Region’") == 1


@pytest.mark.parametrize(
    ("ref", "sign"),
    [
        ("exhibitor:luch", "Veras"),  # a guest of the host on a shared stand
        ("exhibitor:polesie", "Brest Region"),  # on the stand of a region
        ("exhibitor:traktor", "The machine ground"),  # on a stand with a name
        ("exhibitor:veras", ""),  # the host itself
        ("exhibitor:romashka", ""),  # alone on its stand
        ("region:BY-BR", ""),  # its own stand
    ],
)
def test_whose_sign_to_look_for(ref, sign):
    card = asked(small(), ref)
    assert (f"Look for the sign “{sign}”." in card.said) == bool(sign)
    told = [fact.text.plain for fact in card.spots[0].facts if fact.label == "Look for the sign"]
    assert told == [sign] * bool(sign)


def test_co_exhibitors_and_the_host_are_named():
    assert "On the same stand [A-12] Luch" in read(asked(small(), "exhibitor:veras"))
    # Guests on a stand with a name of its own: the sign is the stand's, and the host is named besides.
    made = fair(
        """
        [[stand]]
        code = "D1"
        name = "Three Rivers"
        kind = "shared"
        [[exhibitor]]
        id = "host"
        name = "Host"
        stands = ["D1"]
        """
        + "".join(
            f"""
            [[exhibitor]]
            id = "guest-{number}"
            name = "Guest {number}"
            stands = ["D1"]
            host = "host"
            """
            for number in range(1, 7)
        )
    )
    card = asked(made, "exhibitor:guest-1")
    assert card.said.endswith("Look for the sign “Three Rivers”.")
    assert "Host of the stand Host" in read(card)
    assert "On the same stand Guest 2, Guest 3, Guest 4 and 2 more" in read(card)


def test_neighbours_by_the_plan_are_next_to_it_and_by_number_have_the_next_numbers():
    assert "Next to it: A2 Two" in read(asked(fair(), "exhibitor:one"))
    assert "Next numbers: A1 Romashka" in read(asked(small(), "exhibitor:veras"))
    assert "left" not in read(asked(fair(), "exhibitor:one"))


def test_of_several_stands_the_first_is_large_and_the_others_are_beneath():
    card = asked(fair(), "exhibitor:two", now=datetime(2025, 9, 29, 11))
    assert has_figures(card, "A2")
    assert not has_figures(card, "C7")
    assert "Also there stand C7" in read(card)
    assert card.said == "Two: Hall 1, stand A2. Also: stand C7."


def test_a_day_without_anyone_on_the_stand_is_told_first():
    assert "Nobody" not in read(asked(fair(), "exhibitor:two", now=datetime(2025, 9, 29, 11)))
    lines = shown(asked(fair(), "exhibitor:two"), 80, 24)
    assert lines[2] == "! Nobody is on this stand today, only on: 29 September, 1 October"


@pytest.mark.parametrize("visitor", LANGUAGES)
@pytest.mark.parametrize("ref", ["exhibitor:zarya", "exhibitor:traktor"])
def test_without_a_code_it_is_said_plainly_and_what_is_known_is_told(ref, visitor):
    card = asked(small(), ref, visitor=visitor, clerk=visitor)
    unknown = Tongue(visitor).t("stand number not published")
    hall = {"exhibitor:zarya": "h1", "exhibitor:traktor": "yard"}[ref]
    assert unknown in card.said
    assert unknown.lower() in read(card).lower()
    assert Tongue(visitor).d(small().halls[hall].name) in card.said
    assert card.spelled == ""


def test_without_any_place_it_is_said_plainly():
    assert asked(small(), "exhibitor:alatau").said == "Alatau: its place at the fair is not published."
    assert asked(small(), "exhibitor:fon").said == "The Quiet Works: its part in the fair is not confirmed."


def test_who_stands_on_a_stand():
    text = read(asked(small(), "stand:h1#A2"))
    assert text.startswith("Stand A2")
    assert "Who stands there Veras, [A-12] Luch" in text
    assert "Who stands there not published" in read(asked(small(), "stand:h1#B7"))


def test_a_region_with_its_stand_and_who_came_from_it_with_codes():
    card = asked(small(), "region:BY-BR")
    assert has_figures(card, "7C5.1")
    assert "Exhibitors from there Polesie Toys 7C5.1 · Veras A2" in read(card)
    assert "Quiet Works" not in read(card)


def test_both_partners_of_a_venture_are_large_side_by_side_or_in_words():
    card = asked(example(), "venture:forklift-mogilev", visitor="ru", clerk="ru", now=datetime(2026, 9, 30, 11))
    assert has_figures(card, "7С3")
    assert has_figures(card, "О-1")
    narrow = read(card, 40, 16)
    assert "Хайфэн Погрузчики: 7С3, Зал 7" in narrow
    assert "Журавль-кран: О-1, Уличная площадка" in narrow


def test_a_partner_without_a_number_is_told_beside_the_one_that_has_one():
    text = read(asked(small(), "venture:toys"))
    assert "Polesie Toys ▀" in text.replace("█", "▀")
    assert "Ulyanovsk Oblast Hall 2, stand number not published" in text


def test_a_person_is_found_where_the_organisation_stands():
    card = asked(small(), "person:ivanova")
    assert card.said == "Anna Ivanova, director. Polesie Toys: Hall 2, stand 7C5.1."
    assert has_figures(card, "7C5.1")


def test_a_session_has_its_hour_large_and_how_it_stands_to_now():
    card = asked(small(), "session:tools", now=datetime(2025, 9, 30, 14, 10))
    assert has_figures(card, "14:30")
    assert "In 20 minutes" in read(card)
    assert "Over" in read(asked(small(), "session:opening"))
    assert asked(small(), "session:opening").said.endswith("It is over.")


def test_a_service_says_where_and_whether_it_is_open():
    card = asked(example(), "service:cloakroom", now=datetime(2026, 9, 30, 11))
    assert card.said == "Cloakroom: Hall 1, near stand E1, open until 18:30."
    assert "Open until 18:30" in read(card)
    assert "Closed for today" in read(asked(example(), "service:cloakroom", now=datetime(2026, 9, 30, 19)))
    assert "Hours not published" in read(asked(small(), "service:cloakroom"))


def test_a_service_does_not_say_its_hall_twice():
    for visitor, said in (
        ("ru", "Туалеты, зал 1: near stand A1."), ("be", "Прыбіральні, зала 1: near stand A1."),
        ("en", "Toilets, Hall 1: near stand A1."),
    ):  # fmt: skip
        near = Tongue(visitor).t("near stand {code}", code="A1")
        told = asked(example(), "service:toilets-1", visitor, visitor).said
        assert told == said.replace("near stand A1", near)


def test_a_service_that_no_stand_is_near_to_says_its_hall_alone():
    assert asked(small(), "service:cloakroom").said.startswith("Cloakroom: Hall 1")


def test_a_hall_tells_what_is_in_it():
    text = read(asked(example(), "hall:h1", now=datetime(2026, 9, 30, 11)))
    stands = [stand for stand in example().stands.values() if stand.hall == "h1"]
    assert f"{len(stands)} stands" in text
    assert "Cloakroom" in text


def test_nothing_has_no_card():
    with pytest.raises(KeyError):
        asked(small(), "exhibitor:nobody")


# What changed.

NOTICES = """
[[notice]]
id = "info"
text = "Coffee for all"
at = 2025-09-30T10:00:00
about = "exhibitor:one"
[[notice]]
id = "moved"
text = "It moved"
at = 2025-09-29T09:00:00
kind = "moved"
about = "exhibitor:one"
[[notice]]
id = "stand"
text = "Mind the step"
at = 2025-09-30
about = "h1#A1"
[[notice]]
id = "hall"
text = "The west door is shut"
kind = "closed"
about = "hall:h1"
[[notice]]
id = "past"
text = "Gone by"
until = 2025-09-30T10:59:00
about = "exhibitor:one"
[[notice]]
id = "past-day"
text = "Gone by"
until = 2025-09-29
about = "exhibitor:one"
"""


def test_what_changed_comes_right_after_the_name_its_own_first_then_the_halls():
    card = asked(fair(NOTICES), "exhibitor:one")
    assert [each.text.plain.replace("\u00a0", " ") for each in card.cautions] == [
        "! It moved · 29 September, 09:00",
        "! Coffee for all · 10:00",
        "! Mind the step · today",
    ]
    assert shown(card)[2:5] == [each.text.plain for each in card.cautions]
    assert "Gone by" not in card.text()
    assert "Hall 1: The west door is shut" in read(asked(fair(NOTICES), "exhibitor:two"))
    assert "One: It moved" in read(asked(fair(NOTICES), "stand:h1#A1"))


def test_a_notice_of_the_hall_gives_way_to_the_place_in_a_small_room():
    card = asked(fair(NOTICES), "exhibitor:two", now=datetime(2025, 9, 29, 11))
    text = read(card, 30, 7)
    assert "west door" not in text
    assert "stand A2" in text


# What is private.


def test_private_addresses_are_shown_to_the_staff_only():
    card = asked(small(), "exhibitor:polesie", private=True)
    assert f"For staff only {PRIVATE} · +375 16 000-00-01 · toys@polesie.example" in read(card)
    assert PRIVATE not in card.text()
    for cells, rows in SIZES:
        without = asked(small(), "exhibitor:polesie")
        assert without.staff is None
        text = read(without, cells, rows) + without.text()
        assert not any(part in text for part in (PRIVATE, "toys@polesie", "+375", "For staff only"))


def test_the_label_of_what_is_for_the_staff_is_in_the_clerks_language():
    assert "Для сотрудников" in read(
        asked(small(), "exhibitor:polesie", visitor="en", clerk="ru", private=True), 80, 36
    )


# How it fills the room.


def test_the_text_to_copy_holds_everything_but_the_private():
    text = asked(small(), "exhibitor:polesie", visitor="ru", clerk="en").text()
    for part in ("Полесские игрушки", "7C5.1", "Зал 2", "Ищите вывеску: Брестская область", "кубики, каталки"):
        assert part in text, part
    for part in ("семь — Сергей", "seven — Charlie", "Polesie Toys: Hall 2, stand 7C5.1."):
        assert part in text, part
    assert "▀" not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("rows", range(1, 30))
def test_what_matters_less_goes_first(rows):
    # The name; then the code in whatever size; then the sentence; the trade last of all.
    card = asked(small(), "exhibitor:polesie", visitor="en", clerk="ru", private=True)
    lines = shown(card, 64, rows)
    text = read(card, 64, rows)
    assert lines[0].startswith("Polesie Toys")
    there = [
        has_figures(card, "7C5.1", 64, rows) or "7 C 5 . 1" in text,
        "moved to the entrance" in text,
        "“Polesie Toys: Hall 2, stand 7C5.1." in text,
        "seven — Charlie" in text,
        "building blocks" in text,
        "Kobrin" in text,
        PRIVATE in text,
    ]
    assert there == sorted(there, reverse=True), text
    assert there.count(True) == len(there) or rows < 20


def test_gaps_are_only_where_nothing_is_left_out():
    for rows in range(1, 40):
        lines = shown(asked(small(), "exhibitor:polesie", visitor="en", clerk="ru", private=True), 80, rows)
        if "" in lines:
            assert any(PRIVATE in line for line in lines), rows


@cache
def hostile_fair(text: str) -> Catalogue:
    found = check([tomli.loads(hostile.fair(text))]).catalogue
    assert found is not None
    return found


def fits(made, ref, visitor, clerk, cells, rows, now=NOW):
    tongues = Tongue(clerk, made.fair.languages), Tongue(visitor, made.fair.languages)
    card = desk_card(made, ref, *tongues, now=now, private=True)
    lines = card.lines(cells, rows)
    assert len(lines) <= max(rows, 0)
    for line in lines:
        assert cell_len(line.plain) <= cells, line.plain
        assert not hostile.FORBIDDEN & set(line.plain), line.plain
    assert not hostile.FORBIDDEN - {"\n"} & set(card.text())
    assert not hostile.FORBIDDEN & set(card.said + card.spelled)


rooms = st.tuples(st.integers(0, 130), st.integers(0, 45))
languages = st.sampled_from(LANGUAGES)
moments = st.integers(-80, 80).map(lambda hours: NOW + timedelta(hours=hours))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(sorted(hostile.TEXTS.values())), languages, languages, rooms, moments)
def test_hostile_words_break_no_card(text, visitor, clerk, room, now):
    made = hostile_fair(text)
    for kind in KINDS:
        for ref in made.refs(kind):
            fits(made, ref, visitor, clerk, *room, now)
    fits(made, Ref("fair", made.fair.id), visitor, clerk, *room, now)


@settings(deadline=None)
@given(st.data(), languages, languages, rooms)
def test_every_card_of_the_fairs_fits_any_room(data, visitor, clerk, room):
    made = data.draw(st.sampled_from([small, bundled, example]))()
    kind = data.draw(st.sampled_from([kind for kind in KINDS if made.table(kind)]))
    ref = Ref(kind, data.draw(st.sampled_from(sorted(made.table(kind)))))
    fits(made, ref, visitor, clerk, *room)


@pytest.mark.parametrize("visitor", LANGUAGES)
@pytest.mark.parametrize("made", [small, bundled, example])
def test_every_thing_has_a_card_that_begins_with_its_name(made, visitor):
    for kind in ("exhibitor", "region", "venture", "person", "session", "hall", "service"):
        for ref in made().refs(kind):
            card = asked(made(), str(ref), visitor=visitor, clerk="en")
            assert card.name == names.name(made(), ref, Tongue(visitor, made().fair.languages))
            assert card.lines(120, 36)[0].plain.startswith(card.name[:100])
            assert card.said


def test_only_the_codes_and_hours_have_the_accent():
    for line in asked(small(), "exhibitor:polesie").lines(80, 24):
        for span in line.spans:
            if span.style == roles.ACCENT:
                assert set(line.plain[span.start : span.end]) <= set(" ▀▄█")


# As it looks.


@pytest.mark.parametrize(
    ("made", "ref", "visitor", "clerk"),
    [
        (small, "exhibitor:polesie", "ru", "en"),  # a coded stand under another's sign, with a notice
        (small, "exhibitor:luch", "be", "be"),  # a guest on a shared stand
        (small, "exhibitor:zarya", "en", "ru"),  # only the hall is known
        (bundled, "region:RU-SVE", "be", "ru"),  # a stand without a number
        (bundled, "exhibitor:maz", "en", "ru"),
    ],
    ids=["a-coded-stand", "a-guest", "a-hall-only", "a-stand-without-a-number", "the-bundled-fair"],
)
def test_the_card_in_three_sizes(made, ref, visitor, clerk, screen_snapshot):
    assert framed(asked(made(), ref, visitor, clerk, private=True)) == screen_snapshot


@pytest.mark.parametrize(
    ("ref", "visitor", "clerk"),
    [
        ("exhibitor:dron-vid", "ru", "be"),
        ("venture:forklift-mogilev", "en", "ru"),
        ("session:machine-vision", "ru", "ru"),
    ],
    ids=["moved", "a-venture", "a-session"],
)
def test_the_card_of_the_example_in_three_sizes(ref, visitor, clerk, screen_snapshot):
    card = asked(example(), ref, visitor, clerk, now=datetime(2026, 9, 30, 11, 10), private=True)
    assert framed(card) == screen_snapshot
