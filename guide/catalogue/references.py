"""Who is called what: the ids of a catalogue, and what a reference in it leads to."""

from collections.abc import Iterable

from guide.catalogue.countries import country_codes
from guide.catalogue.findings import Findings, Where
from guide.catalogue.model import Ref
from guide.catalogue.suggest import Names

_SUGGESTIONS = 200  # a missing file can leave thousands of references open: their hints would take minutes


class Registry:
    """The ids of every kind, each with where its record stands, and the ways to name a stand."""

    __slots__ = ("_asked", "_findings", "_names", "codes", "countries", "fair", "ids", "lost")

    def __init__(self, findings: Findings, kinds: Iterable[str]) -> None:
        self.ids: dict[str, dict[str, Where]] = {kind: {} for kind in kinds}
        self.codes: dict[str, list[str]] = {}  # a stand's code, and hall#code -> ids of stands
        self.countries: set[str] = set()  # regions that are countries
        self.fair = ""
        self.lost: set[Ref] = set()
        self._findings = findings
        self._names: dict[tuple[str, ...], Names] = {}
        self._asked = 0

    def stand(self, text: str, where: Where) -> str | None:
        """The id of the stand that is meant, or None with a finding."""
        if text in self.ids["stand"]:
            return text
        found = self.codes.get(text, ())
        if len(found) == 1:
            return found[0]
        if found:
            self._findings.add("E204", where, value=text, choices=", ".join(found), example=f'"{found[0]}"')
            return None
        self._unknown("E201", ("stand",), text, where)
        return None

    def one(self, kind: str, text: str, where: Where) -> str | None:
        """The id of the thing of that kind that is meant, or None with a finding."""
        if kind == "stand":
            return self.stand(text, where)
        if text in self.ids[kind]:
            return text
        self._unknown("E201", (kind,), text, where)
        return None

    def party(self, kinds: tuple[str, ...], text: str, where: Where) -> Ref | None:
        """The thing that is meant, in the first of the kinds that has it, or None with a finding."""
        for kind in kinds:
            if text in self.ids[kind]:
                return Ref(kind, text)
        self._unknown("E206", kinds, text, where)
        return None

    def region(self, text: str, where: Where) -> Ref | None:
        """The region that a place names, or None with a finding; a country is none."""
        if text in self.countries or (text not in self.ids["region"] and text in country_codes()):
            self._findings.add("E207", where, value=text)
            return None
        return self.party(("region",), text, where)

    def any(self, text: str, where: Where) -> Ref | None:
        """The thing that is meant by "fair", an id or "kind:id", or None with a finding."""
        if text == "fair":
            return Ref("fair", self.fair)
        kind, colon, name = text.partition(":")
        if colon and (kind in self.ids or kind == "fair"):
            if kind == "fair":
                return Ref("fair", self.fair)
            found = self.one(kind, name, where)
            return None if found is None else Ref(kind, found)
        refs = [Ref(kind, text) for kind, ids in self.ids.items() if text in ids]
        refs.extend(Ref("stand", stand) for stand in self.codes.get(text, ()) if stand != text)
        if text == self.fair:
            refs.append(Ref("fair", text))
        if len(refs) == 1:
            return refs[0]
        if refs:
            choices = ", ".join(map(str, refs))
            self._findings.add("E205", where, value=text, choices=choices, example=f'"{refs[0]}"')
        else:
            self._unknown("E201", tuple(self.ids), text, where)
        return None

    def _unknown(self, code: str, kinds: tuple[str, ...], text: str, where: Where) -> None:
        tables = ", ".join(f"[[{kind}]]" for kind in kinds) if len(kinds) < 4 else "[[…]]"
        key = next((part for part in reversed(where) if isinstance(part, str)), "")
        near = self._nearest(kinds, text)
        self._findings.add(code, where, near=near, table=tables, value=text, key=key)

    def _nearest(self, kinds: tuple[str, ...], text: str) -> str:
        self._asked += 1
        if self._asked > _SUGGESTIONS:
            return ""
        if kinds not in self._names:
            names = dict.fromkeys(name for kind in kinds for name in self.ids[kind])
            if "stand" in kinds:
                names.update(dict.fromkeys(self.codes))
            self._names[kinds] = Names(names)
        return self._names[kinds].nearest(text)
