"""Sources on a card: numbered in the order in which they are cited, listed at its end."""

from collections.abc import Iterable

from rich.text import Text

from guide.catalogue.model import Catalogue
from guide.dates import loose
from guide.i18n import Tongue
from guide.text import one_line
from guide.view import roles
from guide.view.blocks import Block, Heading, Paragraph, outside, styled


class Citations:
    """The sources that one card cites so far."""

    def __init__(self, catalogue: Catalogue, tongue: Tongue) -> None:
        self._catalogue = catalogue
        self._tongue = tongue
        self._numbers: dict[str, int] = {}

    def marks(self, sources: Iterable[str]) -> Text:
        """« [1][2]» for sources, numbered on first use; empty for none that the catalogue has."""
        known = [key for key in sources if key in self._catalogue.sources]
        numbers = sorted({self._numbers.setdefault(key, len(self._numbers) + 1) for key in known})
        return styled(f" {_runs(numbers)}" if numbers else "", roles.QUIET)

    def block(self) -> list[Block]:
        """The list of what was cited, with dates and links; nothing where nothing was."""
        if not self._numbers:
            return []
        items = []
        for key, number in self._numbers.items():
            source = self._catalogue.sources[key]
            line = styled(f"[{number}] ", roles.QUIET)
            line.append(one_line(self._tongue.d(source.title)))
            publisher = one_line(self._tongue.d(source.publisher))
            site = host(source.url) if source.url else ""
            date = loose(self._tongue, source.published) if source.published else ""
            for more in (publisher if publisher != site else "", date):
                if more:
                    line.append(f" · {more}", roles.QUIET)
            if source.url:
                line.append(" · ", roles.QUIET).append_text(outside(site, source.url))
            items.append(line)
        title = self._tongue.t("Sources")
        return [Heading(title, str(len(items))), *(Paragraph(item, hang=4) for item in items)]


def _runs(numbers: list[int]) -> str:
    # Three or more that follow one another are written as a run: [1–15].
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    written = [f"{run[0]}–{run[-1]}" if len(run) > 2 else "][".join(map(str, run)) for run in runs]
    return "".join(f"[{run}]" for run in written)


def host(url: str) -> str:
    """The host of a URL as a person reads it: «tass.ru»."""
    rest = url.partition("://")[2] or url.partition(":")[2] or url
    return rest.split("/")[0].split("?")[0].removeprefix("www.")
