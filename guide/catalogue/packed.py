"""A table of records that are decoded when they are first asked for, a small batch at a time."""

import json
from collections.abc import Callable, Container, Iterator, KeysView, Mapping, Sequence
from typing import Any

ROWS = 64
"""Records of a batch: one decodes within a few milliseconds."""


class Packed(Mapping[str, Any]):
    """Records by id in their order; ``batches`` are JSON lists of ROWS records each, the last may be shorter.

    Raises ValueError, KeyError or TypeError where a batch is not what it should be; the file that it
    comes from has a checksum, so that means a fault of the writer.
    """

    __slots__ = ("_at", "_batches", "_made", "_reader")

    def __init__(self, ids: Sequence[str], batches: Sequence[bytes], reader: Callable[[dict[str, Any]], Any]) -> None:
        self._at = {key: at for at, key in enumerate(ids)}
        self._batches = batches
        self._reader = reader
        self._made: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        made = self._made.get(key)
        if made is None:
            self._decode(self._at[key] // ROWS)
            made = self._made[key]
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)

    def __contains__(self, key: object) -> bool:
        return key in self._at

    def keys(self) -> KeysView[str]:
        """The ids, as quick to look through as those of a dict."""
        return self._at.keys()

    def forget(self, kept: Container[str] = ()) -> None:
        """Lets go of what was decoded but for some ids, a record after the other; asked for later it is decoded anew.

        All at once would hold every thread for as long as it takes.
        """
        for key in list(self._made):
            if key not in kept:
                self._made.pop(key, None)

    def _decode(self, batch: int) -> None:
        # Two threads may do this at once: the second one's records are equal to the first one's, and dropped.
        for row in json.loads(self._batches[batch]):
            entity = self._reader(row)
            self._made.setdefault(entity.id, entity)
