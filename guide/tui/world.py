"""What the screens show: one frozen value of the catalogue, its index, and the language to say it in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from guide.catalogue.following import saved, seen
from guide.catalogue.gazetteer import known
from guide.catalogue.load import Loaded, load
from guide.catalogue.load import keep as keep_catalogue
from guide.catalogue.model import Catalogue, Ref
from guide.catalogue.outlines import outlines
from guide.catalogue.problems import Problem
from guide.catalogue.read import Raw
from guide.i18n import N_, Tongue
from guide.search import frozen, ties
from guide.search.facets import FacetTable
from guide.search.filters import FILTERS
from guide.search.index import Index
from guide.search.order import sorted_refs
from guide.uncollected import uncollected
from guide.venue.floors import Floors, floors_of

SORTS: dict[str, tuple[str, ...]] = {
    "exhibitor": ("name", "place", "stand"),
    "stand": ("stand", "name", "place"),
    "region": ("name", "place"),
    "venture": ("name", "place", "kind", "status"),
    "session": ("date", "name"),
    "person": ("name", "place"),
}
"""How each kind's list can be sorted; the first way is the usual one."""

READING = N_("Reading the catalogue…")
INDEXING = N_("Making it searchable…")


@dataclass(frozen=True, slots=True)
class World:
    """A fair, ready to be shown: nothing in it changes, a new one takes its place."""

    path: Path
    catalogue: Catalogue
    problems: Sequence[Problem]
    index: Index
    listed: Mapping[str, tuple[Ref, ...]] = field(default_factory=dict)
    """Kind -> the things that a tab lists and counts while nothing is searched, in the base order: all but those
    known from ties only, which only a search or a tie finds, and which are never counted."""
    whole: bool = False
    """Whether the facets and ways of sorting are worked out; until then there are none."""
    facets: FacetTable = field(default_factory=lambda: FacetTable({}, {}))
    fresh: tuple[Loaded, bool] | None = None
    """What was read, and whether the index was built anew, until both are kept."""
    places: Mapping[tuple[str, str], Mapping[Ref, int]] = field(default_factory=dict)
    """(kind, way of sorting) -> a thing's place in that order."""
    floors: Floors | None = None
    """The halls as they can be drawn; None until they are worked out."""
    digest: str = ""
    """What the bytes of its files come to: another one where any of them is another."""
    saved: float = 0.0
    """When the newest of its files was saved, in seconds since 1970; 0 where that is not known."""

    def tongue(self, code: str) -> Tongue:
        """A language to say this fair in, with the fair's fallbacks."""
        return Tongue(code, self.catalogue.fair.languages)

    def has_background(self, kind: str) -> bool:
        """Whether some things of a kind are known from ties only."""
        return len(self.listed.get(kind, ())) < len(self.index.order.get(kind, ()))

    def sorted(self, kind: str, refs: tuple[Ref, ...], by: str) -> tuple[Ref, ...]:
        """The things in that order."""
        places = self.places.get((kind, by))
        return refs if places is None else tuple(sorted(refs, key=places.__getitem__))


def world_of(path: Path, cache: Path | None, step: Callable[[str], None], raws: tuple[Raw, ...] | None = None) -> World:
    """Reads a catalogue and makes it searchable; says what it is doing through ``step``.

    ``raws`` are its files where they were read already: then it is parsed so that a loop goes on meanwhile. Raises
    GuideError where the catalogue is not there or cannot be read.
    """
    step(READING)
    with uncollected(freeze=True):
        at = saved(seen(path))
        loaded = load(path, cache=cache, keep_at_once=False, gentle=raws is not None, raws=raws)
        step(INDEXING)
        catalogue = loaded.catalogue
        index, built = frozen.index_of(loaded.catalogue, loaded.digest, path, cache)
        behind = index.background
        listed = {
            kind: tuple([ref for ref in refs if ref not in behind]) if behind else tuple(refs)
            for kind, refs in index.order.items()
        }
    fresh = (loaded, built)
    return World(path, catalogue, loaded.problems, index, listed, fresh=fresh, digest=loaded.digest, saved=at)


def keep(world: World, cache: Path | None) -> None:
    """Keeps for the next start what reading a large catalogue worked out anew; in silence where it cannot."""
    if cache is None or world.fresh is None:
        return
    loaded, built = world.fresh
    keep_catalogue(loaded, world.path, cache)
    if built and frozen.is_worth_keeping(world.catalogue):
        frozen.keep(cache, world.path, loaded.digest, world.index)


def completed(world: World, language: str) -> World:
    """The world with its facets and its ways of sorting in a language, which the first look does not need."""
    with uncollected(freeze=True):
        world.catalogue.relations  # noqa: B018 - first, since cards and rows wait for them
        world.index.prepare()
        for name, named in FILTERS.items():
            if named.of_values:
                world.index.values.of(name)  # or completing the first one would take as long as a few keys
        places = _places(world, language)
        facets = FacetTable.build(world.catalogue)
        if world.catalogue.ventures:
            outlines()  # or the first map would wait for them
        known(world.catalogue.fair.id)  # or the first list that marks a town by its other name would wait
        floors = floors_of(world.catalogue)
        ties.prepare(world.catalogue)
    return replace(world, whole=True, fresh=None, facets=facets, places=places, floors=floors)


def like(after: World, before: World) -> World:
    """A newer world with the halls of the one before, if nothing in them is another: ways through them go on."""
    tables = ("hall", "stand", "passage", "service")
    same = before.floors is not None and all(before.catalogue.table(t) == after.catalogue.table(t) for t in tables)
    return replace(after, floors=before.floors) if same else after


def resorted(world: World, language: str) -> World:
    """The world with its ways of sorting as another language has them."""
    with uncollected():
        return replace(world, places=_places(world, language))


def _places(world: World, language: str) -> dict[tuple[str, str], dict[Ref, int]]:
    languages = (language, *world.catalogue.fair.languages)
    return {
        (kind, by): {
            ref: at
            for at, ref in enumerate(sorted_refs(world.catalogue, world.index.order.get(kind, ()), by, languages))
        }
        for kind, ways in SORTS.items()
        for by in ways
    }
