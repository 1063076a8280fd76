"""The card of a thing that is no longer in the catalogue, of what an earlier one knew of it."""

from rich.text import Text

from guide.catalogue.model import Catalogue, Ref
from guide.i18n import Tongue
from guide.view import names, roles
from guide.view.blocks import Blank, Block, Card, Pairs, Paragraph, joined, styled
from guide.view.difference_told import KINDS, facts_said, place_said

_PLACES = ("stands", "hall", "room", "code")  # told in one line


def gone_record(before: Catalogue, ref: Ref, tongue: Tongue) -> Card:
    """What was known of a thing, field by field; KeyError where the earlier catalogue has no such thing.

    Not to be called on an event loop: the first name of a stand relates the whole catalogue.
    """
    if before.get(ref) is None:
        raise KeyError(ref)
    name = names.name(before, ref, tongue)
    kind = styled(names.said(tongue, KINDS, ref.kind), roles.KINDS.get(ref.kind, ""))
    said = styled(tongue.t("no longer in the catalogue"), roles.WARN)
    blocks: list[Block] = [Paragraph(styled(name, roles.TITLE)), Paragraph(joined([kind, said])), Blank()]
    where = place_said(before, ref, tongue)
    pairs = [(tongue.t("Was at"), styled(where, roles.ACCENT))] if where else []
    pairs += [(label, Text(text)) for label, text in facts_said(before, ref, tongue, _PLACES if where else ())]
    return Card(ref, name, (*blocks, Pairs(tuple(pairs))))
