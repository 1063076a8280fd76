"""The way to a thing as a card: how far, the sentences in turn; or why there is none, and what is known instead."""

from rich.text import Text

from guide.catalogue.model import Catalogue, Ref
from guide.i18n import Tongue
from guide.text import width
from guide.venue.floors import Floors
from guide.venue.route import Means, NoWay, Route
from guide.venue.steps import steps_of
from guide.view import names, roles
from guide.view.blocks import Blank, Block, Card, Paragraph, styled
from guide.view.way_refused import why_not
from guide.view.way_told import also_at, manned_told, place_told, sentences, summary, unsure_told


def way_card(
    catalogue: Catalogue, floors: Floors, goal: Ref, found: Route | NoWay | None, means: Means, tongue: Tongue
) -> Card:
    """The card; without a way (None: nobody said from where) what is known of the place."""
    blocks: list[Block] = []
    if isinstance(found, Route):
        blocks.append(Paragraph(styled(summary(found, tongue), roles.ACCENT)))
        if unsure := unsure_told(catalogue, found, tongue):
            blocks.append(Paragraph(Text(unsure, roles.WARN)))
        if manned := manned_told(catalogue, found.goal, means.at, tongue):
            blocks.append(Paragraph(Text(manned, roles.WARN)))
        if others := also_at(catalogue, floors, found.goal, tongue):
            blocks.append(Paragraph(Text(others, roles.QUIET)))
        blocks.append(Blank())
        steps = steps_of(catalogue, floors, found)
        for number, said in enumerate(sentences(catalogue, steps, tongue), 1):
            lead = f"{number}. "
            blocks.append(Paragraph(Text().append(lead, roles.QUIET).append(said), hang=width(lead)))
    else:
        if found is not None:
            blocks += [
                Paragraph(Text(said, roles.WARN if not n else ""))
                for n, said in enumerate(why_not(catalogue, found, means, tongue))
            ]
            blocks.append(Blank())
        blocks += [Paragraph(Text(said)) for said in place_told(catalogue, floors, goal, tongue)]
    return Card(goal, names.name(catalogue, goal, tongue), tuple(blocks))
