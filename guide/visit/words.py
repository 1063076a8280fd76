"""Short texts in few bytes: the plan's own words on their way through a QR code."""

import zlib

from guide.visit.bits import BitsIn, BitsOut

MOST = 1 << 20
"""Bytes that texts may come to when they are unpacked."""

_BETWEEN = "\0"

# What plans and meetings are made of, the most likely last; it is a part of the format and never changes.
_LIKELY = (
    "телефон почта адрес вход этаж кофе обед переговорная регистрация выставка делегация министерство завод компания "
    "предприятие директор менеджер инженер начальник отдела экспорт импорт цена цены контракт договор соглашение "
    "поставка поставки оборудование станки запчасти образцы каталог презентация доклад обсудить договориться "
    "узнать попросить показать павильон зал сцена сустрэча павільён зала стэнд абмеркаваць пастаўка дамова "
    "price list contract delivery samples catalogue presentation discuss ask for hall pavilion booth stand with "
    "meeting region:exhibitor:session: ООО ОАО ЗАО стенд встреча с по на и о "
)
_ENCODINGS = ("utf-8", "cp1251")  # cp1251: a byte a letter for Russian and Belarusian


def pack(texts: tuple[str, ...], out: BitsOut) -> None:
    """Writes texts in the shortest of four ways: two encodings, each as it is and deflated; no text holds a NUL."""
    ways = []
    for number, encoding in enumerate(_ENCODINGS):
        try:
            plain = _BETWEEN.join(texts).encode(encoding)
        except UnicodeEncodeError:
            continue
        ways += [(2 * number, plain), (2 * number + 1, _deflated(plain, encoding))]
    way, data = min(ways, key=lambda pair: len(pair[1]))
    out.put(way, 2)
    out.number(len(data))
    out.octets(data)


def unpack(bits: BitsIn) -> list[str]:
    """The texts that :func:`pack` wrote; ValueError for what it cannot have written."""
    number, deflated = divmod(bits.take(2), 2)
    encoding = _ENCODINGS[number]
    data = bits.octets(bits.number())
    if deflated:
        opened = zlib.decompressobj(-15, zdict=_LIKELY.encode(encoding))
        try:
            data = opened.decompress(data, MOST)
        except zlib.error as error:
            raise ValueError("no deflated text") from error
        if not opened.eof:
            raise ValueError("a text that does not end")
    return data.decode(encoding).split(_BETWEEN)


def _deflated(plain: bytes, encoding: str) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=_LIKELY.encode(encoding))
    return packer.compress(plain) + packer.flush()
