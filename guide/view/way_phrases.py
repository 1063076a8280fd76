"""The phrases that a way is told in, by which way one turns, what one takes and which stand it is."""

from collections.abc import Mapping

from guide.i18n import C_, N_
from guide.venue.bends import BEHIND, LEFT, RIGHT, SLIGHTLY_LEFT, SLIGHTLY_RIGHT

STAND = {"en": "stand", "ru": "стенд", "be": "стэнд"}
"""The word for a stand with which the name of one may begin, by language."""

TWICE = {"en": (r"\bthe stand (?=“[^”]* stand”)", "")}
"""What is left of a sentence where the name of a stand ends with the word for one, by language: a pattern, and what
stands in its place."""

BACK_TO = {
    "stand": N_("Stand with your back to the stand."),
    "door": N_("Stand with your back to the door."),
    "outdoor": N_("Stand with your back to the door."),
    "stairs": N_("Stand with your back to the stairs."),
    "escalator": N_("Stand with your back to the escalator."),
    "lift": N_("Stand with your back to the lift."),
    "ramp": N_("Stand with your back to the ramp."),
}

NOW = {
    LEFT: N_("Turn left."),
    RIGHT: N_("Turn right."),
    SLIGHTLY_LEFT: N_("Bear slightly left."),
    SLIGHTLY_RIGHT: N_("Bear slightly right."),
    BEHIND: N_("Turn round."),
}

COMING_OUT = {
    LEFT: N_("As you come out, turn left."),
    RIGHT: N_("As you come out, turn right."),
    SLIGHTLY_LEFT: N_("As you come out, bear slightly left."),
    SLIGHTLY_RIGHT: N_("As you come out, bear slightly right."),
    BEHIND: N_("As you come out, turn round."),
}

THEN = {
    LEFT: N_("Then turn left."),
    RIGHT: N_("Then turn right."),
    SLIGHTLY_LEFT: N_("Then bear slightly left."),
    SLIGHTLY_RIGHT: N_("Then bear slightly right."),
    BEHIND: N_("Then turn round."),
}

AFTER = {
    LEFT: N_("Right after the stand {stand}, turn left."),
    RIGHT: N_("Right after the stand {stand}, turn right."),
    SLIGHTLY_LEFT: N_("Right after the stand {stand}, bear slightly left."),
    SLIGHTLY_RIGHT: N_("Right after the stand {stand}, bear slightly right."),
    BEHIND: N_("Right after the stand {stand}, turn round."),
}

AFTER_LAST = {
    LEFT: N_("Right after it, turn left."),
    RIGHT: N_("Right after it, turn right."),
    SLIGHTLY_LEFT: N_("Right after it, bear slightly left."),
    SLIGHTLY_RIGHT: N_("Right after it, bear slightly right."),
    BEHIND: N_("Right after it, turn round."),
}

PASSAGES: Mapping[tuple[str, int], str] = {
    ("stairs", 1): N_("Go up the stairs"),
    ("stairs", 0): N_("Take the stairs"),
    ("stairs", -1): N_("Go down the stairs"),
    ("escalator", 1): N_("Go up the escalator"),
    ("escalator", 0): N_("Take the escalator"),
    ("escalator", -1): N_("Go down the escalator"),
    ("lift", 1): N_("Take the lift up"),
    ("lift", 0): N_("Take the lift"),
    ("lift", -1): N_("Take the lift down"),
    ("ramp", 1): N_("Go up the ramp"),
    ("ramp", 0): N_("Take the ramp"),
    ("ramp", -1): N_("Go down the ramp"),
}
DOOR = N_("Go through the door")

NEXT_TO = {
    "stairs": N_("The stairs are next to the stand {stand}."),
    "escalator": N_("The escalator is next to the stand {stand}."),
    "lift": N_("The lift is next to the stand {stand}."),
    "ramp": N_("The ramp is next to the stand {stand}."),
}
DOOR_NEXT_TO = N_("The door is next to the stand {stand}.")

WHICH = (
    C_("which stand", "first"), C_("which stand", "second"), C_("which stand", "third"), C_("which stand", "fourth"),
    C_("which stand", "fifth"), C_("which stand", "sixth"), C_("which stand", "seventh"), C_("which stand", "eighth"),
    C_("which stand", "ninth"), C_("which stand", "tenth"), C_("which stand", "eleventh"),
    C_("which stand", "twelfth"), C_("which stand", "thirteenth"), C_("which stand", "fourteenth"),
    C_("which stand", "fifteenth"), C_("which stand", "sixteenth"), C_("which stand", "seventeenth"),
    C_("which stand", "eighteenth"), C_("which stand", "nineteenth"), C_("which stand", "twentieth"),
)  # fmt: skip
