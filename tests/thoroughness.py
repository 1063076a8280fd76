"""How often what is tested at random or everywhere is tried: GUIDE_TESTS=thorough takes its time."""

import os

THOROUGH = os.environ.get("GUIDE_TESTS") == "thorough"


def times(usually: int, thoroughly: int) -> int:
    """How often something is tried."""
    return thoroughly if THOROUGH else usually
