"""Ventures as ties: where their places are, what is known of them from elsewhere, and what is not known."""

from guide.catalogue.model import Ref
from guide.i18n import Tongue
from guide.view.map_ties import Placed, route_of, ties_of
from tests.venue.fairs import bundled, fair_of

EN = Tongue("en", ("en",))

VENTURES = """
[[region]]
id = "BY-BR"
name = "Brest Region"
country = "BY"
centre = { city = "Brest", lat = 52.1, lon = 23.7 }

[[region]]
id = "KZ"
name = "Kazakhstan"
kind = "country"

[[exhibitor]]
id = "mill"
name = "Mill"
place = { city = "Slonim", country = "BY", lat = 53.09, lon = 25.32 }

[[venture]]
id = "own"
name = "Its own points"
kind = "project"
partners = [{ en = "A" }, { en = "B" }]
from = { city = "Kobrin", country = "BY", lat = 52.21, lon = 24.36 }
to = { city = "Here", country = "RU", lat = 54.2, lon = 49.6 }

[[venture]]
id = "elsewhere"
name = "Known from an exhibitor and from the gazetteer"
kind = "agreement"
partners = [{ en = "A" }, { en = "B" }]
from = { city = "Slonim", country = "BY" }
to = { city = "Tashkent", country = "UZ" }

[[venture]]
id = "whole"
name = "A whole region"
kind = "contract"
partners = [{ en = "A" }, { en = "B" }]
from = { region = "BY-BR", country = "BY" }
to = { city = "Minsk", country = "BY" }

[[venture]]
id = "half"
name = "One end"
kind = "proposal"
partners = [{ en = "A" }, { en = "B" }]
from = { city = "No such town", country = "BY" }
to = { city = "Minsk", country = "BY" }

[[venture]]
id = "land"
name = "A country without a centre"
kind = "proposal"
partners = [{ en = "A" }, { en = "B" }]
to = { country = "KZ" }

[[venture]]
id = "nowhere"
name = "Nowhere"
kind = "proposal"
partners = [{ en = "A" }, { en = "B" }]
"""


def made(text=VENTURES):
    catalogue = fair_of(text)
    return catalogue, ties_of(catalogue, catalogue.refs("venture"), EN)


def ends(ties, key):
    return tuple((end.name, end.latitude, end.longitude) if end else None for end in ties.ends(Ref("venture", key)))


def test_the_points_of_the_venture_itself_come_first():
    _, ties = made()
    assert ends(ties, "own") == (("Kobrin", 52.21, 24.36), ("Here", 54.2, 49.6))


def test_a_town_is_known_from_elsewhere_in_the_catalogue_and_from_the_gazetteer():
    _, ties = made()
    assert ends(ties, "elsewhere") == (("Slonim", 53.09, 25.32), ("Tashkent", 41.3, 69.27))


def test_a_whole_region_stands_at_its_centre_and_is_told_from_the_town():
    _, ties = made()
    region, town = ties.ends(Ref("venture", "whole"))
    assert (region.name, region.latitude, region.longitude, region.whole) == ("Brest Region", 52.1, 23.7, True)
    assert not town.whole


def test_nothing_is_made_up():
    _, ties = made()
    assert ends(ties, "half")[0] is None
    assert ends(ties, "half")[1][0] == "Minsk"
    assert ties.unplaced == (Ref("venture", "land"), Ref("venture", "nowhere"))
    assert ends(ties, "nowhere") == (None, None)


def test_towns_come_by_how_many_ventures_they_have():
    _, ties = made()
    first = next(iter(ties.towns.values()))
    assert first.name == "Minsk"
    assert first.ventures == (Ref("venture", "whole"), Ref("venture", "half"))


def test_only_what_is_asked_for_is_tied():
    catalogue, _ = made()
    ties = ties_of(catalogue, [Ref("venture", "own"), Ref("region", "KZ"), Ref("venture", "gone")], EN)
    assert list(ties.ties) == [Ref("venture", "own")]
    assert len(ties.towns) == 2


def test_a_town_called_differently_goes_by_what_most_call_it():
    text = "".join(
        f'[[venture]]\nid = "v{at}"\nname = "V"\nkind = "project"\npartners = [{{ en = "A" }}, {{ en = "B" }}]\n'
        f'to = {{ city = "{name}", lat = 50.0, lon = 30.0 }}\n'
        for at, name in enumerate(["Ufa", "Ufa (zone)", "Ufa"])
    )
    _, ties = made(text)
    assert [town.name for town in ties.towns.values()] == ["Ufa"]


def test_the_bundled_fair_lies_where_it_should():
    catalogue = bundled()
    ties = ties_of(catalogue, catalogue.refs("venture"), Tongue("ru", ("ru",)), Placed(catalogue))
    assert len(ties.ties) + len(ties.unplaced) == len(catalogue.ventures)
    assert len(ties.unplaced) == 3
    polesie = Ref("venture", "polesie")
    assert route_of(ties, polesie, catalogue, Tongue("ru", ("ru",))) == "Кобрин ──▶ Димитровград"
    assert next(iter(ties.towns.values())).name == "Минск"
