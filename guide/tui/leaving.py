"""Worlds that are no longer shown, let go piece by piece: in one go a large one would hold the loop for a third of a
second, at whichever moment the last screen lets go of it.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import TYPE_CHECKING, Any

from guide.turns import emptied

if TYPE_CHECKING:
    from guide.tui.world import World

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
            if _holders(self._worlds, at) <= _ALONE:
                world = self._worlds[at]
                from guide.search import ties
                from guide.view import floor_words

                for kept in (ties, floor_words):
                    kept.forget(world.catalogue)
                parts = parts_of(world)
                del self._worlds[at], world
                emptied(parts)  # what holds goes before what it holds, so that each piece is a small one


def _holders(things: list[Any], at: int) -> int:
    """How many hold a thing of a list, this function and the list among them."""
    thing = things[at]
    return sys.getrefcount(thing)


_ALONE = _holders([[]], 0)
"""The same of a thing that nobody else holds: versions of Python differ in what they count."""


def parts_of(world: World) -> list[Any]:
    """A world and all that it holds, what is held before all that hold it; of a thing of the catalogue it alone."""
    from guide.catalogue.model import Catalogue, Ref

    entities = Catalogue.__module__
    parts: list[Any] = []
    known = {id(world)}
    # Depth first: what is left after all that it holds is behind it in every order of holding.
    way: list[tuple[Any, Iterator[Any]]] = [(world, iter(gc.get_referents(world)))]
    while way:
        holder, held = way[-1]
        for each in held:
            if id(each) not in known and gc.is_tracked(each) and not isinstance(each, (Ref, *_SHARED)):
                known.add(id(each))
                alone = type(each).__module__ == entities and not isinstance(each, Catalogue)
                way.append((each, iter(() if alone else gc.get_referents(each))))
                break
        else:
            parts.append(holder)
            way.pop()
    emptied(known)
    return parts
