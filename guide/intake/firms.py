"""What a cell says of a firm: the name that people say, and its legal form apart from it."""

import re
from functools import lru_cache
from typing import NamedTuple

from guide.intake.cell import Odd

_FORM = r"(?:ООО|ОАО|ЗАО|ПАО|АО|ОДО|ЧУП|УП|РУП|ИП|ООО|СООО|ИООО|ЧТУП|ЧП|GmbH & Co\. KG|GmbH|AG|KG|SE|Ltd\.?|LLC|Inc\.?)"
_BEFORE = re.compile(rf"({_FORM})\s+(?=\S)")
_AFTER = re.compile(rf",?\s+({_FORM})$")


class Firm(NamedTuple):
    """A firm: the name that people say, its legal form, the whole name as in the register, other names.

    Each is empty where the cell does not say it; ``legal_name`` where it is no more than the name.
    """

    name: str = ""
    legal_form: str = ""
    legal_name: str = ""
    aliases: tuple[str, ...] = ()
    odd: tuple[Odd, ...] = ()


@lru_cache(maxsize=1 << 14)
def firm_of(text: str) -> Firm:
    """The firm that a cell names."""
    whole = " ".join(text.split())
    form = ""
    name = whole
    for pattern in (_BEFORE, _AFTER):
        if found := pattern.search(name) if pattern is _AFTER else pattern.match(name):
            form = found[1]
            name = name[found.end() :] if pattern is _BEFORE else name[: found.start()]
            break
    if name[:1] in '«"“„' and name[-1:] in '»"”“' and len(name) > 2:
        name = name[1:-1]
    return Firm(name, form, whole if whole != name else "")
