"""Reads texts and words: cleaned at the door, cut to their limit, judged by what they are to be."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from guide.catalogue.countries import country_code, country_codes
from guide.catalogue.fields import Field, Shape
from guide.catalogue.findings import Findings, Where
from guide.catalogue.references import Registry
from guide.catalogue.suggest import nearest
from guide.catalogue.values import DROPPED, EMPTY, Reader, Values
from guide.catalogue.words import MIXED, is_language, meant_language, mixture, shows_hidden
from guide.i18n import Wording
from guide.text import clean, one_line

Judge = Callable[[str, Field, Where], Any]

WORD = 400
"""Characters of a text whose field names no limit."""
NAMES = ("name", "legal_name", "aliases", "title", "city")
"""The keys of texts that name something: letters of two alphabets in one word are told there."""

_SIGNS = "!-~А-яЁёІіЎў«»“”„‘’ʼ–—…№·°×≈≥≤←→↑↓─│▶●○★☆"
TIDY = re.compile(rf"[{_SIGNS}]++(?: [{_SIGNS}]++)*+\Z")
"""Text that clean() and one_line() would give back as it is: the door is passed without opening it."""

IDS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_ISO = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?\Z")
_NOT_IN_ID = re.compile(r"[\s:#]")
_HIDDEN = "\ufffd\u2400-\u2421"
_URL = re.compile(
    r"https?://(?:[^\W_][\w.-]*|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?" + rf"(?:[/?#][^\s\\<>\"`{_HIDDEN}]*)?\Z", re.I
)
_SOCIAL = re.compile(rf"[^\s\\<>\"`{_HIDDEN}]+\Z")
_EMAIL = re.compile(rf"[^\s@<>,;:\"()\[\]\\{_HIDDEN}]+@[^\W_][\w-]*(?:\.[\w-]+)+\Z")
_PHONE = re.compile(
    r"\+?(?=(?:\D*\d){3})[\d\s().,/\u2010-\u2014-]+(?:(?:доб|дад|вн|ext|x)\.?\s*\d+)?\Z", re.I
)  # fmt: skip
_CURRENCY = re.compile(r"[A-Z]{3}\Z")

PATTERNS: Mapping[Shape, re.Pattern[str]] = MappingProxyType(
    {Shape.URL: _URL, Shape.EMAIL: _EMAIL, Shape.PHONE: _PHONE, Shape.CURRENCY: _CURRENCY}
)
"""What a word of a shape has to look like."""


class Texts(Values):
    """The readers of texts, and of words that have to be something: an id, an address, a country."""

    def __init__(self, findings: Findings, registry: Registry) -> None:
        super().__init__(findings)
        self._registry = registry
        self._judges: dict[Shape, Judge] = {
            Shape.ID: self._id,
            Shape.REGION_ID: self._region_id,
            Shape.CODE: self._code,
            Shape.LANGUAGE: self._language,
            Shape.URL: self._url,
            Shape.SOCIAL: self._social,
            Shape.EMAIL: self._shaped("E111", PATTERNS[Shape.EMAIL]),
            Shape.PHONE: self._shaped("E112", PATTERNS[Shape.PHONE]),
            Shape.CURRENCY: self._shaped("E116", PATTERNS[Shape.CURRENCY]),
            Shape.ZONE: self._zone,
            Shape.COUNTRY: self._country,
            Shape.CHOICE: self._choice,
            Shape.ANY: self._any,
        }

    def line(self, value: str, field: Field, where: Where, *, lines: bool = False) -> str:
        """The text as it may be shown, on one line unless ``lines``, and no longer than the field allows."""
        limit = field.limit or WORD
        if len(value) <= limit and TIDY.match(value):
            return value
        text = clean(value)
        if text is not value:
            sign = shows_hidden(text, value)
            if sign:
                self.findings.add("W107", where, sign=sign)
        text = text.strip() if lines else one_line(text)
        if len(text) > limit:
            self.findings.add("E108", where, length=len(text), limit=limit)
            text = text[: limit - 1].rstrip() + "…"
        return text

    def text(self, field: Field) -> Reader:
        """A reader of a Text: a string, or a table of languages."""
        lines, name, line = field.shape is Shape.PROSE, field.key in NAMES, self.line

        def read(value: Any, where: Where) -> Any:
            if type(value) is str:
                text = line(value, field, where, lines=lines)
                if name and MIXED.search(text):
                    self._mixed("W106", text, where)
                return Wording((("", text),)) if text else EMPTY
            if type(value) is dict:
                return self.languages(field, value, where)
            return self.wrong(field, value, where)

        return read

    def languages(self, field: Field, value: dict[str, Any], where: Where) -> Any:
        """The Wording of a table of languages; a tag or a text that is none is left out of it."""
        pairs = []
        for tag, text in value.items():
            here = (*where, tag)
            if not self._is_tag(tag, here, at="key"):
                continue
            if type(text) is not str:
                self.wrong(field, text, here)
                continue
            shown = self.line(text, field, here, lines=field.shape is Shape.PROSE)
            if field.key in NAMES and MIXED.search(shown):
                self._mixed("W106", shown, here)
            if shown:
                pairs.append((tag, shown))
        if pairs:
            return Wording(tuple(pairs))
        return DROPPED if any(text != "" for text in value.values()) else EMPTY

    def word(self, field: Field) -> Reader:
        """A reader of a string of one line, the same in every language, judged by the field's shape."""
        judge = self._judges.get(field.shape)

        def read(value: Any, where: Where) -> Any:
            if type(value) is not str:
                if field.shape is Shape.LABEL and type(value) is int:
                    return str(value)
                return self.wrong(field, value, where)
            text = self.line(value, field, where)
            if not text:
                return EMPTY
            return judge(text, field, where) if judge else text

        return read

    def _mixed(self, code: str, text: str, where: Where) -> None:
        word, letters = mixture(text)
        if word:
            self.findings.add(code, where, value=word, letters=letters)

    def _is_tag(self, tag: str, where: Where, at: str = "value") -> bool:
        state = is_language(tag)
        if state is None:
            self.findings.add("E115", where, near=meant_language(tag), at=at, value=one_line(clean(tag)))
            return False
        if not state:
            self.findings.add("W109", where, near=meant_language(tag), at=at, value=tag)
        return True

    def _shaped(self, code: str, pattern: re.Pattern[str]) -> Judge:
        def judge(text: str, field: Field, where: Where) -> Any:
            if pattern.match(text):
                return text
            self.findings.add(code, where, value=text)
            return DROPPED

        return judge

    def _url(self, text: str, field: Field, where: Where) -> Any:
        if _URL.match(text):
            return text
        mended = "https://" + text.removeprefix("//")
        near = mended if "." in text and ":" not in text and _URL.match(mended) else ""
        self.findings.add("E110", where, near=near, value=text)
        return DROPPED

    def _social(self, text: str, field: Field, where: Where) -> Any:
        if "://" in text:
            return self._url(text, field, where)
        return self._shaped("E110", _SOCIAL)(text, field, where)

    def _id(self, text: str, field: Field, where: Where) -> Any:
        if self._cannot_be_id(text, field, where):
            return DROPPED
        if not IDS.match(text):
            example = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or field.example.strip('"')
            self.findings.add("W103", where, value=text, example=f'"{example}"')
        return text

    def _region_id(self, text: str, field: Field, where: Where) -> Any:
        if self._cannot_be_id(text, field, where):
            return DROPPED
        if not _ISO.match(text) and not IDS.match(text):
            self.findings.add("W104", where, value=text)
        return text

    def _cannot_be_id(self, text: str, field: Field, where: Where) -> bool:
        if not _NOT_IN_ID.search(text):
            return False
        self.findings.add("E104", where, value=text, table=f"[[{where[1]}]]", example=field.example)
        return True

    def _code(self, text: str, field: Field, where: Where) -> Any:
        if "#" in text:
            self.findings.add("E121", where, value=text)
            return DROPPED
        letters = "" if text.isascii() else mixture("".join(filter(str.isalnum, text)))[1]
        if letters:
            self.findings.add("W105", where, value=text, letters=letters)
        return text

    def _language(self, text: str, field: Field, where: Where) -> Any:
        return text if self._is_tag(text, where) else DROPPED

    def _country(self, text: str, field: Field, where: Where) -> Any:
        if text in country_codes():
            return text
        near = text.upper() if text.upper() in country_codes() else country_code(text)
        self.findings.add("E113", where, near=near, value=text)
        return DROPPED

    def _zone(self, text: str, field: Field, where: Where) -> Any:
        from zoneinfo import ZoneInfo, available_timezones

        try:
            ZoneInfo(text)
        except (KeyError, ValueError, OSError):
            known = available_timezones()
            if known:  # a system without any time zone data cannot judge
                self.findings.add("E114", where, near=nearest(text, known), value=text)
        return text

    def _choice(self, text: str, field: Field, where: Where) -> Any:
        if text in field.choices or field.open:
            return text
        near, choices = nearest(text, field.choices), ", ".join(field.choices)
        self.findings.add("E105", where, near=near, value=text, key=field.key, choices=choices)
        return DROPPED

    def _any(self, text: str, field: Field, where: Where) -> Any:
        got = self._registry.any(text, where)
        return DROPPED if got is None else got
