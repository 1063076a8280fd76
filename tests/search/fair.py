"""A small fair made by hand, with one of everything that a search must cope with."""

from datetime import date, time

from guide.catalogue.model import (
    Alias,
    Catalogue,
    Exhibitor,
    Fair,
    Hall,
    Person,
    Place,
    Ref,
    Region,
    Service,
    Session,
    Stand,
    Venture,
)
from guide.i18n import Wording

BREST, ULYANOVSK, GOMEL = Ref("region", "BY-BR"), Ref("region", "RU-ULY"), Ref("region", "BY-HO")


def said(ru: str, be: str = "", en: str = "") -> Wording:
    """A wording in Russian, with Belarusian and English where given; one text alone is the same in all."""
    if not be and not en:
        return Wording.same(ru)
    return Wording.of({tag: text for tag, text in (("ru", ru), ("be", be), ("en", en)) if text})


def several(*texts: str) -> tuple[Wording, ...]:
    """Wordings that are the same in every language."""
    return tuple(map(Wording.same, texts))


def by_id(*things):
    """Things as a table of a catalogue."""
    return {thing.id: thing for thing in things}


EXHIBITORS = by_id(
    Exhibitor(
        "polesie",
        said("Полесье", "Палессе", "Polesie"),
        legal_name=said("СООО «Полесье-Групп»"),
        place=Place(said("Кобрин", "Кобрын", "Kobrin"), BREST, "BY"),
        sectors=several("игрушки"),
        products=several("пластмассовые игрушки"),
        stands=("h1#7С5.1",),
        about=said("Экспорт в сорок стран"),
    ),
    Exhibitor(
        "mtz",
        said("Минский тракторный завод"),
        aliases=several("МТЗ"),
        place=Place(said("Минск", "Мінск", "Minsk"), None, "BY"),
        sectors=several("сельхозтехника"),
        products=several("тракторы", "мотоблоки"),
        stands=("h1#A-061",),
        seeks=several("двигатели"),
    ),
    Exhibitor(
        "zavod-s",
        said("Заводские системы"),
        place=Place(said("Ульяновск"), ULYANOVSK, "RU"),
        sectors=several("сельхозтехника"),
        products=several("дизельные двигатели"),
        about=said("поставляет детали на Минский тракторный завод"),
        host="mtz",
    ),
    Exhibitor(
        "kaz-detal",
        said("КАЗ-ДЕТАЛЬ"),
        place=Place(said("Санкт-Петербург"), None, "RU"),
        sectors=several("станкостроение"),
        products=several("токарные станки с ЧПУ"),
        people=several("Ольга Ёлкина, директор"),
    ),
    Exhibitor("agro", said("Белагромаш"), sectors=several("сельхозтехника"), participation="participant"),
    Exhibitor("shch", said("Щёкинский завод"), place=Place(said("Щёкино"), None, "RU"), sectors=several("химия")),
    Exhibitor("sova", said("СОВА"), participation="background", sectors=several("игрушки")),
    Exhibitor("darc", said("Д’Арк"), place=Place(None, GOMEL, "BY")),
    Exhibitor("siemens", said("Siemens"), place=Place(said("München"), None, "DE"), sectors=several("станкостроение")),
)

CATALOGUE = Catalogue(
    Fair("small", said("Малая ярмарка"), date(2026, 6, 1), date(2026, 6, 3), "Europe/Minsk", ("ru", "be", "en")),
    halls=by_id(Hall("h1", said("Павильон 7")), Hall("h2", said("Площадка"), kind="outdoor")),
    stands=by_id(
        Stand("h1#7С5.1", "7С5.1", "h1"),  # with a Cyrillic С
        Stand("h1#A-061", "A-061", "h1"),
        Stand("brest", None, "h2", said("Экспозиция Брестской области"), kind="regional", region="BY-BR"),
    ),
    exhibitors=EXHIBITORS,
    regions=by_id(
        Region("BY", said("Беларусь"), kind="country"),
        Region("BY-BR", said("Брестская область", "Брэсцкая вобласць", "Brest Region"), "BY", stands=("brest",)),
        Region("BY-HO", said("Гомельская область"), "BY", sectors=several("сельхозтехника")),
        Region("RU-ULY", said("Ульяновская область"), "RU", seeks=several("тракторы и комбайны")),
    ),
    ventures=by_id(
        Venture(
            "polesie-dg",
            said("Полесье в Димитровграде"),
            "joint-venture",
            partners=(Ref("exhibitor", "polesie"), ULYANOVSK),
            origin=Place(said("Кобрин"), BREST, "BY"),
            target=Place(said("Димитровград"), ULYANOVSK, "RU"),
            product=said("игрушки"),
            status="operating",
            at_fair=True,
        ),
        Venture("lifts", said("Лифты"), "agreement", origin=Place(country="BY"), status="agreed"),
    ),
    people=by_id(
        Person("russkikh", said("Алексей Русских"), said("губернатор"), ULYANOVSK),
        Person("elkina", said("Ольга Ёлкина"), said("директор"), Ref("exhibitor", "kaz-detal")),
    ),
    sessions=by_id(
        Session("opening", said("Открытие"), date(2026, 6, 1), time(10), track=said("общее")),
        Session("lathes", said("Станки завтра"), date(2026, 6, 2), time(9), track=said("станки")),
        Session("later", said("Без даты")),
    ),
    services=by_id(Service("info", said("Справочная"), aliases=several("информация"))),
    aliases=(Alias(Ref("exhibitor", "siemens"), said("Сименс")),),
)
