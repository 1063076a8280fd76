"""What a public screen is set up with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A public screen: what is typed to leave it, and the seconds without a key after which it starts again."""

    code: str
    idle: float
