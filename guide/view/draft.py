"""A card being written: the pieces that cards of every kind share, and the sources cited on the way."""

from collections.abc import Iterable, Sequence

from rich.text import Text

from guide.catalogue.model import Catalogue, Figure, Notice, Party, Place, Ref
from guide.dates import loose
from guide.i18n import Tongue, Wording
from guide.text import one_line
from guide.view import names, roles
from guide.view.blocks import Blank, Block, Card, Heading, Items, Pairs, Paragraph, joined, link, outside, styled
from guide.view.cite import Citations, host
from guide.view.rows import summary

MANY = 40
"""A card lists this many of one sort and says how many more there are."""


class Draft:
    """The blocks of a card so far; ``done()`` closes it with its sources."""

    def __init__(self, catalogue: Catalogue, ref: Ref, tongue: Tongue) -> None:
        self.catalogue = catalogue
        self.ref = ref
        self.tongue = tongue
        self.cited = Citations(catalogue, tongue)
        self.blocks: list[Block] = []
        self._pairs: list[tuple[str, Text]] = []

    def done(self) -> Card:
        """The finished card."""
        self.flush()
        self.blocks += self.cited.block()
        return Card(self.ref, names.name(self.catalogue, self.ref, self.tongue), tuple(self.blocks))

    def add(self, *blocks: Block) -> None:
        """Adds blocks after what is there."""
        self.flush()
        self.blocks += blocks

    def title(self, wording: Wording, kind_line: Text) -> None:
        """The name, its other languages, and a line that says what it is."""
        shown = one_line(self.tongue.d(wording))
        self.add(Paragraph(styled(shown, roles.TITLE)))
        others = [one_line(text) for text in names.other_names(wording, self.tongue.d(wording))]
        if others:
            self.add(Paragraph(styled(" · ".join(others), roles.QUIET)))
        if kind_line:
            self.add(Paragraph(kind_line))

    def pair(self, label: str, text: Text | str, sources: Iterable[str] = ()) -> None:
        """A labelled fact; nothing where the text is empty. Neighbouring pairs share one column."""
        made = Text(text) if isinstance(text, str) else text.copy()
        if made:
            self._pairs.append((label, made.append_text(self.cited.marks(sources))))

    def flush(self) -> None:
        """Closes the run of pairs."""
        if self._pairs:
            # A run of facts stands apart from what was before it, but right under a heading.
            if self.blocks and not isinstance(self.blocks[-1], (Heading, Blank)):
                self.blocks.append(Blank())
            self.blocks.append(Pairs(tuple(self._pairs)))
            self._pairs = []

    def heading(self, text: str, count: int = 0) -> None:
        """A part of the card begins."""
        self.add(Heading(text, self.tongue.number(count) if count else ""))

    def words(self, wording: Wording | None) -> Text:
        """The words, with a quiet note where they are in another language than the interface."""
        text, other = self.tongue.shown(wording)
        made = Text(text.replace("\t", " "))
        if other:
            tag = self.tongue.t(names.LANGUAGE_TAGS[other]) if other in names.LANGUAGE_TAGS else other
            made.append(f" ({tag})", roles.QUIET)
        return made

    def prose(self, wording: Wording | None, sources: Iterable[str] = ()) -> None:
        """A paragraph of the catalogue's text with its sources; nothing where there is none."""
        if wording is not None:
            self.add(Blank(), Paragraph(self.words(wording).append_text(self.cited.marks(sources))))

    def link(self, ref: Ref) -> Text:
        """A thing's name as a link to its card; the name alone where its kind has none."""
        if not names.has_card(ref):
            return Text(names.name(self.catalogue, ref, self.tongue))
        role = roles.KINDS.get(ref.kind, roles.LINK)
        made = link(names.name(self.catalogue, ref, self.tongue), ref, role)
        made.stylize(roles.LINK)
        return made

    def party(self, who: Party | None) -> Text:
        """One who takes part: a link where it is a record, else the words."""
        if isinstance(who, Ref) and self.catalogue.get(who) is not None:
            return self.link(who)
        return Text(names.party(self.catalogue, who, self.tongue))

    def parties(self, all_of_them: Iterable[Party], between: str = ", ") -> Text:
        """Several who take part, in a row."""
        return joined([self.party(who) for who in all_of_them], between)

    def listed(self, wordings: Sequence[Wording]) -> Text:
        """Several words in a row: «тракторы, прицепы»."""
        return joined([self.words(wording) for wording in wordings], ", ")

    def place(self, place: Place | None) -> Text:
        """A place with its region as a link."""
        if place is None:
            return Text()
        town = one_line(self.tongue.d(place.city))
        parts = [Text(town)] if town else []
        if place.region:
            parts.append(self.party(place.region))
        if place.country:
            country = names.country(self.catalogue, place.country, self.tongue)
            is_region = isinstance(place.region, Ref) and place.region.id == place.country
            if not is_region:
                parts.append(self.link(Ref("region", place.country)) if self._has_country(place) else Text(country))
        return joined([part for at, part in enumerate(parts) if part.plain not in {p.plain for p in parts[:at]}], ", ")

    def _has_country(self, place: Place) -> bool:
        return place.country in self.catalogue.regions

    def refs(self, heading: str, refs: Sequence[Ref]) -> None:
        """A part that lists things as links, each with a line of summary; nothing where there are none."""
        if not refs:
            return
        self.heading(heading, len(refs))
        items = []
        for ref in refs[:MANY]:
            line = self.link(ref)
            words = summary(self.catalogue, ref, self.tongue)
            if words:
                line.append(f" · {words}", roles.QUIET)
            items.append(line)
        if len(refs) > MANY:
            rest = len(refs) - MANY
            items.append(styled(self.tongue.n("and {count} more", "and {count} more", rest), roles.QUIET))
        self.add(Items(tuple(items)))

    def figures(self, figures: Sequence[Figure], heading: str = "") -> None:
        """Figures with their sources, those that disagree side by side under one label."""
        if not figures:
            return
        self.heading(heading or self.tongue.t("Figures"))
        grouped: dict[str, list[Figure]] = {}
        for figure in figures:
            grouped.setdefault(one_line(self.tongue.d(figure.label)), []).append(figure)
        for label, several in grouped.items():
            values = [self._value(figure) for figure in several]
            differ = len({(figure.value, figure.unit) for figure in several}) > 1
            self.pair(label, values[0] if len(values) == 1 else joined(values, "\n"))
            if differ and len(values) > 1:
                self.pair("", styled(self.tongue.t("the figures differ"), roles.QUIET))

    def _value(self, figure: Figure) -> Text:
        value = figure.value
        shown = one_line(self.tongue.d(value)) if isinstance(value, Wording) else self.tongue.number(value)
        made = styled(shown, roles.ACCENT)
        unit = one_line(self.tongue.d(figure.unit))
        if unit:
            made.append(f" {unit}", "")
        more = [loose(self.tongue, figure.as_of) if figure.as_of else "", one_line(self.tongue.d(figure.note))]
        for words in more:
            if words:
                made.append(f" · {words}", roles.QUIET)
        return made.append_text(self.cited.marks(figure.sources))

    def notices(self) -> None:
        """What changed about this thing, newest first."""
        mine = self.catalogue.relations.notices.get(self.ref, ())
        for notice in newest_first(self.catalogue.notices[ref.id] for ref in mine):
            line = styled("! ", roles.WARN).append_text(self.words(notice.text))
            if notice.at:
                line.append(f" · {loose(self.tongue, notice.at)}", roles.QUIET)
            self.add(Blank(), Paragraph(line, hang=2))

    def site(self, url: str | None) -> Text:
        """A web address by its host, as a link out."""
        return outside(host(url), url) if url else Text()


def newest_first(notices: Iterable[Notice]) -> list[Notice]:
    """Notices by their time, the newest first; those without one last."""
    return sorted(notices, key=lambda notice: str(notice.at or ""), reverse=True)
