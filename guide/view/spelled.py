"""A stand's code spelled out to be read aloud: «семь — Сергей — пять», "seven — Charlie — five".

The words stand here as tables and not among the translations: a spelling alphabet is of its language as a
whole, and the letter that a word stands for is another in each. What counts is the letter that the listener
will look for on a sign. So one that looks the same in both scripts gets the word of the listener's script,
and one that the listener's script does not have is said to be of the other one.
"""

import unicodedata
from collections.abc import Mapping
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from guide.text import clean, one_line

BETWEEN = " — "
"""What stands between the words: a pause for who reads aloud."""

_WORD = 4  # so many letters in a row are a word, such as "Hall", and are said as one

_LATIN_TWINS = str.maketrans("АВЕЅІЈКМНОРСТУХ", "ABESIJKMHOPCTYX")
_CYRILLIC_TWINS = str.maketrans("ABEKMHOPCTYX", "АВЕКМНОРСТУХ")

_RUSSIAN = {
    "А": "Анна", "Б": "Борис", "В": "Василий", "Г": "Григорий", "Д": "Дмитрий", "Е": "Елена", "Ё": "ёлка",
    "Ж": "Женя", "З": "Зинаида", "И": "Иван", "Й": "и краткое", "К": "Константин", "Л": "Леонид", "М": "Михаил",
    "Н": "Николай", "О": "Ольга", "П": "Павел", "Р": "Роман", "С": "Сергей", "Т": "Татьяна", "У": "Ульяна",
    "Ф": "Фёдор", "Х": "Харитон", "Ц": "цапля", "Ч": "человек", "Ш": "Шура", "Щ": "щука", "Ъ": "твёрдый знак",
    "Ы": "буква Ы", "Ь": "мягкий знак", "Э": "эхо", "Ю": "Юрий", "Я": "Яков",
    "Ў": "белорусское у краткое",
    "D": "Дельта, латинская D", "F": "Фокстрот, латинская F", "G": "Гольф, латинская G",
    "I": "Индия, латинская I", "J": "Джульетта, латинская J", "L": "Лима, латинская L",
    "N": "Ноябрь, латинская N", "Q": "Квебек, латинская Q", "R": "Ромео, латинская R",
    "S": "Сьерра, латинская S", "U": "Юниформ, латинская U", "V": "Виктор, латинская V",
    "W": "Виски, латинская W", "Z": "Зулу, латинская Z",
}  # fmt: skip

_BELARUSIAN = {
    "А": "Алесь", "Б": "Барыс", "В": "Васіль", "Г": "Ганна", "Д": "Даніла", "Е": "Ева", "Ё": "ёлка", "Ж": "Жанна",
    "З": "Зося", "І": "Іван", "Й": "і нескладовае", "К": "Кастусь", "Л": "Лявон", "М": "Марыя", "Н": "Ніна",
    "О": "Орша", "П": "Павел", "Р": "Раман", "С": "Сяргей", "Т": "Тамара", "У": "Уладзімір", "Ў": "у нескладовае",
    "Ф": "Фёдар", "Х": "Хрысціна", "Ц": "Цімох", "Ч": "Чэслаў", "Ш": "Шура", "Ы": "літара Ы", "Ь": "мяккі знак",
    "Э": "Эдуард", "Ю": "Юрась", "Я": "Якуб",
    "И": "рускае і", "Щ": "рускае шча", "Ъ": "рускі цвёрды знак",
    "D": "Дэльта, лацінская D", "F": "Факстрот, лацінская F", "G": "Гольф, лацінская G",
    "J": "Джульета, лацінская J", "L": "Ліма, лацінская L", "N": "Навэмбер, лацінская N",
    "Q": "Квебек, лацінская Q", "R": "Рамэо, лацінская R", "S": "Сьера, лацінская S",
    "U": "Юніформ, лацінская U", "V": "Віктар, лацінская V", "W": "Віскі, лацінская W", "Z": "Зулу, лацінская Z",
}  # fmt: skip

# Whoever reads no Cyrillic looks for a shape.
_ENGLISH = {
    "A": "Alfa", "B": "Bravo", "C": "Charlie", "D": "Delta", "E": "Echo", "F": "Foxtrot", "G": "Golf", "H": "Hotel",
    "I": "India", "J": "Juliett", "K": "Kilo", "L": "Lima", "M": "Mike", "N": "November", "O": "Oscar", "P": "Papa",
    "Q": "Quebec", "R": "Romeo", "S": "Sierra", "T": "Tango", "U": "Uniform", "V": "Victor", "W": "Whiskey",
    "X": "X-ray", "Y": "Yankee", "Z": "Zulu",
    "Б": "Cyrillic Be, like a 6 with a flat top", "Г": "Cyrillic Ge, like an upside-down L",
    "Д": "Cyrillic De, like a house on two feet", "Ё": "Cyrillic Yo, an E with two dots",
    "Ж": "Cyrillic Zhe, like a star", "З": "Cyrillic Ze, like a 3", "И": "Cyrillic I, like a backwards N",
    "Й": "Cyrillic short I, like a backwards N with a cap", "Л": "Cyrillic El, like a tent",
    "П": "Cyrillic Pe, like a gate", "Ў": "Belarusian short U, a Y with a cap",
    "Ф": "Cyrillic Ef, a circle with a line through it", "Ц": "Cyrillic Tse, like a square U with a tail",
    "Ч": "Cyrillic Che, like a 4", "Ш": "Cyrillic Sha, like a square W",
    "Щ": "Cyrillic Shcha, like a square W with a tail", "Ъ": "Cyrillic hard sign, like a b with a flag",
    "Ы": "Cyrillic Y, like a b and an I", "Ь": "Cyrillic soft sign, like a b",
    "Э": "Cyrillic E, like a round E turned back", "Ю": "Cyrillic Yu, an I and an O joined",
    "Я": "Cyrillic Ya, like a backwards R",
}  # fmt: skip


class _Alphabet(NamedTuple):
    """How one language spells: the words of digits, letters and signs, and the letters that it takes for its own."""

    digits: tuple[str, ...]
    letters: Mapping[str, str]
    signs: tuple[str, ...]  # in the order of _SIGNS
    own: Mapping[int, int]  # a letter of the other script -> the one of this script that looks the same


_SIGNS = ".-–/,:#+&№_*"
_SAME_SIGNS = str.maketrans("·‐‑—−", ".--––")

_ALPHABETS: Mapping[str, _Alphabet] = MappingProxyType({
    "ru": _Alphabet(
        ("ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"),
        _RUSSIAN,
        ("точка", "дефис", "тире", "дробь", "запятая", "двоеточие", "решётка", "плюс", "и", "номер",
         "подчёркивание", "звёздочка"),
        {**_CYRILLIC_TWINS, ord("І"): ord("I"), ord("Ѕ"): ord("S"), ord("Ј"): ord("J")},
    ),
    "be": _Alphabet(
        ("нуль", "адзін", "два", "тры", "чатыры", "пяць", "шэсць", "сем", "восем", "дзевяць"),
        _BELARUSIAN,
        ("кропка", "злучок", "працяжнік", "дроб", "коска", "двукроп’е", "рашотка", "плюс", "і", "нумар",
         "падкрэсліванне", "зорачка"),
        {**_CYRILLIC_TWINS, ord("I"): ord("І"), ord("Ѕ"): ord("S"), ord("Ј"): ord("J")},
    ),
    "en": _Alphabet(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
        _ENGLISH,
        ("point", "dash", "dash", "slash", "comma", "colon", "hash", "plus", "and", "number", "underscore", "star"),
        _LATIN_TWINS,
    ),
})  # fmt: skip

_PAUSES = frozenset(" ()[]{}«»\"'“”„‘’|")


def spelled(code: str, language: str) -> tuple[str, ...]:
    """The words that a code is read aloud with, in ru, be or en (for any other language, en).

    Digits are said one by one, letters by the language's spelling alphabet, always as capitals; a run of
    four letters or more is a word and stays one. Spaces and brackets are pauses. A sign without a word
    stays as it is.
    """
    alphabet = _ALPHABETS.get(language, _ALPHABETS["en"])
    words: list[str] = []
    for is_letter, run in groupby(one_line(clean(code)), str.isalpha):
        piece = "".join(run)
        if is_letter and len(piece) >= _WORD:
            words.append(piece)
        else:
            words += (word for sign in piece if (word := _said(sign, alphabet)))
    return tuple(words)


def aloud(code: str, language: str) -> str:
    """The code spelled out on one line, with pauses: «семь — Сергей — пять — точка — один»."""
    return BETWEEN.join(spelled(code, language))


def _said(sign: str, alphabet: _Alphabet) -> str:
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return alphabet.digits[digit]
    if sign in _PAUSES:
        return ""
    letter = sign.upper().translate(alphabet.own)
    at = _SIGNS.find(sign.translate(_SAME_SIGNS))
    return alphabet.letters.get(letter) or (alphabet.signs[at] if at >= 0 else sign)
