"""Which thing of an old catalogue is which of a new one: by its id, else by evidence, never by a name alone."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from guide.catalogue.model import Catalogue, Ref
from guide.catalogue.suggest import distance
from guide.catalogue.traits import NAMES, TRAITS, Shown, Side, Trait, bare, keys_of, texts_of

ORDER = (
    "region", "hall", "stand", "exhibitor", "person", "venture", "session", "service", "passage", "source", "notice",
)  # fmt: skip
"""The kinds in the order in which they are paired: what others refer to comes first."""

CROWD = 12
"""A trait that more things than this share brings none of them together: a town, a hall."""

NEEDED, NEEDED_UNNAMED = 4, 5
"""What the evidence has to weigh, where the names agree or are near, and where they do not."""

DOUBTED: Mapping[str, int] = {"exhibitor": 2, "person": 2, "venture": 2, "session": 3}
"""The kinds whose ids may come to mean another thing, and how many traits have to differ at least."""

_NEAR = 2  # what a near name weighs

_Keys = dict[Hashable, Shown]


class Evidence(NamedTuple):
    """One thing that two records have in common; ``trait`` "id" where it is the id."""

    trait: str
    shown: Shown = None


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing in both catalogues, by its ids there, and what speaks for it, the id not counted."""

    old: str
    new: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of every kind by their new ids, and what the old catalogue's ids became.

    ``went`` has those that changed, and "" for one that is gone while its id means another thing now.
    """

    by_new: Mapping[str, Mapping[str, Pair]]
    went: Mapping[Ref, str]


def paired(old: Catalogue, new: Catalogue) -> Pairs:
    """Every thing of two catalogues that is the same thing.

    A thing keeps its id, but where its name and all that is known of it tell of another.
    Of the rest two are one where the evidence of :data:`guide.catalogue.traits.TRAITS` weighs enough, of two traits
    at least, and for no other as much. Compares only things that share something rare, so that it takes about as
    long as the catalogues are.
    """
    went: dict[Ref, str] = {}
    sides = Side(old, went, old=True), Side(new, {}, old=False)
    by_new: dict[str, dict[str, Pair]] = {}
    for kind in ORDER:
        before, now = old.table(kind), new.table(kind)
        doubted = {key for key, thing in before.items() if key in now and _doubted(kind, thing, now[key], sides)}
        pairs = {key: Pair(key, key) for key in now if key in before and key not in doubted}
        left = [key for key in before if key not in now or key in doubted]
        come = [key for key in now if key not in before or key in doubted]
        for pair in _matched(kind, left, come, sides):
            pairs[pair.new] = pair
        by_new[kind] = pairs
        found = {pair.old: pair.new for pair in pairs.values()}
        for key in left:
            went[Ref(kind, key)] = found.get(key, "")
    return Pairs(by_new, went)


def in_common(kind: str, old: Any, new: Any, sides: tuple[Side, Side]) -> tuple[Evidence, ...]:
    """What two records have in common, the name among it."""
    traits = TRAITS.get(kind, ())
    both = [(keys_of(old, trait, sides[0]), keys_of(new, trait, sides[1])) for trait in traits]
    return _Weighed(traits, both, old, new, {}).evidence


def sides_of(old: Catalogue, new: Catalogue, pairs: Pairs) -> tuple[Side, Side]:
    """The two catalogues as seen from the new one."""
    return Side(old, pairs.went, old=True), Side(new, {}, old=False)


class _Weighed:
    """What is common to two records, and what that weighs."""

    __slots__ = ("alone", "evidence", "named", "weight")

    def __init__(
        self,
        traits: Sequence[Trait],
        both: Sequence[tuple[_Keys, _Keys]],
        old: Any,
        new: Any,
        crowded: Mapping[str, Counter[Hashable]],
    ) -> None:
        evidence: list[Evidence] = []
        weight, self.named, self.alone = 0, False, False
        for trait, (left, right) in zip(traits, both, strict=True):
            shared = [key for key in left if key in right]
            if not shared:
                weight -= trait.apart if left and right else 0
                continue
            if trait.name in NAMES:
                if self.named:
                    continue
                self.named = True
            many = trait.name in crowded and all(crowded[trait.name][key] > 2 for key in shared)
            weight += 1 if many else trait.weight
            self.alone |= trait.alone
            evidence.append(Evidence(trait.name, right[shared[0]]))
        if not self.named and weight + _NEAR >= NEEDED and is_near(old, new):
            self.named = True
            weight += _NEAR
            evidence.insert(0, Evidence("near name"))
        self.weight, self.evidence = weight, tuple(evidence)

    @property
    def enough(self) -> bool:
        """Whether it is one thing."""
        needed = NEEDED if self.named else NEEDED_UNNAMED
        return self.weight >= needed and (self.alone or len(self.evidence) > 1)


def is_near(old: Any, new: Any) -> bool:
    """Whether two names are a slip or a word apart: «Полесье» and «Полесье-М», not «Заря» and «Зоря» of four."""
    ours, theirs = [bare(text) for text in texts_of(old)], [bare(text) for text in texts_of(new)]
    for one in ours:
        for other in theirs:
            short, long = sorted((one, other), key=len)
            if len(short) < 5:
                continue
            if long.startswith(short) or distance(one, other, len(short) // 5) <= len(short) // 5:
                return True
    return False


def _doubted(kind: str, old: Any, new: Any, sides: tuple[Side, Side]) -> bool:
    """Whether an id means another thing now, as where a list was numbered anew, or a surname has another bearer.

    So it is where neither the name nor anything else is the same and enough is known to tell; of an organisation also
    where little else is the same, and its site, its telephone… are others.
    """
    if old == new or kind not in DOUBTED or set(texts_of(old)) & set(texts_of(new)):
        return False
    traits = TRAITS[kind]
    both = [(keys_of(old, trait, sides[0]), keys_of(new, trait, sides[1])) for trait in traits]
    apart = [
        trait
        for trait, (left, right) in zip(traits, both, strict=True)
        if left and right and trait.name not in NAMES and not left.keys() & right.keys()
    ]
    if len(apart) < DOUBTED[kind]:
        return False
    weighed = _Weighed(traits, both, old, new, {})
    if weighed.named or is_near(old, new):
        return False
    known = sum(trait.rare and trait.apart > 0 for trait in apart)
    return not weighed.evidence or (known > 1 and weighed.weight < known)


def _matched(kind: str, left: Sequence[str], come: Sequence[str], sides: tuple[Side, Side]) -> list[Pair]:
    """The pairs among those that are in one catalogue only."""
    if not left or not come:
        return []
    traits = TRAITS[kind]
    before, now = sides[0].catalogue.table(kind), sides[1].catalogue.table(kind)
    ours = {key: [keys_of(before[key], trait, sides[0]) for trait in traits] for key in left}
    theirs = {key: [keys_of(now[key], trait, sides[1]) for trait in traits] for key in come}
    crowded = {
        trait.name: _counted(trait, (before.values(), sides[0]), (now.values(), sides[1]))
        for trait in traits
        if trait.rare
    }
    pairs: list[Pair] = []
    # Those of one name first: they are many where only the ids were made anew, and few are left to be compared then.
    for several in ([trait.name in NAMES for trait in traits], [True] * len(traits)):
        found: dict[int, list[tuple[str, str, _Weighed]]] = defaultdict(list)
        for one, other in _near(ours, theirs, several):
            both = list(zip(ours[one], theirs[other], strict=True))
            weighed = _Weighed(traits, both, before[one], now[other], crowded)
            if weighed.enough:
                found[weighed.weight].append((one, other, weighed))
        for pair in _chosen(found):
            pairs.append(pair)
            del ours[pair.old], theirs[pair.new]
    return pairs


def _near(
    ours: Mapping[str, Sequence[_Keys]], theirs: Mapping[str, Sequence[_Keys]], traits: Sequence[bool]
) -> dict[tuple[str, str], None]:
    """The pairs that share something rare of these traits, each once, in a stable order."""
    near: dict[tuple[str, str], None] = {}
    for at, wanted in enumerate(traits):
        if wanted:
            holders = _holders(theirs, at)
            for key, olds in _holders(ours, at).items():
                news = holders.get(key, ())
                if len(news) <= CROWD and len(olds) <= CROWD:
                    near.update(((one, other), None) for one in olds for other in news)
    return near


def _holders(keys: Mapping[str, Sequence[_Keys]], at: int) -> dict[Hashable, list[str]]:
    holders: dict[Hashable, list[str]] = defaultdict(list)
    for thing, found in keys.items():
        for key in found[at]:
            holders[key].append(thing)
    return holders


def _counted(trait: Trait, *catalogues: tuple[Any, Side]) -> Counter[Hashable]:
    """How many have a key, in both catalogues together: one thing that stays itself counts two."""
    counted: Counter[Hashable] = Counter()
    for things, side in catalogues:
        for thing in things:
            counted.update({key for key, _ in trait.keys(thing, side)})
    return counted


def _chosen(found: Mapping[int, list[tuple[str, str, _Weighed]]]) -> list[Pair]:
    """The best pairs first; where two weigh the same for one thing, nobody knows, and none of them is a pair."""
    ours: set[str] = set()
    theirs: set[str] = set()
    pairs: list[Pair] = []
    for weight in sorted(found, reverse=True):
        free = [each for each in found[weight] if each[0] not in ours and each[1] not in theirs]
        olds, news = Counter(each[0] for each in free), Counter(each[1] for each in free)
        for one, other, weighed in free:
            if olds[one] == 1 and news[other] == 1:
                pairs.append(Pair(one, other, weighed.evidence))
            # An undecided one is not given away to a weaker likeness either.
            ours.add(one)
            theirs.add(other)
    return pairs
