"""Other searches over the same texts, each used plainly, as its own documentation shows it."""

import importlib
import re
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from guide.catalogue.model import Catalogue
from guide.i18n import Wording

LIMIT = 10
_WORD = re.compile(r"\w+")

Ask = Callable[[str], list[str]]
"""From what was typed to the ids of the best things."""


class Row(NamedTuple):
    """What an exhibitor is found by, field by field."""

    id: str
    name: str
    aliases: str
    legal_name: str
    stands: str
    rest: str

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(part for part in self[1:] if part)


def rows(catalogue: Catalogue) -> list[Row]:
    """The exhibitors of a catalogue as rows."""

    def joined(*wordings: Wording | None) -> str:
        return " ".join(text for wording in wordings if wording for text in wording.texts())

    made = []
    for each in catalogue.exhibitors.values():
        place = each.place
        places: list[Wording | None] = [place.city if place else None]
        for key in (getattr(place.region, "id", None), place.country) if place else ():
            region = catalogue.regions.get(key) if key else None
            places.append(region.name if region else None)
        if place and isinstance(place.region, Wording):
            places.append(place.region)
        codes = (catalogue.stands[key].code or key if key in catalogue.stands else key for key in each.stands)
        made.append(
            Row(each.id, joined(each.name), joined(*each.aliases), joined(each.legal_name), " ".join(codes),
                joined(*each.products, *each.sectors, *each.people, *places, each.about))
        )  # fmt: skip
    return made


def _sqlite(all_rows: Sequence[Row], options: str) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.execute(f"CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, name, aliases, legal_name, stands, rest, {options})")
    base.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", all_rows)
    base.execute("INSERT INTO t(t) VALUES ('optimize')")
    return base


_BEST = "SELECT id FROM t WHERE t MATCH ? ORDER BY bm25(t, 0, 10, 8, 6, 6, 1) LIMIT ?"


def fts5_prefix(all_rows: Sequence[Row]) -> Ask:
    """SQLite FTS5: every word as a start of a word."""
    base = _sqlite(all_rows, "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'")

    def ask(query: str) -> list[str]:
        match = " ".join(f'"{word}"*' for word in _WORD.findall(query))
        return [key for (key,) in base.execute(_BEST, (match, LIMIT))] if match else []

    return ask


def fts5_trigram(all_rows: Sequence[Row]) -> Ask:
    """SQLite FTS5 over pieces of three letters, any of them, the most and rarest first."""
    base = _sqlite(all_rows, "tokenize='trigram'")

    def ask(query: str) -> list[str]:
        pieces = {word[at : at + 3] for word in _WORD.findall(query.lower()) for at in range(len(word) - 2)}
        match = " OR ".join(f'"{piece}"' for piece in sorted(pieces))
        if not match:
            wanted = f"%{query.strip()}%"
            return [key for (key,) in base.execute("SELECT id FROM t WHERE name LIKE ? LIMIT ?", (wanted, LIMIT))]
        return [key for (key,) in base.execute(_BEST, (match, LIMIT))]

    return ask


def rapidfuzz_wratio(all_rows: Sequence[Row]) -> Ask:
    """rapidfuzz: WRatio of the query and the whole text."""
    from rapidfuzz import fuzz, process, utils

    texts = [utils.default_process(row.text) for row in all_rows]

    def ask(query: str) -> list[str]:
        found = process.extract(utils.default_process(query), texts, scorer=fuzz.WRatio, processor=None, limit=LIMIT)
        return [all_rows[at].id for _, _, at in found]

    return ask


def textual_matcher(all_rows: Sequence[Row]) -> Ask:
    """Textual's fuzzy Matcher over names, as its command palette has it: over longer texts one query takes a minute."""
    from textual.fuzzy import Matcher

    texts = [f"{row.name} {row.aliases}".strip() for row in all_rows]

    def ask(query: str) -> list[str]:
        matcher = Matcher(query)
        scored = [(score, at) for at, text in enumerate(texts) if (score := matcher.match(text)) > 0]
        scored.sort(key=lambda one: -one[0])
        return [all_rows[at].id for _, at in scored[:LIMIT]]

    return ask


def tantivy_fuzzy(all_rows: Sequence[Row]) -> Ask:
    """tantivy: every word as a start of a word with a slip from four letters on, fields weighted."""
    import tantivy

    fields = {"name": 10.0, "aliases": 8.0, "legal_name": 6.0, "stands": 6.0, "rest": 1.0}
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    for field in fields:
        builder.add_text_field(field)
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer(num_threads=1)
    for row in all_rows:
        writer.add_document(tantivy.Document(**{field: [text] for field, text in row._asdict().items()}))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    query_of, must, may = tantivy.Query, tantivy.Occur.Must, tantivy.Occur.Should

    def one(word: str) -> Any:
        slips = 1 if len(word) > 3 else 0
        either: list[tuple[Any, Any]] = []
        for field, weight in fields.items():
            exact = query_of.term_query(schema, field, word)
            near = query_of.fuzzy_term_query(schema, field, word, distance=slips, prefix=True)
            either += [(may, query_of.boost_query(near, weight)), (may, query_of.boost_query(exact, 2 * weight))]
        return query_of.boolean_query(either)

    def ask(query: str) -> list[str]:
        typed = _WORD.findall(query.lower())
        if not typed:
            return []
        hits = searcher.search(query_of.boolean_query([(must, one(word)) for word in typed]), LIMIT).hits
        return [searcher.doc(address)["id"][0] for _, address in hits]

    return ask


def frizbee_typos(all_rows: Sequence[Row]) -> Ask:
    """frizbee: fzf-like matching with a slip allowed."""
    import frizbee

    haystacks = frizbee.Haystacks([row.text for row in all_rows])
    longest = frizbee.max_needle_len()

    def ask(query: str) -> list[str]:
        needle = query.strip()[:longest]
        if not needle:
            return []
        found = frizbee.Matcher(needle, max_typos=1 if len(needle) > 3 else 0).match_list(haystacks)
        return [all_rows[match.index].id for match in found[:LIMIT]]

    return ask


class Rival(NamedTuple):
    """A search to stand beside ours: its name, the module it needs, and what makes it from rows."""

    name: str
    module: str
    make: Callable[[Sequence[Row]], Ask]

    @property
    def installed(self) -> bool:
        """Whether its module is there."""
        try:
            importlib.import_module(self.module)
        except ImportError:
            return False
        return True


RIVALS = (
    Rival("SQLite FTS5, prefix", "sqlite3", fts5_prefix),
    Rival("SQLite FTS5, trigram", "sqlite3", fts5_trigram),
    Rival("tantivy, fuzzy prefix", "tantivy", tantivy_fuzzy),
    Rival("frizbee", "frizbee", frizbee_typos),
    Rival("rapidfuzz, WRatio", "rapidfuzz", rapidfuzz_wratio),
    Rival("Textual's Matcher", "textual", textual_matcher),
)
