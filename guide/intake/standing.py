"""How far a taking part is settled: confirmed, not yet, or cancelled, by the words for it in four languages."""

import re
from collections.abc import Iterable
from functools import lru_cache

from guide.intake.columns import Column

CANCELLED, OPEN, SETTLED = "cancelled", "open", "settled"
"""What a word may say: it will not be, it may be, it will be."""

_COLUMN = re.compile(
    r"(?<!\w)(?:status|статус|state of (?:booking|registration)|состояние|стан|подтвержд\w+|пацвердж\w+|confirmed\??|"
    r"cancell?ed\??|storniert\??|bestätigt\??|\w*status|anmeldestand)(?!\w)",
    re.IGNORECASE,
)
_PAYING = re.compile(r"pa(?:y|id)|invoice|оплат|аплат|счёт|счет|рахун|zahl|rechnung", re.IGNORECASE)
_CANCELLED = (
    r"cancel|withdraw|declin|reject|refus|no[- ]show|void|отмен|аннулир|анулир|ануляв|адмен|отказ|адмов|отклон|адхіл|"
    r"снят|зняты|storn|abgesagt|abgelehnt|zurückgezogen|annullier|gestrichen"
)
_OPEN = (
    r"wait|pending|draft|tentativ|provisional|unconfirmed|not (?:yet )?confirmed|on hold|in progress|option|"
    r"request|ожида|в ожидан|не подтвержд|неподтвержд|лист ожидан|черновик|предварит|на рассмотр|заявка|в работе|"
    r"чака|не пацвердж|чарнавік|папярэдн|на разгляд|заяўка|wart|vorläufig|angefragt|offen|entwurf|unbestätigt|"
    r"nicht bestätigt|vorgemerkt|in bearbeitung|reserv|брон|резерв|рэзерв"
)
_SETTLED = (
    r"confirm|approv|accept|active|paid|complete|booked|signed|published|registered|yes\b|подтвержд|одобрен|активн|"
    r"действ|оплач|заверш|договор подписан|опубликован|зарегистр|пацвердж|ухвален|актыўн|дзейн|аплач|зарэгістр|"
    r"bestätigt|zugesagt|bezahlt|angemeldet|gebucht|aktiv|freigegeben|zugelassen"
)
_PATTERNS = tuple(
    (re.compile(rf"[\W_]*(?:{words})", re.IGNORECASE), what)
    for words, what in ((_CANCELLED, CANCELLED), (_OPEN, OPEN), (_SETTLED, SETTLED))
)
"""How the words begin."""

_LONGEST = 40  # letters of what is a word for it and no remark


@lru_cache(maxsize=512)
def standing_of(text: str) -> str:
    """What a cell says of how far it is settled; "" where it says nothing of that."""
    if len(text) <= _LONGEST:
        for pattern, what in _PATTERNS:
            if pattern.match(text):
                return what
    return ""


def columns_of_standing(columns: Iterable[Column]) -> tuple[int, ...]:
    """Where the columns are that may say how far each row is settled, by their names."""
    return tuple(
        column.at
        for column in columns
        if len(column.name) <= _LONGEST and _COLUMN.search(column.name) and not _PAYING.search(column.name)
    )
