"""Numbers packed into bits, the greatest bit first: what does not need a byte does not take one."""


class RunOutError(ValueError):
    """More bits were asked for than are there."""


class BitsOut:
    """Bits that are written one number after the other."""

    def __init__(self) -> None:
        self._digits: list[str] = []

    def put(self, value: int, bits: int) -> None:
        """A number in so many bits; ValueError where it does not fit."""
        if not 0 <= value < 1 << bits:
            raise ValueError(f"{value} does not fit into {bits} bits")
        if bits:
            self._digits.append(f"{value:0{bits}b}")

    def number(self, value: int) -> None:
        """A number of any size from 0 on: three bits at a time, the lowest first, each with a bit for "more"."""
        while True:
            value, low = divmod(value, 8)
            self.put((8 if value else 0) | low, 4)
            if not value:
                return

    def signed(self, value: int) -> None:
        """A whole number of any size: 0, -1, 1, -2…"""
        self.number(value * 2 if value >= 0 else -value * 2 - 1)

    def rice(self, value: int, low: int) -> None:
        """A number that is mostly below ``2 ** low``: how often that is in it as ones and a zero, then the rest."""
        high = value >> low
        self._digits.append("1" * high + "0")
        self.put(value & ((1 << low) - 1), low)

    def octets(self, data: bytes) -> None:
        """Bytes as they are; how many is for the reader to know."""
        self.put(int.from_bytes(data), 8 * len(data))

    def done(self) -> bytes:
        """All bits in bytes, the last one filled up with zeros."""
        digits = "".join(self._digits)
        length = (len(digits) + 7) // 8
        return int(digits.ljust(8 * length, "0") or "0", 2).to_bytes(length)


class BitsIn:
    """Bits that are read in the order in which they were written; RunOutError where there are no more."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, bits: int) -> int:
        """A number of so many bits."""
        end = self._at + bits
        if end > 8 * len(self._data):
            raise RunOutError
        window = int.from_bytes(self._data[self._at // 8 : (end + 7) // 8])
        self._at = end
        return window >> -end % 8 & ((1 << bits) - 1)

    def number(self) -> int:
        """What :meth:`BitsOut.number` wrote."""
        value = shift = 0
        while True:
            group = self.take(4)
            value |= (group & 7) << shift
            shift += 3
            if not group & 8:
                return value

    def signed(self) -> int:
        """What :meth:`BitsOut.signed` wrote."""
        value = self.number()
        return -(value + 1) // 2 if value & 1 else value // 2

    def rice(self, low: int) -> int:
        """What :meth:`BitsOut.rice` wrote."""
        high = 0
        while self.take(1):
            high += 1
        return high << low | self.take(low)

    def octets(self, count: int) -> bytes:
        """So many bytes."""
        return self.take(8 * count).to_bytes(count)
