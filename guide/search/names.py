"""How a whole query sits in the names of things: the exact name first, then names that start with it."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from guide.search.fold import fold, form_of, runs

# How much the whole query is worth: as the whole of a name, as its start. A word of a name is worth 40 at most,
# so an exact name comes before an exact alias, that before the start of a name, that before a word of it.
_WORTH: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"name": (120.0, 50.0), "alias": (80.0, 20.0), "legal_name": (100.0, 10.0)}
)
NAMING = frozenset(_WORTH)
"""The fields that name a thing."""

_BY_SOUND = 0.8

# Legal forms, folded; they neither make nor break a name.
LEGAL_FORMS = frozenset(
    fold(form)
    for form in (
        "ООО", "ОАО", "ЗАО", "ПАО", "АО", "НАО", "ОДО", "ЧУП", "УП", "РУП", "КУП", "ЧП", "ИП", "ИООО", "СООО", "СП",
        "НПП", "НПО", "НПФ", "ФГУП", "ГУП", "МУП", "АНО", "ТОО", "ТАА", "ААТ", "ЗАТ", "АДТ", "ПУП", "ЧТУП", "ЧПУП",
        "ГмбХ", "GmbH", "AG", "KG", "Ltd", "LLC", "LLP", "JSC", "OJSC", "CJSC", "PJSC", "Inc", "Corp", "Co",
        "SA", "SpA", "Srl", "BV", "NV", "AB", "Oy", "AS", "SRO", "ZOO", "PLC", "Pty", "SE",
    )
)  # fmt: skip


Named = tuple[str, int, str]
"""The key of a name, the number of the thing, the field that the name stands in."""


class Names:
    """The names of all things, each as one key without spaces, sorted."""

    def __init__(self, named: Iterable[tuple[int, str, str]]) -> None:
        """From the numbers of things, with the field and the text of each of their names."""
        keys = [(joined(text), number, field) for number, field, text in named]
        self.plain = sorted((plain, number, field) for (plain, _), number, field in keys)
        self.sound = sorted((heard, number, field) for (_, heard), number, field in keys)

    @classmethod
    def of(cls, plain: list[Named], sound: list[Named]) -> "Names":
        """The names from their sorted lists."""
        made = cls(())
        made.plain, made.sound = plain, sound
        return made

    def bonus(self, query: str) -> dict[int, float]:
        """The numbers of the things whose names the query is, or starts, and how much that is worth."""
        found: dict[int, float] = {}
        plain, heard = joined(query)
        for names, key, share in ((self.plain, plain, 1.0), (self.sound, heard, _BY_SOUND)):
            if not key:
                continue
            at = bisect_left(names, (key, -1, ""))
            while at < len(names):
                name, number, field = names[at]
                if not name.startswith(key):
                    break
                worth = _WORTH[field][name != key] * share
                if worth > found.get(number, 0.0):
                    found[number] = worth
                at += 1
        return found


def joined(text: str) -> tuple[str, str]:
    """The words of a text as one key, in plain form and by sound; without legal forms unless it has nothing else."""
    parts = [form for run in runs(text) for form in map(form_of, run)]
    kept = [form for form in parts if form[0] not in LEGAL_FORMS] or parts
    return "".join([form[0] for form in kept]), "".join([form[1] or form[0] for form in kept])
