"""How a whole query sits in the names of things: the exact name first, then names that start with it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from guide.search.closeness import apart
from guide.search.fold import fold, form_of, is_cyrillic, letters_sound, runs
from guide.search.keys import MANY
from guide.search.postings import Postings, Sounds
from guide.turns import emptied

WORTH: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"name": (120, 12), "legal_name": (100, 4), "alias": (90, 8), "initials": (72, 0), "some initials": (34, 0)}
)
"""What the whole query is worth, in points: as the whole of a name of this sort, and as its start.

A word of a name is worth 43 points at most, so that an exact name comes before an exact alias, that before
the start of a name, and that before a word of it.
"""

ASKED_WITH = frozenset(
    fold(word)
    for word in (
        *("где", "кто", "что", "как", "сколько", "стоит", "купить", "найти", "делает", "производит", "продаёт", "есть"),
        *(
            "ли",
            "мне",
            "нужен",
            "нужна",
            "нужно",
            "нужны",
            "у",
            "вас",
            "находится",
            "это",
            "дзе",
            "хто",
            "што",
            "колькі",
        ),
        *("каштуе", "купіць", "знайсці", "робіць", "вырабляе", "прадае", "ёсць", "мне", "патрэбен", "патрэбна", "вас"),
        *("where", "who", "what", "how", "is", "are", "find", "buy", "makes", "sells", "do", "you", "have", "can", "i"),
    )
)
"""Words of a question, folded, that are in no name: they need not be found where others are asked."""

NAMING = frozenset(("name", "alias", "legal_name"))
"""The fields that name a thing."""

_STARTS = dict(WORTH.values())
_SPELT = 0.8
_LONG_NAME, _LONGEST_NAME = 8, 60  # letters
_MANY = 2000  # names that start so; then the first word of a name says as much

# Legal forms, folded; they neither make nor break a name.
LEGAL_FORMS = frozenset(
    fold(form)
    for form in (
        "ООО", "ОАО", "ЗАО", "ПАО", "АО", "НАО", "ОДО", "ЧУП", "УП", "РУП", "КУП", "ЧП", "ИП", "ИООО", "СООО", "СП",
        "НПП", "НПО", "НПФ", "ФГУП", "ГУП", "МУП", "АНО", "ТОО", "ТАА", "ААТ", "ЗАТ", "АДТ", "ПУП", "ЧТУП", "ЧПУП",
        "ГмбХ", "GmbH", "AG", "KG", "Ltd", "LLC", "LLP", "JSC", "OJSC", "CJSC", "PJSC", "Inc", "Corp", "Co",
        "СОАО", "СЗАО", "РУПП", "КУПП", "УПП", "ПРУП", "ЧПТУП",
        "ГК", "ТД", "СПК", "ЧАО", "ОсОО", "ТзОВ", "МЧЖ", "ЖШС", "MChJ", "SAS", "GbR", "eG", "eK", "OÜ", "UAB", "SIA",
        "Sp", "Sti", "OOO", "OAO", "ZAO", "PAO", "SA", "SpA", "Srl", "BV", "NV", "AB", "Oy", "AS", "SRO", "ZOO", "PLC",
        "Pty", "SE",
    )
)  # fmt: skip

LITTLE = frozenset(
    fold(word)
    for word in (
        *("и", "і", "й", "ды", "або", "или", "по", "па", "для", "в", "во", "на", "у", "ва", "з", "са", "из", "с", "со"),
        *("от", "ад", "из-за", "при", "пры", "под", "пад", "к", "о", "об", "за", "of", "and", "the", "for", "in", "at"),
        *("from", "und", "für", "der", "die", "das"),
    )
)
"""Little words, folded: an acronym may leave them out, and a question may have them where a name has none."""


class Names:
    """The names of all things, each as one key without spaces; and what their initials spell."""

    def __init__(self, plain: Postings, sounds: Sounds) -> None:
        self.plain = plain
        self.sounds = sounds

    @classmethod
    def build(cls, named: Iterable[tuple[int, str, str]]) -> "Names":
        """From the numbers of things, with the field and the text of each of their names."""
        plain: dict[tuple[int, bool], dict[str, list[int]]] = {(whole, False): {} for whole, _ in WORTH.values()}
        sounds: dict[str, set[str]] = {}
        seen: set[tuple[int, str]] = set()
        for number, field, text in named:
            key, heard = joined(text)
            # A legal name that is the name with its form says nothing new.
            if not key or (number, key) in seen:
                continue
            seen.add((number, key))
            plain[WORTH[field][0], False].setdefault(key, []).append(number)
            sounds.setdefault(heard, set()).add(key)
            if field == "alias" and len(key) <= 6:
                sounds.setdefault(letters_sound(key), set()).add(key)
            for letters, sort in initials(text).items():
                if (number, letters) not in seen:
                    numbers = plain[WORTH[sort][0], False].setdefault(letters, [])
                    if not numbers or numbers[-1] != number:
                        numbers.append(number)
                    if is_cyrillic(letters):
                        sounds.setdefault(letters_sound(letters), set()).add(letters)
        postings = Postings.build(plain)
        made = cls(postings, Sounds.build(sounds, postings))
        emptied(sounds, *plain.values())
        return made

    def bonus(
        self,
        key: str,
        heard: Mapping[str, float],
        share: float = 1.0,
        start: float = 1.0,
        *,
        spelt: bool = True,
        as_letters: Iterable[str] = (),
    ) -> dict[int, float]:
        """The numbers of the things whose name a key is, or starts, and how many points that is worth.

        ``heard`` are the sounds that the key may have, with what each is worth beside its letters; ``start`` is
        the share that the start of a name is worth; ``spelt`` says whether initials count. What Cyrillic ones
        spell is met by the sound of Latin letters only; ``as_letters`` are sounds of the key letter by letter, which
        are those of acronyms and so of whole names only.
        """
        found: dict[int, float] = {}
        lexicon = self.plain.lexicon
        if key:
            position = lexicon.at(key)
            self._raise(found, [(position, position + 1)], [lexicon.starting(key)], share, share * start, spelt=spelt)
        spelt = spelt and not is_cyrillic(key)
        letterwise = {sound for sound in as_letters if sound not in heard}
        for sound, worth in (*heard.items(), *((sound, _SPELT) for sound in letterwise)):
            if sound:
                low, high = self.sounds.lexicon.starting(sound)
                position = self.sounds.lexicon.at(sound)
                whole = self.sounds.stretches(position, position + 1) if position >= 0 else ()
                starts = self.sounds.stretches(low, high) if sound not in letterwise and high - low <= _MANY else ()
                self._raise(found, whole, starts, share * worth, share * worth * start, spelt=spelt)
        return found

    def prepare(self) -> None:
        """Lays the names out letter by letter, which the first that is mistyped would wait for."""
        if len(self.plain.lexicon) < MANY:
            self.plain.lexicon.columns  # noqa: B018 - worked out once, when it is first asked for

    def called(self, key: str, heard: str, share: float) -> dict[int, float]:
        """The numbers of the things that go by a name, as a whole, and how many points that is worth."""
        found: dict[int, float] = {}
        whole = [(position, position + 1)] if (position := self.plain.lexicon.at(key)) >= 0 else []
        if heard and (place := self.sounds.lexicon.at(heard)) >= 0:
            whole += self.sounds.stretches(place, place + 1)
        self._raise(found, whole, (), share, 0.0, spelt=False)
        return found

    def nearly(self, key: str) -> dict[int, float]:
        """The same for long names that a key is but for a slip: «гроднаазот». Large fairs go without."""
        found: dict[int, float] = {}
        lexicon = self.plain.lexicon
        if _LONG_NAME <= len(key) <= _LONGEST_NAME and len(lexicon) < MANY:
            for position in lexicon.near(key, 1):
                cost, length = apart(key, lexicon.keys[position])
                if length == len(lexicon.keys[position]):
                    self._raise(found, [(position, position + 1)], (), 0.6 - 0.2 * cost, 0.0, spelt=False)
        return found

    def _raise(
        self,
        found: dict[int, float],
        whole: Iterable[tuple[int, int]],
        starts: Iterable[tuple[int, int]],
        share: float,
        start: float,
        *,
        spelt: bool,
    ) -> None:
        for stretches, of_whole in ((starts, False), (whole, True)):
            for low, high in stretches:
                if low < 0:
                    continue
                for group in self.plain.groups:
                    first = _STARTS[group.weight]
                    worth = group.weight * share if of_whole else first * start
                    if not worth or not (first or (spelt and of_whole)):
                        continue
                    for numbers in group.between(low, high):
                        if len(numbers) > _MANY and not of_whole:
                            continue
                        for number in numbers:
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
    if any(len(part) == 1 and part not in LITTLE for part in parts):
        return {}  # «Иванов А. В.» has initials already
    main = [part for part in parts if part not in LITTLE]
    sort = "initials" if len(main) >= 3 else "some initials"
    return {"".join(part[0] for part in one): sort for one in (parts, main) if len(one) >= 3}
