"""The parts that text plays on a screen; a theme gives each its look, plain output ignores them."""

TITLE = "guide.title"
HEADING = "guide.heading"
LABEL = "guide.label"
QUIET = "guide.quiet"
LINK = "guide.link"
MATCH = "guide.match"
ACCENT = "guide.accent"
WARN = "guide.warn"
BAR = "guide.bar"
TRACK = "guide.track"
CURSOR = "guide.cursor"
ACTIVE = "guide.active"

WALL = "guide.plan.wall"
HALL = "guide.plan.hall"
STAND_EDGE = "guide.plan.edge"
STAND_TEXT = "guide.plan.stand"
STAND_QUIET = "guide.plan.quiet"
HIT_EDGE = "guide.plan.hit-edge"
HIT = "guide.plan.hit"
OWN = "guide.plan.own"
LIT = "guide.plan.lit"
ROW = "guide.plan.row"
SIGN = "guide.plan.sign"
HERE = "guide.plan.here"
WAY = "guide.plan.way"

KINDS = {
    "exhibitor": "guide.exhibitor",
    "region": "guide.region",
    "venture": "guide.venture",
    "person": "guide.person",
    "session": "guide.session",
    "stand": "guide.stand",
    "hall": "guide.stand",
    "service": "guide.stand",
}

GO, OPEN = "go", "open"
"""The keys of a link's style meta: a Ref to go to, or a URL to open."""
