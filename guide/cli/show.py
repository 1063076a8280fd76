"""``guide show``: everything that is known of one thing, found by its id or its stand code."""

import shutil
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from guide.catalogue.model import Catalogue, Ref
from guide.cli.arguments import Parsed, readable
from guide.cli.opened import indexed, opened
from guide.cli.streams import out, out_json, say
from guide.errors import Exit
from guide.i18n import Tongue
from guide.search.answer import Hit
from guide.search.index import Index
from guide.search.meant import resolve as by_id_or_code

if TYPE_CHECKING:
    from guide.catalogue.load import Loaded
    from guide.view.blocks import Card

SHOWN = ("exhibitor", "region", "venture", "person", "session", "stand", "hall", "service", "source")
"""The kinds of things that have a card."""

_MOST = 100  # columns of a card
_SAME = 12  # things of one name that are listed


def show(parsed: Parsed, tongue: Tongue) -> int:
    """Prints the card of a thing; 1 where there is none such, 2 where several are meant."""
    loaded, tongue = opened(parsed, tongue)
    catalogue = loaded.catalogue
    asked = readable(parsed.words[0])
    found = meant(parsed, loaded, asked)
    if not found:
        return nothing(catalogue, asked, tongue)
    if len(found) > 1:
        return several(catalogue, asked, found, tongue)
    if parsed.flag("json"):
        out_json(_fields(catalogue, found[0]))
        return Exit.OK
    from guide.view.plain import plain

    out(plain(_card(catalogue, found[0], tongue), min(shutil.get_terminal_size().columns, _MOST)), end="")
    return Exit.OK


def meant(parsed: Parsed, loaded: "Loaded", asked: str) -> list[Ref]:
    """The things that are meant by an id, ``kind:id``, a stand code in any spelling, or a whole name."""
    return resolve(loaded.catalogue, asked) or _named(loaded.catalogue, indexed(parsed, loaded), asked)


def _card(catalogue: Catalogue, ref: Ref, tongue: Tongue) -> "Card":
    if ref.kind == "fair":
        from guide.dates import now
        from guide.view.overview import overview

        return overview(catalogue, tongue, now(catalogue.fair.timezone).date())
    from guide.view.cards import card

    return card(catalogue, ref, tongue)


def _named(catalogue: Catalogue, index: Index, asked: str) -> list[Ref]:
    """The things whose whole name or alias this is; those known from ties only where there are no others."""
    exact = [hit.ref for hit in index.search(asked).hits(SHOWN, limit=_SAME) if _exact(hit)]
    return [ref for ref in exact if ref not in index.background] or exact


def _exact(hit: Hit) -> bool:
    return any(why.reason in ("exact", "alias") and why.field in ("name", "alias") for why in hit.why)


def resolve(catalogue: Catalogue, asked: str) -> list[Ref]:
    """The fair, or the things with a card that an id, ``kind:id`` or a stand code in any spelling may mean."""
    if asked in ("fair", catalogue.fair.id, f"fair:{catalogue.fair.id}"):
        return [Ref("fair", catalogue.fair.id)]
    return by_id_or_code(catalogue, asked, SHOWN)


def several(catalogue: Catalogue, asked: str, found: Iterable[Ref], tongue: Tongue) -> int:
    """Lists what may be meant, to be asked for by kind and id; 2."""
    from guide.view import names

    say(tongue.t("{what} may be one of these; ask by kind and id:", what=tongue.quoted(asked)))
    for ref in found:
        out(f"{ref} · {names.name(catalogue, ref, tongue)}")
    return Exit.USAGE


def nothing(catalogue: Catalogue, asked: str, tongue: Tongue) -> int:
    """Says that nothing is called so, with a guess; 1."""
    from guide.catalogue.suggest import nearest

    said = tongue.t("Nothing has the id, stand code or whole name {what}.", what=tongue.quoted(asked))
    say(f"guide: {said}")
    ids = [ref.id for kind in SHOWN for ref in catalogue.refs(kind)]
    near = nearest(asked.rpartition(":")[2], ids)
    if near:
        say(tongue.t("Did you mean {near}?", near=near))
    else:
        say(tongue.t("“guide find {what}” searches names, products and everything else.", what=asked))
    return Exit.NOTHING


def _fields(catalogue: Catalogue, ref: Ref) -> dict[str, Any]:
    """The thing's own fields, and under "refs" those of what it refers to, by kind:id."""
    from guide.catalogue.plain import public_table_of, referred

    entity = catalogue.get(ref)
    assert entity is not None
    own = {"ref": str(ref), **public_table_of(entity)}
    refs: dict[str, Any] = {}
    for other in referred(entity):
        there = catalogue.get(other)
        if there is not None and other != ref:
            refs[str(other)] = public_table_of(there)
    return {**own, "refs": refs}
