"""How a whole query sits in the names of things: the exact name first, then names that start with it."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from guide.search.closeness import apart
from guide.search.fold import fold, form_of, is_cyrillic, letters_sound, runs
from guide.search.postings import Postings

WORTH: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"name": (120, 12), "legal_name": (100, 4), "alias": (90, 8), "initials": (72, 0), "some initials": (34, 0)}
)
"""What the whole query is worth, in points: as the whole of a name of this sort, and as its start.

A word of a name is worth some 40 points at most, so that an exact name comes before an exact alias, that before
the start of a name, and that before a word of it.
"""

NAMING = frozenset(("name", "alias", "legal_name"))
"""The fields that name a thing."""

_STARTS = dict(WORTH.values())
_MANY = 2000  # names that start so; then the first word of a name says as much
_TYPO, _DEAREST = 0.62, 0.2

# Legal forms, folded; they neither make nor break a name.
LEGAL_FORMS = frozenset(
    fold(form)
    for form in (
        "ООО", "ОАО", "ЗАО", "ПАО", "АО", "НАО", "ОДО", "ЧУП", "УП", "РУП", "КУП", "ЧП", "ИП", "ИООО", "СООО", "СП",
        "НПП", "НПО", "НПФ", "ФГУП", "ГУП", "МУП", "АНО", "ТОО", "ТАА", "ААТ", "ЗАТ", "АДТ", "ПУП", "ЧТУП", "ЧПУП",
        "ГмбХ", "GmbH", "AG", "KG", "Ltd", "LLC", "LLP", "JSC", "OJSC", "CJSC", "PJSC", "Inc", "Corp", "Co",
        "ГК", "ТД", "СПК", "ЧАО", "ОсОО", "ТзОВ", "МЧЖ", "ЖШС", "MChJ", "SAS", "GbR", "eG", "eK", "OÜ", "UAB", "SIA",
        "Sp", "Sti", "OOO", "OAO", "ZAO", "PAO", "SA", "SpA", "Srl", "BV", "NV", "AB", "Oy", "AS", "SRO", "ZOO", "PLC",
        "Pty", "SE",
    )
)  # fmt: skip

# Little words that an acronym may leave out.
_LITTLE = frozenset(
    map(fold, ("и", "і", "й", "ды", "по", "для", "в", "на", "у", "of", "and", "the", "for", "und", "für"))
)


class Names:
    """The names of all things, each as one key without spaces; and what their initials spell."""

    def __init__(self, plain: Postings, sound: Postings) -> None:
        self.plain = plain
        self.sound = sound

    @classmethod
    def build(cls, named: Iterable[tuple[int, str, str]]) -> "Names":
        """From the numbers of things, with the field and the text of each of their names."""
        plain: dict[tuple[int, bool], dict[str, list[int]]] = {}
        sound: dict[tuple[int, bool], dict[str, list[int]]] = {}

        def add(to: dict[tuple[int, bool], dict[str, list[int]]], field: str, key: str, number: int) -> None:
            numbers = to.setdefault((WORTH[field][0], False), {}).setdefault(key, [])
            if not numbers or numbers[-1] != number:
                numbers.append(number)

        seen: set[tuple[int, str]] = set()
        for number, field, text in named:
            key, heard = joined(text)
            # A legal name that is the name with its form says nothing new.
            if not key or (number, key) in seen:
                continue
            seen.add((number, key))
            add(plain, field, key, number)
            add(sound, field, heard, number)
            if field == "alias" and len(key) <= 6 and (spelt := letters_sound(key)) != heard:
                add(sound, field, spelt, number)
            for letters, sort in initials(text).items():
                if (number, letters) not in seen:
                    add(plain, sort, letters, number)
                    if is_cyrillic(letters):
                        add(sound, sort, letters_sound(letters), number)
        return cls(Postings.build(plain), Postings.build(sound))

    def bonus(self, key: str, heard: Mapping[str, float], share: float = 1.0, start: float = 1.0) -> dict[int, float]:
        """The numbers of the things whose name a key is, or starts, and how many points that is worth.

        ``heard`` are the sounds that the key may have, with what each is worth beside its letters; ``start`` is
        the share that the start of a name is worth. What Cyrillic initials spell is met by Latin letters only.
        """
        found: dict[int, float] = {}
        sounds = [(self.sound, one, share * worth) for one, worth in heard.items()]
        for names, one, worth in ((self.plain, key, share), *sounds):
            if one:
                spelt = names is self.plain or not is_cyrillic(key)
                _raise(found, _met(names, one, worth, worth * start, spelt))
        return found

    def nearly(self, key: str, heard: str, edits: int, share: float = 1.0) -> dict[int, float]:
        """The same for names that are a few typing mistakes away, as a whole."""
        found: dict[int, float] = {}
        for names, one, worth in ((self.plain, key, share), (self.sound, heard, share * 0.9)):
            keys = names.lexicon.keys
            groups = [group for group in names.groups if _STARTS[group.weight]]  # initials are too short to be mistyped
            for position in names.lexicon.near(one, edits) if len(one) > 3 else ():
                name = keys[position]
                cost, length = apart(one, name)
                if length == len(name) and cost <= edits:
                    close = worth * max(0.1, _TYPO - _DEAREST * cost)
                    for group in groups:
                        _raise(found, ((n, group.weight * close) for n in group.between(position, position + 1)))
        return found


def _met(names: Postings, key: str, share: float, start: float, spelt: bool) -> Iterator[tuple[int, float]]:
    low, high = names.lexicon.starting(key)
    for weight, _, starts, numbers in names.groups:
        first = _STARTS[weight]
        if not first and not spelt:
            continue
        if low < high and names.lexicon.keys[low] == key:
            for number in numbers[starts[low] : starts[low + 1]]:
                yield number, weight * share
        if first and starts[high] - starts[low] <= _MANY:
            for number in numbers[starts[low] : starts[high]]:
                yield number, first * start


def _raise(found: dict[int, float], more: Iterable[tuple[int, float]]) -> None:
    for number, worth in more:
        if worth > found.get(number, 0.0):
            found[number] = worth


def joined(text: str) -> tuple[str, str]:
    """The words of a text as one key, in plain form and by sound; without legal forms unless it has nothing else."""
    parts = [form for run in runs(text) for form in map(form_of, run)]
    kept = [form for form in parts if form[0] not in LEGAL_FORMS] or parts
    return "".join([form[0] for form in kept]), "".join([form[1] or form[0] for form in kept])


def initials(name: str) -> dict[str, str]:
    """What the initials of a name of three words or more spell, folded, with and without the little words in it.

    Each with its sort of name: those that need a little word to be three are hardly said.
    """
    parts = [folded for run in runs(name) for word in run if (folded := fold(word)) and folded not in LEGAL_FORMS]
    if not 3 <= len(parts) <= 8 or not all(part[0].isalpha() for part in parts):
        return {}
    if any(len(part) == 1 and part not in _LITTLE for part in parts):
        return {}  # «Иванов А. В.» has initials already
    main = [part for part in parts if part not in _LITTLE]
    sort = "initials" if len(main) >= 3 else "some initials"
    return {"".join(part[0] for part in one): sort for one in (parts, main) if len(one) >= 3}
