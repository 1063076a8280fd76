"""What columns were told to be (``--map``): fields by their names, and columns that are there."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from guide.catalogue.suggest import nearest
from guide.catalogue.words import is_language
from guide.errors import UsageError
from guide.i18n import N_
from guide.intake.assigned import folded
from guide.intake.columns import ASKED, BEFORE, Meaning
from guide.intake.headings import KEPT, LEFT_OUT, NAMES

_OTHERWISE: Mapping[str, str] = MappingProxyType({
    # Keys of the catalogue and words near them, for the field that is meant.
    "stands": "stand", "code": "stand", "booth": "stand", "halls": "hall", "sector": "sectors", "product": "products",
    "offer": "offers", "alias": "aliases", "phones": "phone", "emails": "email", "url": "site", "website": "site",
    "web": "site", "company": "organisation", "exhibitor": "organisation", "firm": "organisation", "town": "city",
    "description": "about", "session": "title", "speaker": "speakers", "moderator": "moderators",
    "start": "starts", "end": "ends", "area_m2": "area", "organization": "organisation", "contact": "people",
    "position": "role", "job": "role", "form": "legal_form", "postcode": "zip", "plz": "zip", "skip": LEFT_OUT,
    "datetime": "when", "kind": "stand_kind", "organizations": "organisations",
})  # fmt: skip


def fields() -> list[str]:
    """The words that a column may be told to be for."""
    return [*NAMES, LEFT_OUT]


def meaning_told(column: str, word: str) -> Meaning:
    """What a column is told to be: a field, with a language behind a dot if it is in one: "name.en".

    Raises UsageError for a word that is no field, naming the nearest.
    """
    field, _, tag = word.strip().partition(".")
    field = _OTHERWISE.get(field.casefold(), field.casefold())
    if field in (KEPT, LEFT_OUT) or (field in NAMES and (not tag or is_language(tag))):
        return Meaning(field, tag, ASKED)
    known = ", ".join(sorted(fields()))
    if field in NAMES:
        raise UsageError(
            N_("“{column}={word}”: “{tag}” is no language."), N_("For example: name.en, name.ru, name.be."),
            column=column, word=word, tag=tag,
        )  # fmt: skip
    near = nearest(field, [*fields(), *_OTHERWISE])
    near = _OTHERWISE.get(near, near)
    raise UsageError(
        N_("“{column}={word}”: no column can be for “{word}”."),
        N_("Perhaps {near}? There are: {known}.") if near else N_("There are: {known}."),
        column=column, word=word, near=near, known=known,
    )  # fmt: skip


def meanings_told(columns: Mapping[str, str], kept: Mapping[str, str]) -> dict[str, Meaning]:
    """What columns are told to be, by their names as they are compared; ``kept`` is from an earlier import.

    Raises UsageError as :func:`meaning_told`; what was kept and is no field any more is passed over.
    """
    told: dict[str, Meaning] = {}
    for name, word in kept.items():
        if word:
            try:
                told[folded(name)] = meaning_told(name, word)._replace(how=BEFORE)
            except UsageError:
                continue
    return told | {folded(name): meaning_told(name, word) for name, word in columns.items()}


def prove_there(columns: Mapping[str, str], there: Iterable[str]) -> None:
    """Proves that each column that was told is in some file.

    Raises UsageError with the nearest name and all there are.
    """
    names = {folded(name): name for name in there if name}
    for column in columns:
        if folded(column) not in names:
            near = nearest(column, list(names.values()))
            raise UsageError(
                N_("No file has a column “{column}”."),
                N_("Perhaps “{near}”? There are: {known}.") if near else N_("There are: {known}."),
                column=column, near=near, known=", ".join(f"“{name}”" for name in dict.fromkeys(names.values())),
            )  # fmt: skip
