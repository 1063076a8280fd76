"""THE table of commands and options: the parser, the help and the completion of shells all come from it."""

from typing import NamedTuple

from guide.i18n import LANGUAGES, N_

PROGRAM = "guide"

KINDS = ("exhibitor", "region", "venture", "session", "person", "service", "stand", "hall")
SHELLS = ("bash", "zsh", "fish", "powershell")
FORMATS = ("text", "json", "github")
DIFFERENCES = ("text", "json", "md")
REPORTS = ("text", "json", "csv")
EXPORTS = ("ics", "vcf", "csv", "json", "md", "html", "slip", "qr", "svg", "png")
PAPER = ("48", "32")


class Option(NamedTuple):
    """An option: its flags, what it does, and what it takes: nothing, one of ``choices``, or a ``metavar``."""

    flags: tuple[str, ...]
    help: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    listed: bool = False  # several of the choices, with commas between
    number: bool = False
    path: bool = False
    repeated: bool = False  # may stand several times, each adding a value

    @property
    def takes_value(self) -> bool:
        """Whether a value follows it."""
        return bool(self.metavar or self.choices)

    @property
    def dest(self) -> str:
        """The name of its value in what was parsed."""
        return self.flags[-1].lstrip("-").replace("-", "_")


class Argument(NamedTuple):
    """A positional argument; ``times``: "" for once, "?" at most once, "*" any number of times, "+" at least once."""

    dest: str
    metavar: str
    help: str
    times: str = ""
    choices: tuple[str, ...] = ()


class Command(NamedTuple):
    """A command: one line for the list of commands, a few for its own help."""

    name: str
    summary: str
    about: str
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()


HELP = Option(("-h", "--help"), N_("show this help and exit"))
VERSION = Option(("--version",), N_("show the version and exit"))
COMMON = (
    Option(
        ("-c", "--catalogue"),
        N_("the catalogue: a TOML file or a folder of them (also GUIDE_CATALOGUE; else the bundled fair)"),
        metavar="PATH",
        path=True,
    ),
    Option(("--lang",), N_("the language to speak (else the system’s)"), choices=LANGUAGES),
    Option(("--no-color",), N_("write without colours (also NO_COLOR)")),
    VERSION,
    HELP,
)

HERE = Option(
    ("--here",),
    N_("where you are: a stand, a hall, a service, a way through, an exhibitor (also GUIDE_HERE)"),
    metavar="PLACE",
)

ABOUT = N_("A trade fair’s exhibitors, regions and ventures in the terminal, offline.")
AFTER = N_(
    "Standard output is data, standard error is words for people. Exit codes: 0 found or clean, 1 nothing found or "
    "problems found, 2 wrong usage or no such file, 3 a catalogue that cannot be read, 4 not saved, 70 a fault of the "
    "guide."
)

COMMANDS = (
    Command("open", N_("open the guide in the terminal (this is also what a bare “guide” does)"), N_(
        "Opens the guide in the terminal. It needs a terminal to read keys from and to draw on."
    ), options=(HERE,)),
    Command(
        "find",
        N_("find exhibitors, regions, ventures, people, sessions and stands"),
        N_(
            "Prints the best hits, one a line. Words may be unfinished and in any order, in Russian, Belarusian or "
            "Latin letters, typed on the wrong keyboard layout or with mistakes; a stand code may be spelt in any way. "
            "“Words in quotes” stand side by side, -word leaves out what holds it, and filters such as country:BY "
            "hall:7 kind:venture -status:planned narrow it down."
        ),
        (Argument("query", "QUERY", N_("what to look for"), "*"),),
        (
            Option(("--json",), N_("print one JSON object")),
            Option(("--batch",), N_("read a query a line from standard input and print a JSON object a line")),
            Option(("-n", "--limit"), N_("how many hits to print (10)"), metavar="N", number=True),
            Option(("--literally",), N_("find only what was typed: no other layouts, no typing mistakes")),
            Option(("--kind",), N_("only things of these kinds, with commas between"), choices=KINDS, listed=True),
        ),
    ),
    Command(
        "show",
        N_("show everything that is known of one thing"),
        N_("Prints one card. Where an id or a code fits several things, they are listed."),
        (Argument("id", "ID", N_("an id, a stand code, a whole name, fair, or kind:id such as venture:polesie")),),
        (Option(("--json",), N_("print the thing’s own fields as JSON, with what they refer to")),),
    ),
    Command(
        "check",
        N_("check a catalogue and say what is wrong with it"),
        N_("Prints every problem with its place, what was expected and how to mend it. Exits with 1 on an error."),
        (Argument("path", "PATH", N_("the catalogue to check (else that of --catalogue)"), "?"),),
        (
            Option(("--format",), N_("how to print the problems (text)"), choices=FORMATS),
            Option(("--strict",), N_("exit with 1 on a warning too")),
        ),
    ),
    Command(
        "import",
        N_("make a catalogue of lists, programmes and plans that other programs wrote"),
        N_(
            "Reads all files of one fair, says what was odd in them, and with -o writes a catalogue. Lists: CSV, and "
            "workbooks of Excel and LibreOffice, in any encoding, with any titles in Russian, Belarusian, English or "
            "German. Programmes: frab or pentabarf XML, pretalx JSON, iCalendar. Plans: GeoJSON, IMDF. Also JSON-LD of "
            "schema.org, and what “guide export json” writes. Without -o nothing is written. Importing again into the "
            "same folder keeps ids and replaces the files that the import wrote; those that you changed or added are "
            "yours and stay, fair.toml first of all."
        ),
        (Argument("file", "FILE", N_("a file to import; name all files of the fair at once"), "+"),),
        (
            Option(("-o", "--output"), N_("the folder to write the catalogue into"), metavar="DIR", path=True),
            Option(
                ("--map",),
                N_("what a column is: its title and a key of [[exhibitor]] or its like; - leaves it out"),
                metavar="TITLE=KEY",
                repeated=True,
            ),
            Option(("--name",), N_("the name of the fair, where the files do not say it"), metavar="NAME"),
            Option(("--starts",), N_("its first day: 2025-09-29"), metavar="DAY"),
            Option(("--ends",), N_("its last day: 2025-10-01"), metavar="DAY"),
            Option(("--timezone",), N_("its time zone: Europe/Minsk"), metavar="ZONE"),
            Option(("--texts",), N_("the language of texts in Latin letters: de"), metavar="LANG"),
            Option(("--report",), N_("how to print what was odd (text)"), choices=REPORTS),
            Option(("--all",), N_("print every odd thing, not a dozen of each kind")),
            Option(("--force",), N_("replace files changed by hand too; they are kept as *.bak")),
        ),
    ),
    Command(
        "diff",
        N_("say what moved, came, went and was renamed from one catalogue to another"),
        N_(
            "Compares two catalogues of one fair and prints what changed, the old and the new side by side. A thing "
            "keeps its id; where the id is another, it is the same thing by its site, telephone, stand, products… "
            "together, never by its name alone, and what speaks for it is said. json is one object: old, new, counts, "
            "and changes, each with what, kind, old, new (ids), name, told, fields and evidence. Exits with 0, "
            "whatever differs."
        ),
        (
            Argument("old", "OLD", N_("the catalogue before: a TOML file or a folder of them")),
            Argument("new", "NEW", N_("the catalogue now")),
        ),
        (
            Option(("--format",), N_("how to print the changes (text)"), choices=DIFFERENCES),
            Option(("--notices",), N_("print notices for visitors as a TOML file for the catalogue’s folder")),
        ),
    ),
    Command(
        "export",
        N_("take the fair, a visit or some things away: a calendar, cards, a table, a page, a slip, QR codes, a plan"),
        N_(
            "Writes to standard output, or with -o to a file, whole or not at all. ics is a calendar, vcf address "
            "cards, csv a table for Excel, json for programs and for “guide visit import”, md Markdown, html a page "
            "for the phone that needs no network, slip a receipt, qr codes drawn with half blocks, svg a plan of the "
            "halls to print, png the same as a picture where something is installed that draws it. The plan of a visit "
            "is in it with --visit only, notes with --visit and --favourites. Exits with 1 where there is nothing to "
            "write."
        ),
        (
            Argument("format", "FORMAT", N_("the format"), choices=EXPORTS),
            Argument("id", "ID", N_("only these: ids, stand codes, whole names, or kind:id"), "*"),
        ),
        (
            Option(("--fair",), N_("everything that the fair lists (this is also what is taken without a choice)")),
            Option(("--visit",), N_("your visit: the plan and everything marked")),
            Option(("--favourites",), N_("your favourites")),
            Option(("--query",), N_("what a query finds, as with “guide find”"), metavar="QUERY"),
            Option(("-o", "--output"), N_("the file to write (else standard output)"), metavar="FILE", path=True),
            Option(("--force",), N_("replace a file that is there")),
            Option(("--private",), N_("with the e-mail addresses that are for the desk only")),
            Option(("--columns",), N_("the width of a slip (48)"), choices=PAPER),
            Option(("--words",), N_("qr: in words for any phone, not for another guide")),
            Option(("--hall",), N_("svg, png: this hall, whatever is chosen"), metavar="HALL"),
            Option(("--from",), N_("svg, png, html: with the way from there to the things named"), metavar="PLACE"),
            Option(("--step-free",), N_("svg, png, html: the way without steps")),
            Option(("--no-stairs-up",), N_("svg, png, html: no stairs that lead up")),
            Option(("--no-stairs-down",), N_("svg, png, html: no stairs that lead down")),
            Option(("--at",), N_("svg, png, html: when one walks, as with “guide way”"), metavar="TIME"),
            HERE,
        ),
    ),
    Command(
        "way",
        N_("say the way from one place to another in words, with its length and minutes"),
        N_(
            "Says the way from FROM to TO; with several TO one way after the other. A place is a stand code in any "
            "spelling, an id, kind:id such as service:info, the whole name of an exhibitor, a hall, a service, a "
            "session or a way through, or “here” for what --here or GUIDE_HERE say. Exits with 1 where there is no "
            "way, no time for a place or nothing is called so, and says why. --json prints one object with from, to, "
            "length_m, minutes and legs: each has from, to, length_m, minutes, steps (kind, words, metres, and what "
            "else is known of it), points (hall, x, y in metres of the hall) and passages; problems says where no way "
            "was found and why, and what --best-order with --at leaves no time for."
        ),
        (
            Argument("from", "FROM", N_("where the way begins, or “here”")),
            Argument("to", "TO", N_("where it leads; several are gone to one after the other"), "+"),
        ),
        (
            Option(("--step-free",), N_("no stairs, no escalators, no thresholds")),
            Option(("--no-stairs-up",), N_("no stairs that lead up")),
            Option(("--no-stairs-down",), N_("no stairs that lead down")),
            Option(("--best-order",), N_("go to several places in the order that takes least time")),
            Option(("--end",), N_("with --best-order: where to be in the end"), metavar="PLACE"),
            Option(("--pace",), N_("how fast you walk, in kilometres an hour (4)"), metavar="KM/H"),
            Option(("--at",), N_("when, such as 14:30 or 2026-09-30T14:30: what is closed then is not taken"),
                   metavar="TIME"),
            HERE,
            Option(("--json",), N_("print one JSON object")),
        ),
    ),
    Command(
        "visit",
        N_("bring a visit in from a file or from QR codes, or take that back"),
        N_(
            "“guide visit import FILE” reads the JSON of “guide export json --visit” or the text of its QR codes, in "
            "any order and among other lines (- reads standard input). It says what would change and asks; nothing of "
            "yours is taken away. “guide visit undo” takes the last change of the visit back, “guide visit redo” does "
            "it again."
        ),
        (
            Argument("what", "import|undo|redo", N_("what to do"), choices=("import", "undo", "redo")),
            Argument("file", "FILE", N_("the file to bring in"), "?"),
        ),
        (Option(("--yes",), N_("do not ask")),),
    ),
    Command(
        "desk",
        N_("open the info desk: one box and one large card; or report what it was asked"),
        N_(
            "Opens the desk: type what you hear, press Enter, read the card. “guide desk report” says what was asked "
            "most, in which hours, and what was not found; no person stands in it."
        ),
        (Argument("what", "report", N_("say what the journal of the desk comes to"), "?", ("report",)),),
        (
            Option(("--json",), N_("report as one JSON object")),
            Option(("--aliases",), N_("print the names tied at the desk as a TOML file for the catalogue’s folder")),
            HERE,
        ),
    ),
    Command(
        "kiosk",
        N_("open the guide on a public screen, which only a code leaves"),
        N_(
            "Opens a screen for visitors: no notes, no private fields, no links, back to the start when nobody is "
            "there. It is left with F10 (or Ctrl+Q), the code and Enter."
        ),
        (),
        (
            Option(("--code",), N_("what is typed to leave it: at least four signs"), metavar="CODE"),
            Option(
                ("--idle",), N_("seconds without a key after which it starts again (60)"), metavar="N", number=True
            ),
            HERE,
        ),
    ),
    Command(
        "new",
        N_("write a catalogue to start from into a folder, or a fictional fair to look at"),
        N_(
            "Writes the files of a catalogue to fill in, with comments that explain every table by a sample, in the "
            "language of --lang, and the schema for editors beside them. With --example it writes a fictional fair "
            "with everything that a fair can have: halls with stands and ways, shared stands, sessions with times, "
            "services, notices, in three languages. The folder is made where it is missing, and nothing in it is ever "
            "overwritten."
        ),
        (Argument("dir", "DIR", N_("the folder to write into")),),
        (Option(("--example",), N_("write the fictional fair")),),
    ),
    Command(
        "info",
        N_("say what is in use: version, catalogue, paths, terminal, language"),
        N_("Prints the facts that are worth adding to a report of a fault."),
    ),
    Command(
        "completion",
        N_("print a script that completes commands in a shell"),
        N_("Prints the script for a shell; it installs nothing. For bash: source <(guide completion bash)"),
        (Argument("shell", "SHELL", N_("the shell"), choices=SHELLS),),
    ),
)  # fmt: skip

BY_NAME = {command.name: command for command in COMMANDS}
