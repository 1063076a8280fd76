"""The catalogue of a fair as a person last looked at it, kept whole so that the next one can be compared with it.

Whole, since a comparison goes by everything that is known of a thing, and what is gone has to be told. Packed, 5,000
exhibitors are 0.7 MB and 30,000 are 4 MB on disk; packing takes 0.1 s and 0.8 s, unpacking a fifth of that. One copy
a fair, by the fair's id as with everything else that a person has of a fair, wherever its files lie by then; as many
fairs as :data:`guide.kept.KEPT`. A file that is missing, damaged, or of a guide that had other fields is as if nobody
had looked at the fair yet.
"""

import hashlib
import json
import zlib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from guide import kept
from guide.catalogue import fields
from guide.catalogue.cache import decoded, encoded
from guide.catalogue.model import Catalogue

_SORT = "seen"
_QUICK = 1  # zlib's level: a third larger than the usual one, in a quarter of its time
_MOST = 1 << 30  # bytes that a copy unpacks to


@dataclass(frozen=True, slots=True)
class Seen:
    """What was looked at: the digest of its files, when that was by the fair's clock, and the catalogue, packed."""

    fair: str
    digest: str
    at: datetime
    packed: bytes = field(repr=False)

    def catalogue(self) -> Catalogue | None:
        """The catalogue, its records decoded when they are asked for; None where it cannot be unpacked.

        A record that does not fit the guide's fields raises ValueError, LookupError or TypeError when it is asked for.
        """
        try:
            return decoded(zlib.decompressobj().decompress(self.packed, _MOST))
        except (zlib.error, MemoryError):
            return None


def seen(catalogue: Catalogue, digest: str, at: datetime) -> Seen:
    """A catalogue, of files of that digest, as it is looked at now."""
    return Seen(catalogue.fair.id, digest, at, zlib.compress(encoded(catalogue), _QUICK))


def keep(folder: Path, what: Seen) -> None:
    """Writes it for the next time, in the place of what was kept of the fair; in silence where that cannot be done."""
    head = json.dumps([what.digest, what.at.isoformat()]).encode()
    kept.write(_file(folder, what.fair), [what.fair], _code(), head + b"\n" + what.packed)


def recall(folder: Path, fair: str) -> Seen | None:
    """What was kept of a fair; None where nothing is, or nothing that can be read."""
    body = kept.read(_file(folder, fair), [fair], _code())
    if body is None:
        return None
    head, _, packed = body.partition(b"\n")
    try:
        digest, at = json.loads(head)
        return Seen(fair, str(digest), datetime.fromisoformat(at), packed)
    except (ValueError, TypeError):
        return None


def _file(folder: Path, fair: str) -> Path:
    name = hashlib.sha256(fair.encode("utf-8", "surrogatepass")).hexdigest()
    return folder / f"{_SORT}-{name[:24]}.kept"


def _code() -> str:
    """What the fields of the catalogue are: a record of other fields cannot be compared."""
    known = [
        (name, [(each.key, each.shape.name, each.many) for each in table.fields])
        for name, table in fields.TABLES.items()
    ]
    return hashlib.blake2b(repr(known).encode(), digest_size=8).hexdigest()
