"""What was odd in others' files: the table of codes, and one oddity as a value.

I00 is what stands in a cell, I01 tables and columns, I02 stands, I03 names, places and contacts, I04 doubles and
hosts, I05 programmes, I06 plans, I07 other files, I08 the fair itself,
I09 how a list is written, I10 how far a taking part is settled, I11 how a list is laid out. A code never changes its
meaning: organisers search for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from guide.i18n import N_, Tongue

LOST, ODD, GUESS = "lost", "odd", "guess"
"""How much it matters: something could not be taken over, something looks wrong, or something was guessed."""


class Code(NamedTuple):
    """What a code says: how much it matters, a msgid for what is odd, and one for how to mend it."""

    weight: str
    message: str
    hint: str = ""


CODES: Mapping[str, Code] = MappingProxyType({
    # Cells.
    "I001": Code(GUESS, N_("The letters were read as {encoding}."),
                 N_("Where names look wrong, save the list as “CSV UTF-8” and import that.")),
    "I002": Code(LOST, N_("Something here could not be read as letters; each sign of it stands as �."),
                 N_("Type it anew.")),
    "I003": Code(ODD, N_("Letters are lost: a question mark stands inside a word."), N_("Type the word anew.")),
    "I004": Code(ODD, N_("Latin and Cyrillic letters that look alike are mixed: {letters}."),
                 N_("Type it anew in one alphabet.")),
    "I005": Code(ODD, N_("No stand is named.")),
    "I006": Code(LOST, N_("No country is called so."), N_("Write its name, or its two letters: BY.")),
    "I007": Code(ODD, N_("The same stand is spelt in two ways: {other}."), N_("Choose one of them.")),
    "I008": Code(ODD, N_("Quotes stand inside quotes and do not match.")),
    "I009": Code(ODD, N_("This looks like {found}, and the column is for {expected}."),
                 N_("Its own column has it now where that was empty; else it is kept in [raw].")),
    # Tables and columns.
    "I010": Code(ODD, N_("A catalogue has no place for this column, as far as its name and cells tell."),
                 N_("It is kept in [raw]. To say what it is: --map \"{column}=…\"")),
    "I011": Code(GUESS, N_("By what stands in it, this column was taken for “{field}”."),
                 N_("To say otherwise: --map \"{column}=…\"")),
    "I012": Code(GUESS, N_("This row was taken for a heading of the rows below it: “{field}”.")),
    "I013": Code(ODD, N_("This row is no record and was left out: {what}.")),
    "I014": Code(LOST, N_("Nobody and nothing is named in this row."), N_("It is kept in [raw].")),
    "I015": Code(GUESS, N_("No row names the columns; they were told by what stands in them."),
                 N_("Write the names of the columns above them.")),
    "I016": Code(LOST, N_("This was not understood: the column is for {expected}."), N_("It is kept in [raw].")),
    "I017": Code(GUESS, N_("The name of this column was read as “{meant}”."),
                 N_("To say otherwise: --map \"{column}=…\"")),
    "I018": Code(GUESS, N_("This row names nobody; it was taken for more of the row above it.")),
    "I019": Code(ODD, N_("No list was found on this sheet; it is left out.")),
    # Stands.
    "I020": Code(LOST, N_("No hall and no stand was understood here."), N_("For example: Hall 10.2, Stand F010.")),
    "I021": Code(GUESS, N_("This was taken for one stand with several numbers; it may be several stands."),
                 N_("Write several stands with a comma or a semicolon between them.")),
    "I022": Code(GUESS, N_("The hall was taken from the stand’s number: {hall}.")),
    "I023": Code(ODD, N_("The column for halls says {other}, the stand’s number {hall}."), N_("Mend one of them.")),
    # Names, places and contacts.
    "I030": Code(GUESS, N_("This was taken for {found}.")),
    "I031": Code(LOST, N_("This is no telephone number."), N_("For example: +375 17 200-00-00.")),
    "I032": Code(GUESS, N_("This address was mended: {found}.")),
    "I033": Code(LOST, N_("This is no e-mail address."), N_("For example: info@example.org.")),
    "I034": Code(LOST, N_("This is no web address."), N_("For example: https://example.org.")),
    "I035": Code(ODD, N_("No network is named for this page."), N_("For example: https://t.me/example.")),
    "I036": Code(LOST, N_("This is no day."), N_("For example: 29.09.2025.")),
    "I037": Code(LOST, N_("This is no time of day."), N_("For example: 10:30.")),
    "I038": Code(GUESS, N_("Day and month may stand the other way round; this was taken for {found}.")),
    "I039": Code(ODD, N_("The cell names another country than the row, which says {other}."), N_("Mend one of them.")),
    # Doubles and hosts.
    "I040": Code(GUESS, N_("Taken for one exhibitor together with row {rows}. They share: {evidence}.")),
    "I041": Code(ODD, N_("Kept apart from row {rows}, which has the same name: {reasons}."),
                 N_("If they are one, write the same site, telephone or taxpayer’s number in both.")),
    "I042": Code(ODD, N_("What was taken for one says two things here. Kept: {kept}."), N_("Choose one of them.")),
    "I043": Code(LOST, N_("A name is missing, and the record is left out."), N_("Give it one.")),
    "I044": Code(ODD, N_("No exhibitor is called so; the host is left out."), N_("Add a row for the host.")),
    "I045": Code(GUESS, N_("Stands that several exhibitors share, and no host is named: {count}, such as {example}.")),
    "I046": Code(GUESS, N_("The host was taken from the stand, where only one is no guest: {host}.")),
    "I047": Code(GUESS, N_("Stands of this file that are spelt otherwise in {other}: {count}, such as {example}.")),
    "I048": Code(LOST, N_("Besides its stands it is named in the hall {hall}; a record has one or the other.")),
    "I049": Code(GUESS, N_("By its name this is a stand of a country or region: {found}.")),
    # Programmes.
    "I050": Code(GUESS, N_("Times are told by {offset} and no time zone is named; they are kept as they are written."),
                 N_("Name the zone of the fair: --timezone Europe/Minsk")),
    "I051": Code(GUESS, N_("The offices of the speakers are not named; each of the {count} is called a speaker.")),
    "I052": Code(LOST, N_("This is no time that is understood."), N_("For example: 2025-09-29T10:30:00+03:00.")),
    "I053": Code(ODD, N_("It is cancelled, and left out.")),
    "I054": Code(ODD, N_("It lasts longer than a day; only its start is kept.")),
    "I055": Code(GUESS, N_("It comes back without an end; its first {count} times are kept.")),
    "I056": Code(LOST, N_("How it comes back is not understood; only its first time is kept.")),
    "I057": Code(LOST, N_("This text has {length} characters and is cut to {limit}."),
                 N_("The whole of it stands in [raw].")),
    "I058": Code(LOST, N_("It has no title, and is left out."), N_("Give it one.")),
    "I059": Code(ODD, N_("Another one has this number too, and is different."), N_("Give each its own.")),
    # Plans.
    "I060": Code(LOST, N_("The edge of this shape crosses itself; the shape is left out."),
                 N_("Name the corners in the order in which one walks round.")),
    "I061": Code(LOST, N_("This shape has no area, and is left out.")),
    "I062": Code(ODD, N_("This shape has {count} corners; {kept} are kept, and its edge moves by {metres} m at most.")),
    "I063": Code(ODD, N_("The holes of this shape are left out.")),
    "I064": Code(ODD, N_("This has {count} shapes; the largest is kept.")),
    "I065": Code(LOST, N_("This shape reaches out of the hall {hall}, and is left out.")),
    "I066": Code(GUESS, N_("No hall is named; it lies in the hall {hall}.")),
    "I067": Code(GUESS, N_("The unit of the coordinates is not named; they are taken for metres.")),
    "I068": Code(LOST, N_("This is not understood as a part of a plan: {kind}.")),
    "I069": Code(LOST, N_("This coordinate is no place on the earth or the plan.")),
    # Other files.
    "I070": Code(LOST, N_("This line is not understood.")),
    "I071": Code(ODD, N_("This name stands twice in one record; the last value counts.")),
    "I072": Code(LOST, N_("This is no number that can be used.")),
    "I073": Code(ODD, N_("This is begun and never ended; it is read as far as it goes.")),
    "I074": Code(LOST, N_("This part of the archive is not there or cannot be read.")),
    "I076": Code(GUESS, N_("This hall has no name; it is called {name}."), N_("Give it its name.")),
    "I075": Code(GUESS, N_("This entry of several whole days was taken for the fair itself.")),
    "I077": Code(LOST, N_("A table does not hold all of this; it is kept aside."), N_("JSON does: guide export json")),
    "I078": Code(LOST, N_("This is no part of a fair that the guide knows.")),
    "I079": Code(ODD, N_("This id stands twice; what is said there was joined."), N_("Give each its own.")),
    # The fair itself.
    "I080": Code(GUESS, N_("No file says what the fair is called: {found}."), N_("Name it: --name")),
    "I081": Code(GUESS, N_("No file says when the fair is: {found}."), N_("Name the days: --starts, --ends")),
    "I082": Code(GUESS, N_("No file says in which time zone the fair is: {found}."), N_("Name it: --timezone")),
    "I083": Code(GUESS, N_("The days of the fair were taken from its programme: {found}."),
                 N_("Name the days: --starts, --ends")),
    "I084": Code(ODD, N_("The fair ends before it starts."), N_("Name the days: --starts, --ends")),
    # How a list is written.
    "I090": Code(ODD, N_("Zero bytes stand in the file, and were left out: {count}.")),
    "I091": Code(ODD, N_("A quote is opened here and never closed; it was taken for a part of the text."),
                 N_("Close the quote, or write two of them where one is meant.")),
    "I092": Code(ODD, N_("The row has more cells than the others: {count} instead of {usual}."),
                 N_("Put the cell that has the separator in it into quotes.")),
    "I093": Code(ODD, N_("The row has fewer cells than the others: {count} instead of {usual}."),
                 N_("Is it broken into two rows?")),
    "I094": Code(GUESS, N_("The letters had been coded twice, and were mended: {found}.")),
    "I095": Code(ODD, N_("The sheet “{sheet}” is hidden, and was left out."),
                 N_("Show it in the workbook, if it is to be read.")),
    "I096": Code(LOST, N_("The list is longer than can be imported: only its rows up to {count} were read."),
                 N_("Divide it into several files.")),
    "I097": Code(LOST, N_("A formula gives an error in this cell, which was read as empty.")),
    "I098": Code(GUESS,
                 N_("Some lines are written in another encoding than the rest, and were read as {encoding}: {count}.")),
    "I099": Code(GUESS, N_("The rows differ in length; their cells were taken to be parted by {found}.")),
    # How far a taking part is settled.
    "I100": Code(ODD, N_("It is not confirmed: “{found}”. It is taken in all the same.")),
    # How a list is laid out.
    "I110": Code(GUESS, N_("Spaces alone keep the columns apart; they were told by where their cells stand.")),
    "I111": Code(GUESS, N_("It stands below its host, indented or with a dash: {host}.")),
    "I112": Code(GUESS, N_("Its columns are rooms; each cell below was taken for an item of the programme.")),
    "I113": Code(GUESS, N_("Its lines are cards, one below the other; each was taken for a row.")),
    "I114": Code(GUESS, N_("Several firms stand in this cell; each was taken for an exhibitor: {count}."),
                 N_("Give each a row of its own.")),
})  # fmt: skip
"""The codes, each with its weight, message and hint."""


@dataclass(frozen=True, slots=True)
class Oddity:
    """One odd thing: its code, where it is, and what stands there.

    ``row`` counts from 1 as the program shows it that wrote the file (0: the whole file), ``column`` is the name of
    a column or a field of the format.
    """

    code: str
    file: str = ""
    row: int = 0
    column: str = ""
    value: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    """What fills the message; a value that is itself a msgid stands as :class:`guide.i18n.Said`."""

    @property
    def weight(self) -> str:
        """How much it matters: ``LOST``, ``ODD`` or ``GUESS``."""
        return CODES[self.code].weight

    def said(self, tongue: Tongue) -> str:
        """The message in a language."""
        return tongue.t(CODES[self.code].message, **self.values)

    def hinted(self, tongue: Tongue) -> str:
        """How to mend it, or ""."""
        return tongue.t(CODES[self.code].hint, **self.values)
