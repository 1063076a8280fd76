"""Whom one could work with, and why: the part of a card that looks ahead."""

from rich.text import Text

from guide.catalogue.model import Ref
from guide.i18n import Wording
from guide.search.ties import Reason, could_work_with
from guide.text import one_line
from guide.view import names, roles
from guide.view.blocks import Items, Paragraph, joined, styled
from guide.view.draft import Draft


def new_ties(draft: Draft) -> None:
    """Adds whom this exhibitor or region could work with, or says plainly that nothing points to anyone."""
    t = draft.tongue.t
    found = could_work_with(draft.catalogue, draft.ref)
    draft.heading(t("Could work with"), len(found))
    if not found:
        words = t("What the catalogue says of offers, needs and sectors matches nobody else.")
        draft.add(Paragraph(styled(words, roles.QUIET)))
        return
    items = []
    for tie in found:
        reasons = joined([_reason(draft, reason) for reason in tie.reasons], "; ")
        absent = names.is_background(draft.catalogue, tie.ref)
        note = Text(f" ({t(names.PARTICIPATION['background'])})" if absent else "")
        items.append(draft.link(tie.ref).append_text(note).append(" · ", roles.QUIET).append_text(reasons))
    draft.add(Items(tuple(items)))


def _reason(draft: Draft, reason: Reason) -> Text:
    t = draft.tongue.t
    if isinstance(reason.what, Ref):
        words = t("tied already:") if reason.kind == "tie" else t("their regions are tied:")
        return styled(f"{words} ", roles.QUIET).append_text(draft.link(reason.what))
    what = one_line(draft.tongue.d(reason.what)) if isinstance(reason.what, Wording) else str(reason.what)
    quoted = draft.tongue.quoted(what)
    if reason.kind == "offers":
        return Text(t("offers what is sought here: {what}", what=quoted))
    if reason.kind == "seeks":
        return Text(t("seeks what is offered here: {what}", what=quoted))
    return styled(t("same sector: {what}", what=what), roles.QUIET)
