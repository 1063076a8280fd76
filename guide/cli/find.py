"""``guide find``: the best hits for a query, as lines, as JSON, or a query a line from standard input."""

import sys
from time import perf_counter
from typing import Any

from guide.catalogue.model import Catalogue, Ref
from guide.cli.arguments import Parsed, readable
from guide.cli.opened import indexed, opened
from guide.cli.streams import Paint, out, out_json, say
from guide.errors import Exit, UsageError
from guide.i18n import N_, Tongue
from guide.search.answer import Answer, Hit, Why
from guide.search.fields import KINDS
from guide.search.index import Index
from guide.search.suggestions import lifted, meant, nearest
from guide.text import clean, one_line
from guide.uncollected import uncollected
from guide.view import names, rows
from guide.view.asked import not_understood

_LIMIT = 10

_FIELDS = {
    "alias": N_("also called"),
    "legal_name": N_("legal name"),
    "products": N_("products"),
    "product": N_("product"),
    "sectors": N_("sector"),
    "offers": N_("offers"),
    "seeks": N_("seeks"),
    "people": N_("people"),
    "speakers": N_("speakers"),
    "role": N_("role"),
    "city": N_("town"),
    "region": N_("region"),
    "country": N_("country"),
    "hall": N_("hall"),
    "partners": N_("partners"),
    "organisation": N_("organisation"),
    "exhibitors": N_("exhibitors"),
    "presented": N_("shows"),
    "about": N_("about it"),
    "timeline": N_("its story"),
    "note": N_("note"),
}
_REASONS = {
    "keyboard-layout": N_("another keyboard layout"),
    "look-alike": N_("letters that look alike"),
    "transliteration": N_("other letters"),
    "word-form": N_("another word form"),
    "typo": N_("a typing mistake"),
    "initials": N_("its initials"),
    "alias": N_("another name"),
}
_NEAREST = 5
_QUOTES = '"«»“”„'


def find(parsed: Parsed, tongue: Tongue) -> int:
    """Prints what a query finds; 1 where it finds nothing."""
    batch = parsed.flag("batch")
    if batch and parsed.words:
        raise UsageError(N_("--batch reads its queries from standard input, so no words may follow it."))
    if not batch and not parsed.words:
        raise UsageError(N_("“guide find” needs words to look for."), N_("For example: guide find станки Брест"))
    with uncollected(freeze=True):
        loaded, tongue = opened(parsed, tongue)
        asker = _Asker(loaded.catalogue, indexed(parsed, loaded), tongue, parsed)
    if batch:
        # readline, not iteration: what was asked is answered before the next line comes.
        for line in iter(sys.stdin.readline, ""):
            out_json(asker.json(line.rstrip("\r\n")), indent=None, flush=True)
        return Exit.OK
    query = readable(" ".join(parsed.words))
    if parsed.flag("json"):
        told = asker.json(query)
        out_json(told)
        return Exit.OK if told["total"] else Exit.NOTHING
    return asker.print(query, Paint(not parsed.flag("no_color")))


class _Asker:
    """Asks one catalogue, and tells the answers."""

    def __init__(self, catalogue: Catalogue, index: Index, tongue: Tongue, parsed: Parsed) -> None:
        self._catalogue = catalogue
        self._index = index
        self._tongue = tongue
        self._kinds = tuple((parsed.value("kind") or ",".join(KINDS)).split(","))
        self._limit = int(parsed.value("limit") or _LIMIT)
        self._literally = parsed.flag("literally")

    def json(self, query: str) -> dict[str, Any]:
        """The answer in the shape of the contract, with the time that the search took in milliseconds."""
        asked = clean(query)
        started = perf_counter()
        answer, hits, total = self._ask(asked)
        took = (perf_counter() - started) * 1000
        told: dict[str, Any] = {"query": asked, "total": total, "took_ms": round(took, 3)}
        if answer.reading:
            told["reading"] = answer.reading
        if answer.reason:
            told["reason"] = answer.reason
        if answer.missing and total:
            told["missing"] = list(answer.missing)
        if wrong := self._wrong(answer):
            told["problems"] = wrong
        return told | {"hits": [self._hit(hit) for hit in hits]}

    def print(self, query: str, paint: Paint) -> int:
        """Prints the hits as lines; what else is to be said goes to standard error."""
        t, n = self._tongue.t, self._tongue.n
        answer, hits, total = self._ask(clean(query))
        for wrong in self._wrong(answer):
            say(wrong)
        if hits:
            self._say_how(answer, hits[0])
        for hit in hits:
            out(" · ".join(part for part in self._parts(hit, paint) if part))
        if not total:
            say(t("Nothing found for {query}.", query=self._tongue.quoted(one_line(clean(query)))))
            self._say_ways_on(answer)
            return Exit.NOTHING
        if total > len(hits):
            said = n("{count} hit in all", "{count} hits in all", total)
            more = t("-n {count} shows more.", count=min(total, max(self._limit, 1) * 5))
            say(f"{said}; {more}")
        return Exit.OK

    def _wrong(self, answer: Answer) -> list[str]:
        """What nobody knows of the filters asked for."""
        return [one_line(each) for each in not_understood(answer.parsed, self._index.values, self._tongue)]

    def _say_how(self, answer: Answer, best: Hit) -> None:
        """Says how the query was read where it was not as typed, and what is missing in all that was found."""
        t, quoted = self._tongue.t, self._tongue.quoted
        reading = answer.reading or ", ".join(meant(best))
        if answer.reason and reading:
            reason = t(_REASONS.get(answer.reason, answer.reason))
            say(t("Read as {reading}: {reason}.", reading=quoted(one_line(reading)), reason=reason))
        if answer.missing:
            without = self._tongue.listed([quoted(one_line(word.strip(_QUOTES))) for word in answer.missing])
            say(t("Nothing has all of it: shown without {words}.", words=without))

    def _say_ways_on(self, answer: Answer) -> None:
        """Says what would find something, and what comes nearest."""
        t, n, quoted = self._tongue.t, self._tongue.n, self._tongue.quoted
        less = lifted(self._index, answer, self._kinds)
        for way in less:
            without = quoted(one_line(answer.query[way.item.start : way.item.end].strip()))
            say(n("Without {words}: {count} hit.", "Without {words}: {count} hits.", way.total, words=without))
        if answer.literally and (guessing := sum(map(self._index.search(answer.query).count, self._kinds))):
            say(n("Without --literally: {count} hit.", "Without --literally: {count} hits.", guessing))
        near = nearest(self._index, answer, _NEAREST, self._kinds)
        if near:
            named = [names.name(self._catalogue, ref, self._tongue) for ref in near]
            say(t("What comes nearest: {names}.", names=", ".join(dict.fromkeys(map(one_line, named)))))
        elif not less:
            say(t("Fewer or shorter words find more; a word may also be typed in part."))

    def _ask(self, query: str) -> tuple[Answer, list[Hit], int]:
        answer = self._index.search(query, literally=self._literally)
        if answer.everything:  # nothing was asked, so nothing is the answer
            return answer, [], 0
        return answer, answer.hits(self._kinds, self._limit), sum(map(answer.count, self._kinds))

    def _hit(self, hit: Hit) -> dict[str, Any]:
        return {
            "kind": hit.ref.kind,
            "id": hit.ref.id,
            "name": names.name(self._catalogue, hit.ref, self._tongue),
            "stands": self._stands(hit.ref),
            "score": hit.score,
            "why": [why._asdict() for why in hit.why],
        }

    def _stands(self, ref: Ref) -> list[str]:
        thing = self._catalogue.get(ref)
        keys = (ref.id,) if ref.kind == "stand" else getattr(thing, "stands", ())
        stands = [self._catalogue.stands.get(key) for key in keys]
        return [stand.code for stand in stands if stand is not None and stand.code]

    def _parts(self, hit: Hit, paint: Paint) -> list[str]:
        t, ref = self._tongue.t, hit.ref
        thing = self._catalogue.get(ref)
        kind = names.kind_word(self._catalogue, ref, self._tongue)
        parts = [paint.bold(names.name(self._catalogue, ref, self._tongue)), paint.quiet(kind)]
        if ref.kind in ("exhibitor", "region"):
            where = names.where(self._catalogue, thing, self._tongue)
            if where or not names.is_background(self._catalogue, ref):
                parts.append(where or paint.quiet(t("stand not published")))
            parts.append(
                names.whole_place(self._catalogue, getattr(thing, "place", None), self._tongue)
                or names.country(self._catalogue, getattr(thing, "country", None), self._tongue)
            )
        else:
            parts.append(rows.summary(self._catalogue, ref, self._tongue))
        return [*parts, paint.quiet("; ".join(filter(None, map(self._why, hit.why))))]

    def _why(self, why: Why) -> str:
        """Why, in a word or two; "" where the name on the line says it already."""
        t = self._tongue.t
        if why.reason == "filter":
            return ""  # it was asked for, and the line says it in its own words
        reason = t(_REASONS[why.reason]) if why.reason in _REASONS else ""
        if why.field == "alias" and why.reason == "alias":
            reason = ""
        if why.field not in _FIELDS:
            return f"{one_line(why.matched)} ({reason})" if why.reason == "typo" else reason
        said = f"{t(_FIELDS[why.field])}: {one_line(why.matched)}"
        return f"{said} ({reason})" if reason else said
