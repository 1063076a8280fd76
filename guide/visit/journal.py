"""The journal of a desk: what was asked, what was chosen, and when; who asked stands nowhere in it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from guide.catalogue.model import Ref
from guide.catalogue.written import quoted
from guide.text import clean, one_line

LONGEST_QUESTION = 200
"""Characters of a question that are kept."""

LONGEST_ALIAS = 200
"""Characters of a name that a thing is tied to; what a catalogue's ``[[alias]]`` may have."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: ``at`` is the fair's clock with its offset from UTC (see :func:`guide.dates.now`).

    ``found`` says whether anything was found, ``ref`` and ``name`` what was chosen (None: nothing), ``language``
    is the visitor's (a BCP 47 tag). ``id`` is given by the journal, 0 before. Texts are cleaned and cut to one line.
    """

    at: datetime
    asked: str = field(repr=False)
    ref: Ref | None
    language: str
    found: bool
    name: str = field(default="", repr=False)
    id: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", self.at.replace(microsecond=0))
        object.__setattr__(self, "asked", _line(self.asked, LONGEST_QUESTION))
        object.__setattr__(self, "name", _line(self.name, LONGEST_ALIAS))


@dataclass(frozen=True, slots=True)
class Tied:
    """A name that people use for a thing; ``name`` is what the catalogue calls it. Texts are cleaned."""

    ref: Ref
    text: str = field(repr=False)
    name: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", _line(self.text, LONGEST_ALIAS))
        object.__setattr__(self, "name", _line(self.name, LONGEST_ALIAS))


def _line(text: str, limit: int) -> str:
    return one_line(clean(one_line(clean(text))[:limit]))


@dataclass(frozen=True, slots=True)
class Hour:
    """How much was asked in one hour of the fair's clock, which ``starts`` names, and how much was in vain."""

    starts: datetime
    questions: int
    not_found: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One wording and those that differ from it in capitals or spaces only.

    ``text`` is how it was put last, ``last`` when, ``ids`` are the questions' own in the order in which they were
    asked, ``tied`` what it is an alias of by now.
    """

    text: str = field(repr=False)
    count: int
    last: datetime
    ids: tuple[int, ...]
    tied: Tied | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """A thing that was chosen, its name at the last time, and how often."""

    ref: Ref
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a journal says: every hour in which something was asked, and what is asked most, first the most.

    ``not_found`` has those wordings that found nothing each time and led to no choice afterwards; ``languages``
    counts the questions in each.
    """

    hours: tuple[Hour, ...]
    asked: tuple[Asked, ...]
    chosen: tuple[Chosen, ...]
    not_found: tuple[Asked, ...]
    languages: tuple[tuple[str, int], ...]
    aliases: tuple[Tied, ...]

    @property
    def questions(self) -> int:
        """How many questions there are."""
        return sum(hour.questions for hour in self.hours)


def folded(text: str) -> str:
    """A question as it is compared with others: capitals and spaces do not count."""
    return one_line(clean(text)).casefold()


def report(questions: Iterable[Question], aliases: Iterable[Tied] = ()) -> Report:
    """What the questions come to."""
    tied = {folded(each.text): each for each in aliases}
    hours: dict[datetime, list[bool]] = {}
    wordings: dict[str, list[Question]] = {}
    for question in questions:
        hours.setdefault(question.at.replace(minute=0, second=0), []).append(question.found)
        if question.asked:
            wordings.setdefault(folded(question.asked), []).append(question)
    every = [question for same in wordings.values() for question in same]
    names = {question.ref: question.name for question in every if question.ref}
    chosen = Counter(question.ref for question in every if question.ref)
    in_vain = {
        key: same for key, same in wordings.items() if not any(question.found or question.ref for question in same)
    }
    return Report(
        hours=tuple(
            Hour(starts, len(found), found.count(False)) for starts, found in sorted(hours.items(), key=_by_clock)
        ),
        asked=_asked(wordings, tied),
        chosen=tuple(Chosen(ref, names[ref], count) for ref, count in chosen.most_common()),
        not_found=_asked(in_vain, tied),
        languages=tuple(Counter(question.language for question in every).most_common()),
        aliases=tuple(aliases if isinstance(aliases, tuple) else tied.values()),
    )


def _by_clock(hour: tuple[datetime, list[bool]]) -> str:
    return hour[0].isoformat()  # the clock on the wall, with an offset or without


def _asked(wordings: dict[str, list[Question]], tied: dict[str, Tied]) -> tuple[Asked, ...]:
    each = [
        Asked(same[-1].asked, len(same), same[-1].at, tuple(question.id for question in same), tied.get(key))
        for key, same in wordings.items()
    ]
    return tuple(sorted(each, key=lambda asked: -asked.count))


def aliases_toml(aliases: Iterable[Tied], heading: str = "") -> str:
    """The aliases as a file for the folder of a catalogue: ``[[alias]]`` tables under a heading of comments.

    Each pair of thing and name stands once; an alias without a name is left out.
    """
    lines = [f"# {line}".rstrip() for line in clean(heading).split("\n")] if heading else []
    for kind_and_id, text in dict.fromkeys((str(each.ref), each.text) for each in aliases if each.text):
        lines += ["", "[[alias]]", f"of = {quoted(kind_and_id)}", f"text = {quoted(text)}"]
    return "\n".join(lines).lstrip("\n") + "\n"
