"""The languages of the interface and of the data: choosing one, saying things in it, falling back."""

import gettext
import locale
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, NoReturn

LANGUAGES = ("ru", "be", "en")
# Paths by string here: importing pathlib takes longer than all the rest of this module.
_LOCALE = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120
NAMES = {"ru": "Русский", "be": "Беларуская", "en": "English"}

# Where Russian is the common second language, it serves better than English.
_READS_RUSSIAN = {"kk", "ky", "uz", "tg", "tk", "hy", "az", "uk", "mo"}


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Marks a msgid that is translated where it is shown."""
    return message


def C_(context: str, message: str) -> str:  # noqa: N802
    """Marks a msgid that means something else in this context, to be said by :meth:`Tongue.c`."""
    return message


class Wording:
    """What is said, in one or in several languages: pairs of (BCP 47 tag, text); the tag "" means all."""

    # An immutable value written out: importing dataclasses takes a fifth of the time of "guide --help".
    __slots__ = ("pairs",)
    __match_args__ = ("pairs",)

    pairs: tuple[tuple[str, str], ...]

    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        object.__setattr__(self, "pairs", pairs)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"cannot set {name!r}: a wording does not change")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"cannot delete {name!r}: a wording does not change")

    def __eq__(self, other: object) -> bool:
        return self.pairs == other.pairs if isinstance(other, Wording) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.pairs)

    def __repr__(self) -> str:
        return f"Wording(pairs={self.pairs!r})"

    def __reduce__(self) -> tuple[type["Wording"], tuple[tuple[tuple[str, str], ...]]]:
        return Wording, (self.pairs,)

    @classmethod
    def same(cls, text: str) -> "Wording":
        """A wording that is the same in every language."""
        return cls((("", text),))

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> "Wording":
        """A wording from a table of languages."""
        return cls(tuple(texts.items()))

    def choose(self, order: Sequence[str]) -> tuple[str, str]:
        """The text in the first language of the order that is there, and which that is ("" for all)."""
        if len(self.pairs) == 1:
            return self.pairs[0][1], self.pairs[0][0]
        for language in order:
            for tag, text in self.pairs:
                if tag == language:
                    return text, tag
        return (self.pairs[0][1], self.pairs[0][0]) if self.pairs else ("", "")

    def texts(self) -> tuple[str, ...]:
        """Every text of it, each once, in the order given."""
        return tuple(dict.fromkeys(text for _, text in self.pairs))


@lru_cache(maxsize=len(LANGUAGES))
def _translations(code: str) -> gettext.NullTranslations:
    return gettext.translation("guide", _LOCALE, languages=[code], fallback=True)


class Said(NamedTuple):
    """A value of a message that is a word of the interface, to be translated with it."""

    text: str


class Tongue:
    """One language to say things in: the interface's words, and the data's with the fair's fallbacks."""

    __slots__ = ("_translations", "code", "order")

    def __init__(self, code: str, fair_languages: Iterable[str] = ()) -> None:
        self.code = code if code in LANGUAGES else "en"
        self.order = tuple(dict.fromkeys((self.code, *fair_languages, *LANGUAGES)))
        self._translations = _translations(self.code)

    def __repr__(self) -> str:
        return f"Tongue({self.code!r})"

    def t(self, message: str, /, **values: Any) -> str:
        """The message in this language, its ``{names}`` filled.

        A value that is a msgid stands as :class:`Said`; several in a tuple are said with commas between.
        """
        said = self._translations.gettext(message) if message else ""
        if not values:
            return said
        return said.format(**{name: self._spoken(value) for name, value in values.items()})

    def _spoken(self, value: Any) -> Any:
        if type(value) is tuple:
            return ", ".join(str(self._spoken(each)) for each in value)
        return self.t(value.text) if isinstance(value, Said) else value

    def c(self, context: str, message: str, /) -> str:
        """The message as it is said in a context, such as that of the keys on the bottom line."""
        return self._translations.pgettext(context, message)

    def n(self, one: str, many: str, count: int, /, **values: Any) -> str:
        """The message in the plural form that the count asks for; ``{count}`` is the grouped number."""
        said = self._translations.ngettext(one, many, count)
        return said.format(count=self.number(count), **values)

    def d(self, wording: Wording | str | None) -> str:
        """The data's words in this language, or in the nearest that the fair has; "" for none."""
        if wording is None or isinstance(wording, str):
            return wording or ""
        return wording.choose(self.order)[0]

    def shown(self, wording: Wording | str | None) -> tuple[str, str]:
        """As :meth:`d`, with the tag of the language where it is another than this one, else ""."""
        if wording is None or isinstance(wording, str):
            return wording or "", ""
        text, tag = wording.choose(self.order)
        return text, "" if tag in ("", self.code) else tag

    def number(self, value: float) -> str:
        """A number with its thousands grouped and its decimal sign as this language writes them."""
        text = f"{value:,}"
        if self.code == "en":
            return text
        whole, point, part = text.partition(".")
        if whole.count(",") == 1 and len(whole.lstrip("-")) == 5:
            whole = whole.replace(",", "")
        return whole.replace(",", "\u00a0") + ("," if point else "") + part

    def quoted(self, text: str) -> str:
        """The text in this language's quotation marks; those within it become the inner ones."""
        if self.code == "en":
            return f"“{text.replace('“', '‘').replace('”', '’')}”"
        return f"«{text.replace('«', '„').replace('»', '“')}»"

    def listed(self, items: Sequence[str], last: str = "") -> str:
        """The items as a list in a sentence: "a, b and c"; ``last`` replaces the word before the last."""
        if len(items) < 2:
            return "".join(items)
        before_last = last or self.t("and")
        return f"{', '.join(items[:-1])} {before_last} {items[-1]}"


def language(asked: str | None = None, remembered: str | None = None) -> str:
    """The language to speak: the one asked for, else the one remembered, else the system's, else English."""
    for tag in (asked, remembered, *_system_tags()):
        code = (tag or "").replace("_", "-").split("-")[0].split(".")[0].lower()
        if code in LANGUAGES:
            return code
        if code in _READS_RUSSIAN:
            return "ru"
        if code and code not in ("c", "posix"):
            return "en"
    return "en"


def _system_tags() -> list[str]:
    tags = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    chosen = next((tag for tag in tags if tag), "")
    if chosen:
        return [chosen]
    if sys.platform == "win32":
        import ctypes

        identifier = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return [locale.windows_locale.get(identifier, "")]
    return [locale.getlocale()[0] or ""]
