"""Worlds that are no longer shown, let go piece by piece: in one go a large one would hold the loop for a third of a
second, at whichever moment the last screen lets go of it.
"""

from __future__ import annotations

import gc
import sys
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from guide.tui.world import World

_OURS = 3
"""References to a world that are those of :meth:`Leaving.step` itself."""

_SHARED = (type, ModuleType, FunctionType, BuiltinFunctionType, MethodType)


class Leaving:
    """Holds worlds until nobody else does; used by one thread."""

    def __init__(self) -> None:
        self._worlds: list[World] = []

    def add(self, world: World) -> None:
        """Lets go of a world as soon as no screen shows anything of it."""
        if all(each is not world for each in self._worlds):
            self._worlds.append(world)

    def step(self) -> None:
        """Takes apart the worlds that nobody else holds by now."""
        for at in reversed(range(len(self._worlds))):
            world = self._worlds[at]
            if sys.getrefcount(world) <= _OURS:
                from guide.search import ties
                from guide.view import floor_words

                for kept in (ties, floor_words):
                    kept.forget(world.catalogue)
                parts = parts_of(world)
                del self._worlds[at], world
                # What holds goes before what it holds, so that each piece is a small one.
                parts.reverse()
                while parts:
                    parts.pop()


def parts_of(world: World) -> list[Any]:
    """A world and all that it holds, what holds before what is held; of a thing of the catalogue the thing itself."""
    from guide.catalogue.model import Catalogue, Ref

    entities = Catalogue.__module__
    parts: list[Any] = [world]
    known = {id(world)}
    for part in parts:
        if type(part).__module__ == entities and not isinstance(part, Catalogue):
            continue
        for each in gc.get_referents(part):
            if id(each) not in known and gc.is_tracked(each) and not isinstance(each, (Ref, *_SHARED)):
                known.add(id(each))
                parts.append(each)
    return parts
