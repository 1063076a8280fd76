"""What is offered for a day in words: the stops in their best order with the walking between, and what does not fit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rich.text import Text

from guide.catalogue.model import Catalogue, Ref
from guide.dates import clock, day
from guide.i18n import N_, Tongue
from guide.text import cut, fit, one_line, width
from guide.venue.route import PACE, Means
from guide.venue.tour import CLOSED, LATE, NO_TIME, NO_WAY
from guide.view import names, roles
from guide.view.blocks import Blank, Block, Card, Heading, Items, Paragraph, styled
from guide.view.plan_told import TROUBLES, item_name, item_place, own_words, spot_said
from guide.visit.day import Item, as_time
from guide.visit.entry import length_said
from guide.visit.ordering import HARDLY, NO_PLACE, Arrival, Missed
from guide.visit.state import Visit
from guide.visit.touring import STAY, DayOrder

REASONS = {
    CLOSED: N_("closed on this day, or nobody is there"),
    LATE: N_("it cannot be reached in time"),
    NO_WAY: N_("no way leads there"),
    NO_TIME: N_("no time is left for it"),
    NO_PLACE: N_("it has no place on a hall plan and stays where it is"),
}
"""Why something is left out, by its reason."""

NO_WAY_SO = N_("no way leads there with what you chose for ways")
"""Why something is left out to which another way may lead."""

CHOICES = {"step_free": N_("step-free"), "no_stairs_up": N_("no stairs up"), "no_stairs_down": N_("no stairs down")}
"""What one may ask of ways, by the field of :class:`guide.venue.route.Means`."""

TO_SPARE = 5
"""Minutes between two stops that are worth being told."""

_TIME = 11  # cells of «10:00–11:00»
_WIDE = 60  # cells from which a place stands beside the name


@dataclass(frozen=True, slots=True)
class Stops:
    """Stops one under the other: a time, a name, a place, and in front of each how one gets there."""

    stops: tuple[tuple[str, str, str, str], ...]

    def lines(self, cells: int) -> list[Text]:
        """The stops; the place beneath the name where it is narrow."""
        column = max((width(time) for _, time, _, _ in self.stops), default=0)
        column += 2 if column else 0
        done = []
        for way, time, name, place in self.stops:
            if way:
                done.append(styled(cut(f"{' ' * column}↓ {way}", cells), roles.QUIET))
            line = styled(fit(time, column), roles.ACCENT)
            room = cells - column
            if cells >= _WIDE and place:
                beside = min(width(place), max(room * 2 // 5, room - 2 - width(name)))
                line.append(fit(name, room - beside - 2)).append("  " + fit(place, beside, right=True), roles.QUIET)
            else:
                line.append(cut(name, room))
            done.append(line)
            if place and cells < _WIDE:
                done.append(styled(" " * column + cut(place, room), roles.QUIET))
        return done


def order_card(catalogue: Catalogue, visit: Visit, items: Mapping[str, Item], offer: DayOrder, tongue: Tongue) -> Card:
    """The offer for a day; ``items`` are those of the day by the ids of their stops."""
    said = _Said(catalogue, visit, items, offer, tongue)
    blocks: list[Block] = [Paragraph(styled(words, role)) for words, role in said.summary()]
    if offer.order.arrivals:
        stops = [said.stop(at, each) for at, each in enumerate(offer.order.arrivals)]
        blocks += [Blank(), Stops((*stops, *said.end()))]
    if offer.order.missed:
        blocks.append(Heading(tongue.t("Does not fit"), tongue.number(len(offer.order.missed))))
        blocks.append(Items(tuple(said.missed(each) for each in offer.order.missed)))
    notes = [Paragraph(styled(words, roles.QUIET)) for words in said.notes()]
    blocks += [Blank(), *notes] if notes else []
    return Card(Ref("visit", ""), tongue.t("Best order"), tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Said:
    catalogue: Catalogue
    visit: Visit
    items: Mapping[str, Item]
    offer: DayOrder
    tongue: Tongue

    def summary(self) -> list[tuple[str, str]]:
        """What the offer is, in sentences with their roles."""
        t, order, offer = self.tongue.t, self.offer.order, self.offer
        said = [(day(self.tongue, offer.day, weekday=True) if offer.day else t("No day yet"), roles.TITLE)]
        if offer.trade_only:
            only = TROUBLES["trade-only"]
            said.append((self._sentence(t(only)), roles.WARN))
        if not order.arrivals and not order.missed:
            said.append((t("Nothing of this day is left to be put in order."), ""))
        elif not order.measured:
            said.append((t("None of these stops has a place on a measured plan, so the walking is not known."), ""))
            by_number = t("What has no time can be ordered by hall and number.")
            said.append((by_number if offer.change else t("What has no time already goes by hall and number."), ""))
        elif order.arrivals:
            said += self._compared()
        return said

    def _compared(self) -> list[tuple[str, str]]:
        t, order = self.tongue.t, self.offer.order
        after = self.walk(order.metres, order.seconds)
        said = []
        if not order.before_fits:
            said.append((t("In the order that you have, not all of this can be reached in time."), roles.WARN))
        if order.before_metres is not None and order.before_metres > order.metres + HARDLY:
            before = self.walk(order.before_metres, order.before_seconds or 0.0)
            said.append((t("On foot: {after} instead of {before}.", after=after, before=before), roles.ACCENT))
        elif self.offer.change:
            said.append((t("On foot: {after}.", after=after), roles.ACCENT))
        elif order.exact:
            said.append((t("The order that you have is the best: on foot {after}.", after=after), roles.ACCENT))
        else:
            said.append((t("No better order was found than yours: on foot {after}.", after=after), roles.ACCENT))
        return said

    def chosen(self) -> list[str]:
        """What was asked of ways, each in its words."""
        chosen = [self.tongue.t(words) for field, words in CHOICES.items() if getattr(self.offer.means, field)]
        return [*chosen, self.tongue.t("slowly")] if self.offer.means.pace < PACE else chosen

    def walk(self, metres: float, seconds: float) -> str:
        """«1 240 м, 19 мин»; of a few steps only how many metres."""
        length = self.tongue.t("{metres} m", metres=self.tongue.number(round(metres)))
        minutes = round(seconds / 60)
        return f"{length}, {length_said(minutes, self.tongue)}" if minutes else length

    def stop(self, at: int, each: Arrival) -> tuple[str, str, str, str]:
        """How one gets there, when, what it is, where."""
        item, offer = self.items[each.key], self.offer
        way = ""
        if offer.order.measured and each.placed and each.metres >= HARDLY:
            way = self.walk(each.metres, each.walk)
            if not at and offer.start:
                begins = offer.order.start or offer.start[0]
                start = one_line(names.name(self.catalogue, begins.ref, self.tongue))
                way = self.tongue.t("{way}, from: {place}", way=way, place=start) if start else way
        spare = int(each.waits // 60)
        if at and spare >= TO_SPARE:
            some = self.tongue.t("{length} to spare", length=length_said(spare, self.tongue))
            way = " · ".join(part for part in (way, some) if part)
        times = ""
        if offer.day is not None and offer.order.measured:
            times = "–".join(clock(as_time(int(time // 60))) for time in (each.begins, each.leaves))
        return way, times, self._name(each.key), self._place(item, each)

    def _place(self, item: Item, each: Arrival) -> str:
        """Where an item is; of several stands the one that this order goes to."""
        stand = each.spot.stand if each.spot is not None else None
        if stand is None or own_words(item.stop.where) or len(item.spot.stands) < 2:
            return item_place(self.catalogue, item, self.tongue)
        hall = self.catalogue.stands[stand].hall
        return spot_said(self.catalogue, replace(item.spot, hall=hall, room=None, stands=(stand,)), self.tongue)

    def end(self) -> list[tuple[str, str, str, str]]:
        """How one gets to where the day ends, when, and what that is; nothing where it ends at the last stop."""
        order = self.offer.order
        if order.end is None or not order.arrivals:
            return []
        seconds = max(order.seconds - sum(each.walk for each in order.arrivals), 0.0)
        arrives = max(each.leaves for each in order.arrivals if each.placed) + seconds
        name = one_line(names.name(self.catalogue, order.end.ref, self.tongue))
        way = self.walk(order.back, seconds) if order.back >= HARDLY else ""
        return [(way, clock(as_time(int(arrives // 60))) if self.offer.day is not None else "", name, "")]

    def missed(self, each: Missed) -> Text:
        """What does not fit, and why."""
        why = REASONS[each.reason]
        if each.reason == NO_WAY and replace(self.offer.means, pace=PACE, at=None) != Means():
            why = NO_WAY_SO
        if each.reason in (LATE, NO_TIME) and self.items[each.key].begin is not None:
            why = N_("one cannot be there at its time")
        return Text(self._name(each.key)).append(": " + self.tongue.t(why), roles.WARN)

    def notes(self) -> list[str]:
        """What must be said besides."""
        t, order = self.tongue.t, self.offer.order
        said = []
        if order.measured and (chosen := ", ".join(self.chosen())):
            said.append(t("Ways as you chose them: {choices}.", choices=chosen))
        if order.measured and self.offer.day is not None:
            if any(item.minutes is None for item in self.items.values()):
                usual = length_said(STAY, self.tongue)
                said.append(
                    t("A stop without a length counts with the usual one, a stand with {length}.", length=usual)
                )
            said.append(t("What has a time keeps it; the others get none."))
        if self.offer.change and any(each.reason != NO_PLACE for each in order.missed):
            said.append(t("Nothing is taken out of the plan: what does not fit comes last."))
        return said

    def _name(self, key: str) -> str:
        return item_name(self.catalogue, self.visit, self.items[key], self.tongue)

    def _sentence(self, words: str) -> str:
        return words[:1].upper() + words[1:] + "."
