"""No garbage collection while much is made that stays: half of the time of a build would go into it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected(*, freeze: bool = False) -> Iterator[None]:
    """No collection meanwhile; ``freeze`` lets later ones pass over everything that is there at the end."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if freeze:
            gc.freeze()
        if was:
            gc.enable()
