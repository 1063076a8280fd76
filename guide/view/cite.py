"""Sources on a card: numbered in the order in which they are cited, listed at its end."""

from collections.abc import Iterable

from rich.text import Text

from guide.catalogue.model import Catalogue
from guide.dates import loose
from guide.i18n import Tongue
from guide.text import one_line
from guide.view import roles
from guide.view.blocks import Block, Heading, Paragraph, outside


class Citations:
    """The sources that one card cites so far."""

    def __init__(self, catalogue: Catalogue, tongue: Tongue) -> None:
        self._catalogue = catalogue
        self._tongue = tongue
        self._numbers: dict[str, int] = {}

    def marks(self, sources: Iterable[str]) -> Text:
        """« [1][2]» for sources, numbered on first use; empty for none that the catalogue has."""
        known = [key for key in sources if key in self._catalogue.sources]
        marks = "".join(f"[{self._numbers.setdefault(key, len(self._numbers) + 1)}]" for key in known)
        return Text(f" {marks}" if marks else "", roles.QUIET)

    def block(self) -> list[Block]:
        """The list of what was cited, with dates and links; nothing where nothing was."""
        if not self._numbers:
            return []
        items = []
        for key, number in self._numbers.items():
            source = self._catalogue.sources[key]
            line = Text(f"[{number}] ", roles.QUIET)
            line.append(one_line(self._tongue.d(source.title)))
            for more in (
                one_line(self._tongue.d(source.publisher)),
                loose(self._tongue, source.published) if source.published else "",
            ):
                if more and more not in line.plain:
                    line.append(f" · {more}", roles.QUIET)
            if source.url:
                line.append(" · ", roles.QUIET).append_text(outside(host(source.url), source.url))
            items.append(line)
        title = self._tongue.t("Sources")
        return [Heading(title, str(len(items))), *(Paragraph(item, hang=4) for item in items)]


def host(url: str) -> str:
    """The host of a URL as a person reads it: «tass.ru»."""
    rest = url.partition("://")[2] or url.partition(":")[2] or url
    return rest.split("/")[0].split("?")[0].removeprefix("www.")
