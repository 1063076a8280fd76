"""The way in sentences, as people hear it in three languages; and why there is none."""

from functools import cache

import pytest

from guide.catalogue.model import Catalogue, Ref
from guide.i18n import Tongue
from guide.search.meant import place_meant
from guide.venue.floors import Floors, floors_of
from guide.venue.landmarks import Passed
from guide.venue.route import Means, NoWay, Route, Spot
from guide.venue.spots import spots_of
from guide.venue.steps import Arrive, Straight, Turn, steps_of
from guide.venue.ways import Ways
from guide.view.plain import plain
from guide.view.way_card import way_card
from guide.view.way_refused import why_not
from guide.view.way_told import also_at, place_told, sentences, summary, told
from tests.venue.fairs import bundled, example, fair_of


@cache
def walked() -> tuple[Catalogue, Floors, Ways]:
    catalogue = example()
    floors = floors_of(catalogue)
    return catalogue, floors, Ways.of(catalogue, floors)


def asked(start: str, goal: str, means: Means | None = None) -> Route | NoWay:
    catalogue, floors, ways = walked()
    starts, goals = (spots_of(catalogue, floors, place_meant(catalogue, each)) for each in (start, goal))
    return ways.route(starts, goals, means or Means())


def heard(language: str, start: str, goal: str, means: Means | None = None) -> list[str]:
    catalogue, floors, _ = walked()
    route = asked(start, goal, means)
    assert isinstance(route, Route)
    tongue = Tongue(language, catalogue.fair.languages)
    return [summary(route, tongue), *sentences(catalogue, steps_of(catalogue, floors, route), tongue)]


TOLD = {
    ("en", "main-entrance", "A7"): [
        "About 45 metres, 1 minute.",
        "Start: “Main entrance”, Hall 1. Stand with your back to the door.",
        (
            "Walk straight on for about 30 metres. On your right you pass 4 stands; the last of them is "
            "“Ozero Hydraulics” "
            "(B5). Right after it, turn right."
        ),
        "Walk straight on for about 15 metres, row A on your left and row B on your right.",
        (
            "You want the third stand on your left: “Ruchey Pumps” (A7). It is between the stands A6 and A8. "
            "Opposite is “The founders’ shared stand” (B7)."
        ),
    ],
    ("ru", "main-entrance", "A7"): [
        "Около 45 метров, 1 минута.",
        "Начало пути: «Главный вход», Зал 1. Встаньте спиной к двери.",
        (
            "Идите прямо около 30 метров. Справа вы пройдёте 4 стенда, последний из них — «Озерогидравлика» (B5). "
            "Сразу за ним поверните направо."
        ),
        "Идите прямо около 15 метров: слева ряд A, справа ряд B.",
        (
            "Вам нужен третий стенд слева: «Ручей-насос» (A7). Он между стендами A6 и A8. Напротив — стенд "
            "«Общий стенд литейщиков» (B7)."
        ),
    ],
    ("be", "main-entrance", "A7"): [
        "Каля 45 метраў, 1 хвіліна.",
        "Пачатак шляху: «Галоўны ўваход», Зала 1. Станьце спіной да дзвярэй.",
        (
            "Ідзіце проста каля 30 метраў. Справа вы пройдзеце 4 стэнды, апошні з іх — «Азёрагідраўліка» (B5). "
            "Адразу за ім павярніце направа."
        ),
        "Ідзіце проста каля 15 метраў: злева рад A, справа рад B.",
        (
            "Вам патрэбны трэці стэнд злева: «Ручай-помпа» (A7). Ён паміж стэндамі A6 і A8. Насупраць — стэнд "
            "«Агульны стэнд ліцейшчыкаў» (B7)."
        ),
    ],
    ("ru", "2A10", "D5"): [
        "Около 50 метров, 1 минута.",
        (
            "Начало пути: «Учебный угол» (2A10), Зал 2. Идите в сторону стенда «Лизинг „Мост“» (2A8): он будет справа "
            "от вас."
        ),
        (
            "Идите прямо около 10 метров: слева ряд 2B, справа ряд 2A. Справа вы пройдёте 2 стенда, последний из них — "
            "«Патентный ключ» (2A6). Сразу за ним поверните направо."
        ),
        "Идите прямо около 5 метров.",
        (
            "Проход — рядом со стендом «Три языка» (2A4). Пройдите через проход: «Галерея между залами 1 и 2». "
            "Теперь вы здесь: Зал 1."
        ),
        "Идите прямо около 30 метров.",
        "Вам нужен пятый стенд слева: «Весовщик» (D5). Напротив — стенд «Искра Полесья» (C4).",
    ],
    ("be", "info", "first-aid"): [
        "Каля 25 метраў, 1 хвіліна.",
        "Пачатак шляху: «Даведачная стойка», Зала 1. Ідзіце ў бок стэнда «Кроквы» (E4): ён будзе справа ад вас.",
        "Ідзіце проста каля 25 метраў уздоўж рада E.",
        "Вы на месцы: «Першая дапамога, зала 1».",
    ],
}


@pytest.mark.parametrize("case", TOLD, ids=" ".join)
def test_the_way_is_told(case: tuple[str, str, str]) -> None:
    assert heard(*case) == TOLD[case]


def test_by_the_lift_for_who_takes_no_stairs() -> None:
    said = " ".join(heard("ru", "main-entrance", "7А1", Means(step_free=True)))
    assert "Лифт — рядом со стендом «Дорога и склад» (2H48)." in said
    assert "Поднимитесь на лифте: «Лифт в зал 7». Теперь вы на уровне 2: Зал 7." in said
    assert "Лестница" not in said


def test_up_the_stairs_for_who_does() -> None:
    said = " ".join(heard("be", "main-entrance", "7А1"))
    assert (
        "Падыміцеся па лесвіцы: «Лесвіца ў залу 7». Цяпер вы на ўзроўні 2: Зала 7. Выйшаўшы, павярніце налева." in said
    )


def test_the_host_s_sign_is_looked_for() -> None:
    assert heard("en", "main-entrance", "kalina-lift")[-1].endswith("Look for the sign “Mogilev Region stand”.")
    assert "“Kalinalift” (A1)" in heard("en", "main-entrance", "kalina-lift")[-1]


@pytest.mark.parametrize("language", ["ru", "be", "en"])
def test_stands_are_counted_up_to_twenty(language: str) -> None:
    catalogue, _, _ = walked()
    tongue = Tongue(language, catalogue.fair.languages)
    spot = Spot(Ref("stand", "h1#D5"), "h1", "h1#D5")
    said = [told(catalogue, [Arrive(spot, "left", number)], tongue)[0] for number in range(1, 21)]
    assert len(set(said)) == 20
    assert all("{" not in words and "(D5)" in words for words in said)


@pytest.mark.parametrize(
    ("count", "words"),
    [(2, "2 стенда,"), (5, "5 стендов,"), (11, "11 стендов,"), (14, "14 стендов,")],
)
def test_numbers_of_stands_are_declined(count: int, words: str) -> None:
    catalogue, _, _ = walked()
    turn = Turn("h1", "left", (0, 0), Passed("h1#B3", "left", count))
    assert words in told(catalogue, [turn], Tongue("ru", catalogue.fair.languages))[0]


def test_what_is_said_of_a_turn_stands_with_the_stretch_before_it() -> None:
    catalogue, _, _ = walked()
    steps = [Straight("h1", 12.0, ((0, 0), (12, 0))), Turn("h1", "right", (12, 0))]
    assert sentences(catalogue, steps, Tongue("en")) == ("Walk straight on for about 10 metres. Then turn right.",)


@pytest.mark.parametrize(
    ("start", "goal", "words"),
    [
        ("A1", "A2", "It is in the same hall. It is right beside you: “Vektrus” (A2). It is between"),
        ("hall:h1", "A5", "It is in the same hall. It is in this hall: “Tools and measures” (A5). It is in row A."),
        ("A5", "hall:h1", "You are there already. You are there: Hall 1."),
        ("A5", "A5", "You are there already. You are there: “Tools and measures” (A5)."),
        ("info", "info", "You are there already. You are there: “Information desk”."),
        ("hall:h1", "info", "It is in the same hall. It is in this hall: “Information desk”. It is next to"),
    ],
)
def test_where_there_is_nothing_to_walk_it_is_said_how_near_it_is(start: str, goal: str, words: str) -> None:
    assert " ".join(heard("en", start, goal)).startswith(words)


def test_of_a_way_that_begins_somewhere_in_a_hall_a_part_is_not_measured() -> None:
    assert heard("en", "hall:h1", "2A10")[0].endswith("Part of it is not measured: it may be longer.")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Right after “Grodno Region stand” (2D20), turn right."),
        ("ru", "Сразу за стендом Гродненской области (2D20) поверните направо."),
        ("be", "Адразу за стэндам Гродзенскай вобласці (2D20) павярніце направа."),
    ],
)
def test_the_word_for_a_stand_is_not_said_twice(language: str, words: str) -> None:
    assert words in " ".join(heard(language, "2F32", "D7"))


def test_what_stands_beside_a_service_is_said() -> None:
    assert heard("en", "A5", "toilets-1")[-1] == (
        "You are there: “Toilets, Hall 1”. It is next to “Mogilev Region stand” (A1)."
    )


TWO_STANDS = """
[[hall]]
id = "h"
name = "Hall"
outline = [[0, 0], [40, 0], [40, 20], [0, 20]]

[[hall]]
id = "z"
name = "Zone"

[[stand]]
code = "A1"
hall = "h"
polygon = [[5, 5], [8, 5], [8, 8], [5, 8]]

[[stand]]
code = "A2"
hall = "h"
polygon = [[30, 5], [33, 5], [33, 8], [30, 8]]

[[stand]]
code = "Z7"
hall = "z"

[[exhibitor]]
id = "two"
name = "Two"
country = "BY"
stands = ["A1", "A2", "Z7"]
"""


def test_who_has_several_stands_is_said_to_have_them() -> None:
    catalogue = fair_of(TWO_STANDS)
    floors = floors_of(catalogue)
    two = spots_of(catalogue, floors, Ref("exhibitor", "two"))
    assert also_at(catalogue, floors, two[0], Tongue("en")) == "Also at: A2, Z7 (Zone)."
    assert also_at(catalogue, floors, Spot(Ref("stand", "h#A1"), "h", "h#A1"), Tongue("en")) == ""
    route = Ways.of(catalogue, floors).route([Spot(Ref("hall", "h"), "h", at=(20, 2))], two)
    assert isinstance(route, Route)
    card = way_card(catalogue, floors, Ref("exhibitor", "two"), route, Means(), Tongue("en"))
    assert "Also at:" in plain(card, 80)


# Where there is no plan.

NUMBERED = """
[[hall]]
id = "h"
name = "Hall"

[[stand]]
code = "C2"
hall = "h"

[[stand]]
code = "C10"
hall = "h"

[[stand]]
code = "C12"
hall = "h"

[[stand]]
code = "C40"
hall = "h"
"""


def where(catalogue: Catalogue, key: str, language: str = "en") -> list[str]:
    return list(place_told(catalogue, floors_of(catalogue), place_meant(catalogue, key), Tongue(language)))


def test_from_the_numbering_alone() -> None:
    assert where(fair_of(NUMBERED), "C12") == [
        (
            "Hall. You are looking for: C12. Its number is between C10 and C40. "
            "The numbers of row C run from C2 to C40; "
            "there is no exact plan."
        )
    ]
    assert where(fair_of(NUMBERED), "C2", "ru") == [
        (
            "Hall. Вы ищете: C2. Его номер в ряду первый, следующий — C10. "
            "Номера ряда C идут от C2 до C40; точного плана "
            "нет."
        )
    ]


def test_of_a_zone_no_more_than_the_zone() -> None:
    said = where(bundled(), "maz", "ru")
    assert said == ["«МАЗ»: организаторы опубликовали только зал или зону — Белорусская экспозиция."]


def test_of_what_is_nowhere_that_it_is_nowhere() -> None:
    assert where(bundled(), "BY-MI") == ["Minsk Region: its place at the fair is not published."]


# Why there is none.


@pytest.mark.parametrize(
    ("means", "language", "words"),
    [
        (Means(step_free=True), "en", "There is no step-free way there."),
        (Means(step_free=True), "ru", "Без ступеней туда не пройти."),
        (Means(step_free=True, no_stairs_up=True), "be", "З усімі гэтымі ўмовамі туды не прайсці."),
    ],
)
def test_what_is_asked_for_may_exclude_every_way(means: Means, language: str, words: str) -> None:
    catalogue, _, _ = walked()
    refused = NoWay("means", hall="h2", other="h7", passages=("stairs-7",))
    said = why_not(catalogue, refused, means, Tongue(language, catalogue.fair.languages))
    assert said[0] == words
    assert {"en": "“Stairs to Hall 7”", "ru": "«Лестница в зал 7»", "be": "«Лесвіца ў залу 7»"}[language] in said[1]


def test_of_a_door_that_nobody_says_anything_of_no_steps_are_claimed() -> None:
    door = """
[[passage]]
id = "between"
kind = "door"
name = "Between"
ends = [{ hall = "h", at = [40, 10] }, { hall = "z", at = [0, 0] }]
"""
    catalogue = fair_of(TWO_STANDS + door)
    floors = floors_of(catalogue)
    step_free = Means(step_free=True)
    found = Ways.of(catalogue, floors).route(
        *(spots_of(catalogue, floors, Ref("stand", key)) for key in ("h#A1", "z#Z7")), step_free
    )
    assert isinstance(found, Route)
    card = plain(way_card(catalogue, floors, Ref("stand", "z#Z7"), found, step_free, Tongue("en")), 200)
    assert "Whether there is a step here, nobody has published: “Between”." in card
    assert "That is as far as a door of the hall: where in it the place is, nobody has measured." in " ".join(
        card.split()
    )


def test_of_what_leads_only_the_other_way_it_is_said() -> None:
    catalogue, _, _ = walked()
    refused = NoWay("direction", hall="h7", other="h2", passages=("escalator-7",))
    assert (
        why_not(catalogue, refused, Means(), Tongue("en"))[0] == "This leads the other way only: “Escalator to Hall 7”."
    )


def test_a_closed_door_says_when_it_is_open() -> None:
    catalogue, _, _ = walked()
    said = why_not(catalogue, NoWay("hours", passages=("hill-door",)), Means(), Tongue("ru", ("ru",)))
    assert said == (
        "В это время путь закрыт: «Вход с горки».",
        "«Вход с горки» — открыто: 30 сентября 10:00–18:00, 1 октября 10:00–16:00.",
    )


@pytest.mark.parametrize("reason", ["closed-in", "no-passage", "means", "direction", "hours", "unknown"])
@pytest.mark.parametrize("language", ["ru", "be", "en"])
def test_every_reason_is_said(reason: str, language: str) -> None:
    catalogue, _, _ = walked()
    spot = Spot(Ref("stand", "h1#A1"), "h1", "h1#A1")
    refused = NoWay(reason, spot=spot, hall="h1", other="h2", passages=("gallery",))
    said = why_not(catalogue, refused, Means(step_free=True), Tongue(language, catalogue.fair.languages))
    assert said
    assert all(words and "{" not in words for words in said)
