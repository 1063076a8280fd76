"""Legal forms of firms in Russian, Belarusian, English, German and the languages around: a table, and finding them.

Compiled for this guide from the companies acts of the countries that it names forms of. What search leaves out of
names (guide.search.names) and what a comparison does (guide.catalogue.traits) are parts of it.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

LONG: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "ООО": ("общество с ограниченной ответственностью",),
    "ОДО": ("общество с дополнительной ответственностью",),
    "ОАО": ("открытое акционерное общество",),
    "ЗАО": ("закрытое акционерное общество",),
    "ПАО": ("публичное акционерное общество",),
    "НАО": ("непубличное акционерное общество",),
    "АО": ("акционерное общество",),
    "СООО": ("совместное общество с ограниченной ответственностью",),
    "ИООО": ("иностранное общество с ограниченной ответственностью",),
    "СОАО": ("совместное открытое акционерное общество",),
    "СЗАО": ("совместное закрытое акционерное общество",),
    "ТОО": ("товарищество с ограниченной ответственностью",),
    "ИП": ("индивидуальный предприниматель", "індывідуальны прадпрымальнік"),
    "УП": ("унитарное предприятие", "унітарнае прадпрыемства"),
    "ЧП": ("частное предприятие", "прыватнае прадпрыемства"),
    "СП": ("совместное предприятие", "сумеснае прадпрыемства"),
    "ЧУП": ("частное унитарное предприятие",),
    "ЧПУП": ("частное производственное унитарное предприятие",),
    "ЧТУП": ("частное торговое унитарное предприятие",),
    "ЧПТУП": ("частное производственно-торговое унитарное предприятие",),
    "ЧТПУП": ("частное торгово-производственное унитарное предприятие",),
    "ЧСУП": ("частное строительное унитарное предприятие", "частное сервисное унитарное предприятие"),
    "ИЧУП": ("иностранное частное унитарное предприятие",),
    "ИУП": ("иностранное унитарное предприятие",),
    "РУП": ("республиканское унитарное предприятие", "рэспубліканскае унітарнае прадпрыемства"),
    "РПУП": ("республиканское производственное унитарное предприятие",),
    "ПРУП": ("производственное республиканское унитарное предприятие",),
    "РУДП": ("республиканское унитарное дочернее предприятие", "республиканское дочернее унитарное предприятие"),
    "НИРУП": ("научно-исследовательское республиканское унитарное предприятие",),
    "КУП": ("коммунальное унитарное предприятие", "камунальнае унітарнае прадпрыемства"),
    "КПУП": ("коммунальное производственное унитарное предприятие",),
    "КСУП": ("коммунальное сельскохозяйственное унитарное предприятие",),
    "ГП": ("государственное предприятие", "дзяржаўнае прадпрыемства"),
    "ГУП": ("государственное унитарное предприятие",),
    "МУП": ("муниципальное унитарное предприятие",),
    "ФГУП": ("федеральное государственное унитарное предприятие",),
    "ФКП": ("федеральное казенное предприятие",),
    "ФГБУ": ("федеральное государственное бюджетное учреждение",),
    "ФГАУ": ("федеральное государственное автономное учреждение",),
    "ФГБОУ ВО": ("федеральное государственное бюджетное образовательное учреждение высшего образования",),
    "ФГАОУ ВО": ("федеральное государственное автономное образовательное учреждение высшего образования",),
    "ГБУ": ("государственное бюджетное учреждение",),
    "ГАУ": ("государственное автономное учреждение",),
    "ГНУ": ("государственное научное учреждение", "дзяржаўная навуковая ўстанова"),
    "ГУ": ("государственное учреждение", "дзяржаўная ўстанова"),
    "УО": ("учреждение образования", "установа адукацыі"),
    "УЗ": ("учреждение здравоохранения",),
    "АНО": ("автономная некоммерческая организация",),
    "НКО": ("некоммерческая организация",),
    "НП": ("некоммерческое партнерство",),
    "КХ": ("крестьянское хозяйство", "сялянская гаспадарка"),
    "КФХ": (
        "крестьянское (фермерское) хозяйство", "сялянская (фермерская) гаспадарка", "крестьянское фермерское хозяйство",
        "фермерское хозяйство",
    ),
    "СПК": ("сельскохозяйственный производственный кооператив",),
    "ПК": ("производственный кооператив",),
    "ПТ": ("полное товарищество",),
    "ТАА": ("таварыства з абмежаванай адказнасцю",),
    "ТДА": ("таварыства з дадатковай адказнасцю",),
    "СТАА": ("сумеснае таварыства з абмежаванай адказнасцю",),
    "ААТ": ("адкрытае акцыянернае таварыства",),
    "ЗАТ": ("закрытае акцыянернае таварыства",),
    "АТ": ("акцыянернае таварыства",),
    "ПУП": ("прыватнае унітарнае прадпрыемства",),
    "LLC": ("limited liability company",),
    "JSC": ("joint stock company", "joint-stock company"),
    "OJSC": ("open joint stock company", "open joint-stock company"),
    "CJSC": ("closed joint stock company", "closed joint-stock company"),
    "PJSC": ("public joint stock company", "public joint-stock company"),
    "GmbH": ("gesellschaft mit beschränkter haftung",),
    "AG": ("aktiengesellschaft",),
})  # fmt: skip
"""A form's letters -> its words in full, in small letters, «е» for «ё»."""

# Forms that stand before names; most of them stand behind names, too.
_BEFORE = frozenset((
    *(form for form in LONG if form not in ("AG", "GmbH", "НП", "ПК", "ПТ", "УЗ")),
    *("ЧП", "СП", "ЧАО", "ТДВ", "ФОП", "ПрАТ", "ТзОВ", "ТОВ", "МЧЖ", "ЖШС", "АҚ", "КДУП", "КУПП", "РУПП", "УПП"),
    *("ЧПУ", "НПУП", "НПЧУП", "ЧНПУП", "ЧКУП", "ЧИУП", "ФБУ", "ФГКУ", "ГКУ", "МБУ", "МКУ", "ЧУ", "РОО", "ЗТАА"),
    *("ГУО", "ГАПОУ", "ГБПОУ", "ГБОУ", "ФГБНУ", "ФГУ", "КСК", "ІП", "РДУП", "ГОАО", "ПООО", "ЧСП", "КХ", "К(Ф)Х"),
    *("OOO", "OAO", "ZAO", "PAO", "ODO", "UAB", "SIA", "OÜ", "TOO", "JLLC", "FLLC", "LLP", "CHUP", "ОсОО"),
    *("PUE", "RUE", "MChJ"),
))  # fmt: skip
# And those that do so only before a name in quotes.
_BEFORE_QUOTES = frozenset((
    "AB", "AS", "A/S", "AD", "AO", "OOD", "EOOD", "PT", "UE", "КТ", "НП", "ОО", "ПК", "ПТ", "УЗ",
))  # fmt: skip
# Forms that stand behind names, each as its letters without signs, in small letters.
_BEHIND = (
    "gmbh gmbhcokg gmbh&cokg gmbh&cokgaa gmbh&coohg gmbhundcokg gmbh&kg gmbh+cokg ag&cokg ag&cokgaa se&cokg se&cokgaa "
    "ughaftungsbeschränkt ug ughaftungsbeschränkt&cokg ggmbh gag mbh gesellschaftmbh gesmbh ag kg kgaa ohg gbr ek ekfm "
    "ekfr ev eg se partg partgmbb partnerschaft stiftung&cokg ltd&cokg sarl&cokg cokg "
    "ltd limited coltd colimited companylimited companyltd pvtltd pvtlimited privatelimited plimited pltd pteltd "
    "ptelimited ptyltd sdnbhd bhd llc llp lp inc incorporated corp corporation co coinc plc pjsc jsc ojsc cjsc ltdco "
    "spa srl srls sapa sas sarl eurl sasu sca snc scrl sprl bvba cvba sa sac sacv sadecv srldecv sderldecv sau sal sl "
    "slu ltda lda eireli ltdame sro spolsro as ltdsti ltdşti aş zoo spzoo spj spk spzoospk bv nv ab aps oy oyj "
    "oyab fz-llc fz-co mbh&cokg gesellschaftmbh&cokg gmbhucokg unipessoallda ag&coohg abpubl asa ans da hf ehf oü "
    "uab sia doo doel jdoo dd kd kft zrt nyrt bt rt eood ood ead ad ет еоод оод еад ад kk gk ks vos ae epe ike "
    "fze fzco fzllc dmcc wll saoc saog tbk psc scs"
)
# How a form of two or three letters is written, which in other letters is a word; these are none.
_SHORT = re.compile(
    r"(?:[A-ZА-ЯЁІЎÜŞ]\.?\s?/?){1,3}\.?\Z|(?:[a-zşü]\.\s?){1,3}[a-zşü]?\Z|e\.?\s?[VKG]\.?\Z|(?:Oy|Bt|Rt)\.?\Z|Co\.\Z"
)
_ANY_CASE = frozenset({"ltd", "inc", "llc", "srl", "sas", "kft", "zrt", "plc", "sro", "doo", "spa", "lda", "llp"})
_SIGNS = str.maketrans("", "", ".,/() \xa0")
_TOKEN = re.compile(r"[^\s,]+")
_LONGEST = 6  # words of a form behind a name: "sp. z o. o. sp. k."
_WINDOW = 80  # characters in which they stand
_ALIKE = str.maketrans("OAPCEHKMTXBYoapcexy", "ОАРСЕНКМТХВУоарсеху")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_OPENING = frozenset('«"“„')
_ONE_WORD = re.compile(r"([^\W\d_][\w()/]{1,9})(?=[\s.,:«\"“„–-])")
_TWO_WORDS = re.compile(r"([^\W\d_]{3,8}\s[^\W\d_]{2})(?=[\s«\"“„])")
_ENDS_LONG = ("ответственностью", "общество", "предприятие", "haftung", "gesellschaft", "company", "предприниматель",
              "адказнасцю", "таварыства", "прадпрыемства")  # fmt: skip


class Form(NamedTuple):
    """A legal form in a text: its letters, and the text without it."""

    letters: str
    rest: str


def form_first(text: str) -> Form | None:
    """The legal form that a text begins with: «ООО «Ромашка»», «Общество с ограниченной ответственностью …»."""
    for found in filter(None, (_TWO_WORDS.match(text), _ONE_WORD.match(text))):
        said = found[1]
        rest = text[found.end() :].lstrip(" .,:–-")
        quoted = rest[:1] in _OPENING
        own = said.translate(_ALIKE) if _CYRILLIC.search(text) else said
        for letters in (own, said, own.upper() if quoted or len(own) > 2 else ""):
            if rest and (letters in _BEFORE or (quoted and letters in _BEFORE_QUOTES)):
                return Form(letters, rest)
    return _long_first(text)


def _long_first(text: str) -> Form | None:
    small = _small(text[:120])
    first = small.split(maxsplit=1)
    for long, letters in _long().get(first[0].rstrip(","), ()) if first else ():
        if small.startswith(long) and len(small) > len(long) + 1 and not small[len(long)].isalnum():
            return Form(letters, text[len(long) :].lstrip(" .,:–-"))
    return None


def form_last(text: str) -> Form | None:
    """The legal form that a text ends with: "Müller GmbH & Co. KG", «Ромашка, ООО», "Abon, Inc."."""
    tokens = list(_TOKEN.finditer(text, max(0, len(text) - _WINDOW)))[-_LONGEST - 1 :]
    keys = [found[0].strip(";").casefold().translate(_SIGNS) for found in tokens]
    known = _last()
    for count in range(min(_LONGEST, len(tokens) - 1), 0, -1):
        if "".join(keys[-count:]) not in known:
            continue
        start = tokens[-count].start()
        said = text[start:].strip(" ,;")
        key = said.casefold().translate(_SIGNS)
        if key not in known or (len(key) < 4 and key not in _ANY_CASE and not _SHORT.match(said.strip("()"))):
            continue
        rest = text[:start].rstrip(" ,;–-")
        if rest.endswith(("&", "+", " und", " and", " et", " и")) or not any(map(str.isalnum, rest)):
            continue
        return Form(said[1:-1] if said[0] == "(" and said[-1] == ")" else said, rest)
    return _long_last(text)


def _long_last(text: str) -> Form | None:
    small = _small(text)
    if len(small) != len(text) or not small.endswith(_ENDS_LONG):
        return None
    for several in _long().values():
        for long, letters in several:
            if small.endswith(long) and len(small) > len(long) + 2 and not small[-len(long) - 1].isalnum():
                return Form(letters, text[: -len(long)].rstrip(" ,;–-"))
    return None


def _small(text: str) -> str:
    """Words as they are compared: behind a vowel «у» is «ў» in Belarusian, «рэспубліканскае ўнітарнае»."""
    return text.casefold().replace("ё", "е").replace("ў", "у")


@cache
def _last() -> frozenset[str]:
    return frozenset((*_BEHIND.split(), *(form.casefold().translate(_SIGNS) for form in _BEFORE)))


@cache
def _long() -> dict[str, list[tuple[str, str]]]:
    """The first word of each form in full -> the forms that begin with it, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for letters, several in LONG.items():
        for long in several:
            found.setdefault(_small(long).split()[0], []).append((_small(long), letters))
    for each in found.values():
        each.sort(key=lambda pair: len(pair[0]), reverse=True)
    return found
