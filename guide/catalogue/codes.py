"""Every code that a problem can have, with what it says: the one table of messages and hints.

E0 is reading and syntax, E1 the shape of a value, E2 references, E3 what records say together; W is a
warning of the same group. A code never changes its meaning: people and scripts search for them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from guide.i18n import N_


class Code(NamedTuple):
    """What a code says: a msgid for what is wrong, and one for how to mend it."""

    message: str
    hint: str = ""


DID_YOU_MEAN = N_("Did you mean {near}?")
"""The hint that replaces a code's own where something near is known."""

CODES: Mapping[str, Code] = MappingProxyType({
    # Reading
    "E001": Code(N_("The file has {size} MB; the guide reads up to {limit} MB."),
                 N_("A catalogue of 5,000 exhibitors takes about 3 MB. Is this the right file?")),
    "E002": Code(N_("The file is saved in {encoding}, and a catalogue is UTF-8."),
                 N_("Open it in an editor and save it again with the encoding UTF-8.")),
    "E003": Code(N_("Here stands a byte that is no UTF-8 text."),
                 N_("Save the file with the encoding UTF-8, or type this piece anew.")),
    "E004": Code(N_("The file cannot be opened: {reason}."), N_("Is it open in another program, or forbidden to read?")),
    "E005": Code(N_("The folder has no file that ends in .toml."), N_("A catalogue is one .toml file, or a folder of them.")),
    "E006": Code(N_("This line has {length} characters; the guide reads up to {limit} in one line."),
                 N_("A long text may stand on several lines between three quotes: \"\"\"…\"\"\".")),
    "E007": Code(N_("This key has {count} parts between its dots; the guide reads up to {limit}."),
                 N_("Is a quote missing around a text?")),
    "E008": Code(N_("Lists or tables stand too deep inside one another."), N_("Is a closing bracket missing?")),
    "E009": Code(N_("This is {found}, and a catalogue is a plain text in TOML."),
                 N_("“guide import” turns the files of other programs into a catalogue.")),
    # Syntax
    "E010": Code(N_("The guide cannot make sense of this line."), N_("A line reads: key = value. A text stands in quotes.")),
    "E011": Code(N_("A text stands in quotes, and here they are missing."), N_("Write: {fixed}")),
    "E012": Code(N_("A text stands in straight quotes: \"…\". Guillemets may stay inside them."), N_("Write: {fixed}")),
    "E013": Code(N_("A straight quote inside a text ends it too early."),
                 N_("Write «…» inside the text, or a backslash before each inner quote: \\\".")),
    "E014": Code(N_("A backslash inside \"…\" has a meaning of its own."),
                 N_("Write it twice: \\\\ – or put the text in single quotes: '…'.")),
    "E015": Code(N_("This text has no closing quote."), N_("Add {quote} where the text ends.")),
    "E016": Code(N_("This text of several lines is never closed."), N_("Add {quote} on the line where the text ends.")),
    "E017": Code(N_("This list has no closing bracket."), N_("Add ] after its last item.")),
    "E018": Code(N_("The header of a record is not closed."), N_("Write: {fixed}")),
    "E019": Code(N_("This table in braces is not closed."), N_("Add } after its last value.")),
    "E020": Code(N_("A comma is missing between two values."), N_("Values in a list or in braces stand apart by commas: [1, 2].")),
    "E021": Code(N_("Between a key and its value stands =, not a colon."), N_("Write: {fixed}")),
    "E022": Code(N_("The sign = is missing after the key."), N_("Write: {fixed}")),
    "E023": Code(N_("Yes and no are written true and false, in small letters and without quotes."), N_("Write: {fixed}")),
    "E024": Code(N_("A number cannot begin with a zero."), N_("If it is a code or a phone number, put it in quotes: {fixed}")),
    "E025": Code(N_("A phone number is a text and stands in quotes."), N_("Write: {fixed}")),
    "E026": Code(N_("This day is not in the calendar."), N_("A date is year-month-day: 2025-09-29.")),
    "E027": Code(N_("“{key}” stands here a second time; the first is in line {line}."),
                 N_("Keep one of the two. A new record begins with a header such as [[exhibitor]].")),
    "E028": Code(N_("The table [{key}] is begun a second time; the first is in line {line}."),
                 N_("Join the two, or use double brackets where there may be several: [[{key}]].")),
    "E029": Code(N_("A key is written in Latin letters, and {letters} here are not."), N_("Switch the keyboard and type the key anew.")),
    "E030": Code(N_("Here are the marks of a merge that git could not finish."),
                 N_("Keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>.")),
    "E031": Code(N_("The file ends in the middle of a record."), N_("Was it copied or saved to its end?")),
    "E032": Code(N_("Here stands an invisible sign, {sign}, that has no place in a catalogue."), N_("Delete it and type this piece anew.")),
    "E033": Code(N_("Something stands after the value, where the line should end."),
                 N_("One key and its value stand on a line. A remark begins with #.")),
    "E034": Code(N_("The value after = is missing."), N_("Write a value, or delete the line.")),
    "E035": Code(N_("A date is written year-month-day, without quotes."), N_("Write: {fixed}")),
    "E036": Code(N_("A number has a point before its fraction, and no spaces or units."), N_("Write: {fixed}")),
    "E037": Code(N_("This comma or bracket is one too many."), N_("Delete it.")),
    "E038": Code(N_("A time of day is written hours:minutes:seconds, without quotes."), N_("Write: {fixed}")),
    "E039": Code(N_("A key is missing before =."), N_("Write: key = value.")),
    "E040": Code(N_("A key has no spaces or other signs; words are joined by an underscore."), N_("Write: {fixed}")),
    "E041": Code(N_("“{key}” is used in two ways; the first is in line {line}."),
                 N_("A key holds either one value or a table. Rename or delete one of the two.")),
    "E042": Code(N_("A text in single quote marks stands on one line."), N_("For several lines put {quote} before and behind it.")),
    "E043": Code(N_("There is no such time of day."), N_("A time runs from 00:00:00 to 23:59:59.")),
    "E044": Code(N_("This number is too long."), N_("If it is a code, put it in quotes.")),
    "E045": Code(N_("A second [fair]; the first is in line {line}."), N_("A catalogue describes one fair. Delete one of the two.")),
    "E046": Code(N_("{count} further lines of this file cannot be read."), N_("Mend those above first, and check again.")),
    # The whole
    "E100": Code(N_("The catalogue has no [fair] with all that it needs."),
                 N_("A fair needs id, name, starts, ends and timezone.")),
    # Shapes
    "E101": Code(N_("“{key}” must be {expected}, and here stands {found}."), N_("For example: {example}")),
    "E102": Code(N_("“{key}” is missing, and this {table} is left out for it."), N_("Add a line such as: {example}")),
    "E103": Code(N_("“{key}” is empty, and this {table} is left out for it."), N_("Fill it in, for example: {example}")),
    "E104": Code(N_("The id “{value}” has a space, a colon or a #, and this {table} is left out for it."),
                 N_("An id is made of small Latin letters, digits and hyphens: {example}")),
    "E105": Code(N_("“{value}” is none of the words that “{key}” can be."), N_("It can be {choices}.")),
    "E106": Code(N_("“{key}” must lie between {low} and {high}, and here stands {value}.")),
    "E107": Code(N_("“{value}” is no date."), N_('A date is written 2025-09-29 without quotes; where only the month or the year is known: "2025-09", "2025".')),
    "E108": Code(N_("This text has {length} characters and is cut to {limit}.")),
    "E109": Code(N_("This list has {length} items; the first {limit} are kept.")),
    "E110": Code(N_("“{value}” is no web address that the guide can open."), N_("A web address begins with https:// and has no spaces or passwords: https://example.org")),
    "E111": Code(N_("“{value}” is no e-mail address."), N_("One address reads: info@example.org. Several stand in a list: [\"…\", \"…\"].")),
    "E112": Code(N_("“{value}” is no phone number."), N_("For example: +375 17 200-00-00. Several stand in a list: [\"…\", \"…\"].")),
    "E113": Code(N_("“{value}” is no country code."), N_("A country has two capital letters: BY, RU, KZ, CN.")),
    "E114": Code(N_("No time zone is called “{value}”; the guide shows the times as they are written."), N_("For example: Europe/Minsk, Europe/Moscow, Asia/Almaty.")),
    "E115": Code(N_("“{value}” is no language tag."), N_("A language has two or three small letters: ru, be, en.")),
    "E116": Code(N_("“{value}” is no currency code."), N_("A currency has three capital letters: BYN, RUB, USD.")),
    "E117": Code(N_("A shape needs three corners or more, and here are {count}.")),
    "E118": Code(N_("The edge of this shape crosses itself."), N_("Name the corners in the order in which one walks round.")),
    "E119": Code(N_("This shape has {count} corners; the guide draws up to {limit}.")),
    "E120": Code(N_("A stand needs a code or an id; this one has neither and is left out."), N_('Add a line such as: code = "A12"')),
    "E121": Code(N_("The stand code “{value}” has a # or is longer than {limit} signs, and this stand is left out for it.")),
    "E122": Code(N_("There may be several: the header has two brackets."), N_("Write: [[{table}]]")),
    "E123": Code(N_("There is one fair only: the header has one bracket."), N_("Write: [fair]")),
    "E124": Code(N_("A second [fair]; the first is in {file}, line {line}."), N_("A catalogue describes one fair. Delete one of the two.")),
    "W101": Code(N_("The guide does not know the key “{key}” in {table} and passes over it."), N_("It knows: {known}.")),
    "W102": Code(N_("The guide does not know the table [{key}] and passes over it."), N_("What has no place elsewhere may stand in [raw].")),
    "W103": Code(N_("The id “{value}” has other signs than small Latin letters, digits and hyphens."), N_("Better: {example}")),
    "W104": Code(N_("The id “{value}” is no ISO code of a region or country."), N_("A region has a code such as BY-BR, a country one such as BY.")),
    "W105": Code(N_("The code “{value}” mixes Latin and Cyrillic letters that look alike: {letters}."), N_("Type it anew in one alphabet.")),
    "W106": Code(N_("The word “{value}” mixes Latin and Cyrillic letters that look alike: {letters}."), N_("Type it anew in one alphabet: it may not be found.")),
    "W107": Code(N_("Invisible signs stand in this text; the guide shows them as {sign}."), N_("Type the text anew.")),
    "W109": Code(N_("No language has the tag “{value}”."), N_("A language has two or three small letters: ru, be, en.")),
    "W108": Code(N_("“{value}” stands twice in this list.")),
    # References
    "E201": Code(N_("No {table} is called “{value}”."), N_("“{key}” refers to an id that stands elsewhere in the catalogue.")),
    "E202": Code(N_("The id “{value}” is taken: {file}, line {line}. This one is left out."), N_("Give each its own id.")),
    "E203": Code(N_("The stand code “{value}” is taken: {file}, line {line}. This one is left out."), N_("A code stands once in its hall. If the halls differ, name the hall.")),
    "E204": Code(N_("“{value}” is a stand in several halls: {choices}."), N_("Name the hall: {example}")),
    "E205": Code(N_("“{value}” may mean several things: {choices}."), N_("Write which: {example}")),
    "E206": Code(N_("No {table} is called “{value}”."), N_('A plain text is an id here. Free words stand in braces: {{ ru = "…" }}')),
    "E207": Code(N_("“{value}” is a country; a place names it as country."), N_('Write: country = "{value}"')),
    "E208": Code(N_("An exhibitor cannot be its own host.")),
    # Together
    "E301": Code(N_("The fair ends before it starts; the guide swaps the two days.")),
    "E302": Code(N_("The outline of this stand reaches out of the hall “{hall}” and is left out.")),
    "W301": Code(N_("{date} is not a day of the fair ({starts} – {ends}).")),
    "W302": Code(N_("It ends before it starts.")),
    "W303": Code(N_("“{name}” is not alone on the stand {stand}, and nobody is named as its host."),
                 N_('Name the host (host = "{other}"), or call the stand shared, regional or national.')),
    "W304": Code(N_("The hall is “{hall}”, and the stand {stand} is in “{other}”."), N_("Where a stand is named, the hall may be left out.")),
    "W305": Code(N_("The stand codes “{value}” and “{other}” look the same, and one is Latin, the other Cyrillic."), N_("Type one of them anew.")),
    "W306": Code(N_("This private e-mail address stands in “email” too, where everyone sees it."), N_("Delete it there.")),
    "W307": Code(N_("The country is “{value}”, and “{region}” is a region of {other}.")),
    "W308": Code(N_("A way through that ends in one place only leads nowhere."), N_("Name the other end. Only a door to the street has one.")),
})  # fmt: skip
"""The codes, each with its message and hint."""
