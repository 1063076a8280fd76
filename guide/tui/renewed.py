"""A newer state of the catalogue that is looked at: all that one looks at stays, by its id, where it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guide.view import names

if TYPE_CHECKING:
    from guide.tui.browsing import Browsing
    from guide.tui.world import World


def renew(me: Browsing, after: World) -> None:
    """Shows a newer state of the catalogue; where it is of another fair, that one from its start.

    The card of a thing that has left the catalogue stays and says so; a list's cursor that stood on one goes to what
    came next, and nothing follows it until one moves.
    """
    before, me.world = me.world, after
    if before.catalogue.fair.id != after.catalogue.fair.id:
        me.begin()
        return
    cursors = [state.cursor for state in me.states.values()]
    cards = [each.ref for each in (*me.history.before, *me.history.after)]
    for ref in (me.shown_ref, *cursors, *cards):
        if ref is not None and after.catalogue.get(ref) is None and before.catalogue.get(ref) is not None:
            me.vanished[ref] = names.name(before.catalogue, ref, me.tongue)
    for tab, state in me.states.items():
        if state.cursor in me.vanished:
            me.states[tab] = replace(state, cursor=None)
    me.floor.renew()
    me.ties.renew()
    me.forget_words()
    me.redraw(steady=True)
