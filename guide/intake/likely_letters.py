"""How likely it is that letters are what somebody wrote: the evidence by which encodings are told apart.

Cyrillic words are judged by their pairs of letters, and Latin ones by which languages have all the letters with marks
that stand in one word: bytes read in a wrong encoding give pairs that no word has, and marks of several languages in
one word. All costs are in nats, natural logarithms of chances, so that they may be added.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

_ALPHABET = " абвгдеёжзийклмнопрстуфхцчшщъыьэюяіў"
_PAIRS: Mapping[str, str] = {
    " ": "266656434652656667676545455222253444",
    "а": "735656534625666735666335555322224635",
    "б": "572222723362564673753723322446344562",
    "в": "682332732362554473565523222327423662",
    "г": "682325632262362582733622242223253362",
    "д": "673633645762654665653623444236353422",
    "е": "834656435535665734766345554422222323",
    "ё": "722625224525567725767225224222222226",
    "ж": "685436745262543762252622222226462222",
    "з": "685646743252556753532522352236533662",
    "и": "745555624656666744667245555422223622",
    "й": "825336422222664644476342645323222222",
    "к": "782422522262363372656622423223222262",
    "л": "572244754272543472234533222225725672",
    "м": "785222732262444565362533232226333562",
    "н": "673456643362522672265533444227533662",
    "о": "736766525546666645766334354322222436",
    "п": "572222722262462572844622323225322562",
    "р": "684454644362535573255634435227462522",
    "с": "663523642252764566458533632225533652",
    "т": "772533732262644672653622242226663422",
    "у": "746466525625666626676235565422235322",
    "ф": "582222622272252272726522522225452272",
    "х": "872532522252254672545522322222342252",
    "ц": "572422742562632252232522722227754662",
    "ч": "584422755272622752225622424227462222",
    "ш": "672532632272665654546624264227452322",
    "щ": "373333863383333433333633333333533333",
    "ъ": "444444884444444444444444444444444744",
    "ы": "825645633426666625566236555222222643",
    "ь": "823444542432625733266224545322224622",
    "э": "546556324526775725667336553222223444",
    "ю": "736256425423545522667224763622224222",
    "я": "825555524634555624646225544322224424",
    "і": "833545344524765724665245765222223534",
    "ў": "824656424522764725576222545222222322",
}
"""For a letter, a digit for each letter that may follow it, in the order of the alphabet: 9 + ln(chance).

A space is the edge of a word. Counted in the guide's own Russian and Belarusian texts and lists of places, each word
by the square root of how often it stands there.
"""
_COSTS: Mapping[str, int] = MappingProxyType(
    {
        first + second: 9 - int(digit)
        for first, row in _PAIRS.items()
        for second, digit in zip(_ALPHABET, row, strict=True)
    }
)
_FOLDED = str.maketrans("їєґi", "іегі")  # a Latin i stands for і where a code page has none, as cp866

_LANGUAGES: tuple[tuple[float, str], ...] = (
    (1.0, "üäößÜÖÄ"),
    (1.5, "éèàêçôîâûëïùœæÉÈÀÇÊÎÔ"),
    (1.5, "óíáéñúüçÁÉÍÓÚÑ"),
    (1.5, "ãçáéíóõâêôúàÇÃÁÉÍÓ"),
    (1.8, "àèòùìéÀÈ"),
    (1.5, "åäöøæéÅÄÖØÆ"),
    (2.5, "äõüöšžÕÄÜÖ"),
    (1.5, "łóąęśżćńźŁŚŻÓŹĆĄĘŃ"),
    (2.0, "áíéěýčřšžůúťďňóôľäĺŕČŘŠŽÁÍÚĎŤÝ"),
    (2.0, "áéóöőüíúűÉÁÖŐÜÓÍ"),
    (2.0, "ăîâșțşţĂÎȘȚŞŢ"),
    (2.0, "čšžćđČŠŽĆĐ"),
    (2.0, "ıişğüöçâİŞĞÜÖÇ"),
    (2.0, "ėšžųūąčęįŠŽČĖŪ"),
    (2.0, "āēīšūņļžģķčŠŽĀČŅĶ"),
)
"""Languages with Latin letters: how unlikely each is in a list, and its letters with marks, the commonest first."""
_MARKED: tuple[tuple[float, Mapping[str, float]], ...] = tuple(
    (base, {letter: 1.5 + 0.1 * rank for rank, letter in enumerate(letters)}) for base, letters in _LANGUAGES
)
_NO_SUCH_LETTER = 8.0

_SIGNS: Mapping[str, float] = MappingProxyType(
    {
        **dict.fromkeys("«»–№\u00a0", 2.0),
        **dict.fromkeys("„“”’—…•·®©™°", 3.0),
        **dict.fromkeys("‘‚§±×€£²³½¼¾µ¿¡´¨º¹ª¬‹›\u00ad", 5.0),
    }
)
"""Signs that lists have, and what each costs."""
_OTHER_SIGN = 8.0
_UNREADABLE = 15.0
_AMID = 6.0  # a sign between two letters, where only an apostrophe belongs
_SIDE_BY_SIDE = 1.5  # two letters with marks
_RARE = 2.0  # a letter of Ukrainian alone
_ROW_OF_SIGNS = 3.0  # for each after the first
_JOINT = 8.0  # a Latin letter beside a Cyrillic one
_CASE = 5.0  # a capital after a small letter

_PIECES = re.compile(
    r"[а-яёіўїєґА-ЯЁІЎЇЄҐ](?:[а-яёіўїєґА-ЯЁІЎЇЄҐ]|i(?=[а-яёіўїєґА-ЯЁІЎЇЄҐ]))*|[^\W\d_]|[^\w]|.", re.DOTALL
)
_SMALL_THEN_CAPITAL = re.compile(r"[а-яёіўїєґ][А-ЯЁІЎЇЄҐ]")
_CAPITALS_THEN_SMALL = re.compile(r"[А-ЯЁІЎЇЄҐ]{2,}[а-яёіўїєґ]")


@lru_cache(maxsize=4096)
def _cyrillic(run: str) -> float:
    cost = _CASE * len(_SMALL_THEN_CAPITAL.findall(run)) + 3 * len(_CAPITALS_THEN_SMALL.findall(run))
    word = f" {run.lower().translate(_FOLDED)} "
    cost += _RARE * sum(run.count(letter) for letter in "їєґЇЄҐ")
    return cost + sum(_COSTS[word[at : at + 2]] for at in range(len(word) - 1))


@lru_cache(maxsize=4096)
def _marked(letters: str) -> float:
    return min(base + sum(table.get(letter, _NO_SUCH_LETTER) for letter in letters) for base, table in _MARKED)


def cost(word: str) -> float:
    """How unlikely a word is in a list of a fair, in nats, counting only what is not ASCII: 0 for ASCII alone."""
    if word.isascii():
        return 0.0
    whole = 0.0
    before = " "
    marked: list[str] = []
    pieces = _PIECES.findall(word)
    for at, piece in enumerate(pieces):
        letter = piece[0]
        after = pieces[at + 1][0] if at + 1 < len(pieces) else " "
        if "Ѐ" <= letter <= "ӿ":
            whole += _cyrillic(piece) if piece.translate(_FOLDED).lower()[0] in _ALPHABET else _NO_SUCH_LETTER
            whole += _JOINT * ((before.isalpha() and before < "Ѐ") + (after.isalpha() and after < "Ѐ"))
        elif letter.isalpha() and letter not in "ªº":
            if letter > "\x7f":
                marked.append(letter)
                whole += _SIDE_BY_SIDE * (before > "\x7f" and before.isalpha())
                if (before.islower() and letter.isupper()) or (
                    before.isupper() and letter.islower() and after.isupper()
                ):
                    whole += _CASE
        elif letter > "\x7f":
            whole += (
                _UNREADABLE if letter == "\ufffd" or "\x80" <= letter <= "\x9f" else _SIGNS.get(letter, _OTHER_SIGN)
            )
            if before > "\x7f" and not before.isalpha():
                whole += _ROW_OF_SIGNS
            if (before.isalpha() or letter in "©®™") and after.isalpha() and letter not in "’\u00a0\u00ad·–":
                whole += _AMID
        before = piece[-1]
    if marked:
        whole += _marked("".join(marked))
    return whole
