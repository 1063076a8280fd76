"""What tells web addresses from other words: endings of domains, and the networks that people have pages in."""

from collections.abc import Mapping
from types import MappingProxyType

from guide.catalogue.countries import country_codes

_GENERIC = (
    "com org net info biz edu gov int pro name mobi online site shop store tech dev app xyz club group company "
    "solutions systems digital agency world global expert experts center services service software technology "
    "energy engineering industries international network media cloud email events expo trade design studio "
    "build builders construction tools works parts swiss berlin hamburg koeln cologne bayern ruhr saarland "
    "wien tirol nrw paris london moscow istanbul ist travel jobs museum cat asia tel gmbh ltd llc inc plus one "
    "top live life space website press zone team health care bio eco green fashion art house immo vip today "
    "news blog wiki capital finance fund bank insurance legal law consulting academy school university "
    "institute foundation ngo coop aero auto car cars bike fun games game play audio video film photo photos "
    "gallery graphics link click host support help city land farm food wine beer coffee market sale deals "
    "express delivery supply supplies equipment machinery industrie technik solar lighting dental clinic "
    "hospital marketing management ventures partners holdings enterprises productions community social guide "
    "directory review reviews бел рф рус укр срб мкд бг қаз онлайн сайт орг ком москва дети"
)
_ENDINGS = frozenset((*_GENERIC.split(), "eu", "su", "uk", "ac"))


def is_ending(word: str) -> bool:
    """Whether a word ends domains: "by", "com", «бел»; countries by their two letters."""
    small = word.casefold()
    return small in _ENDINGS or (len(small) == 2 and small.upper() in country_codes())


NETWORKS: Mapping[str, str] = MappingProxyType({
    **dict.fromkeys(("telegram", "tg", "телеграм", "телеграмм", "тг", "тэлеграм"), "https://t.me/"),
    **dict.fromkeys(("vk", "vkontakte", "вк", "вконтакте", "укантакце"), "https://vk.com/"),
    **dict.fromkeys(("instagram", "insta", "inst", "ig", "инстаграм", "инстаграмм", "инста", "інстаграм"),
                    "https://www.instagram.com/"),
    **dict.fromkeys(("facebook", "fb", "фейсбук", "фэйсбук"), "https://www.facebook.com/"),
    **dict.fromkeys(("x", "twitter", "твиттер"), "https://x.com/"),
    **dict.fromkeys(("tiktok", "тикток", "тик-ток"), "https://www.tiktok.com/@"),
    **dict.fromkeys(("youtube", "ютуб", "ютюб"), "https://www.youtube.com/@"),
    **dict.fromkeys(("ok", "одноклассники"), "https://ok.ru/"),
})  # fmt: skip
"""How a network is called, in small letters -> the start of the address of its pages, before a name."""
