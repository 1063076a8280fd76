"""Cards: they follow the cursor, their links lead on, and one comes back the way one went."""

from guide.catalogue.model import Ref

POLESIE = Ref("exhibitor", "polesie")
REGION = Ref("region", "BY-BR")


async def open_card(visitor, query, tab="alt+2"):
    """Finds something and goes into its card."""
    await visitor.presses(tab)
    await visitor.types(query)
    await visitor.presses("enter")


async def test_the_card_follows_the_cursor(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        for _ in range(3):
            await visitor.presses("down")
            assert visitor.card == Ref("exhibitor", visitor.cursor)


async def test_a_card_says_who_where_with_whom_and_what_it_rests_on(visiting):
    async with visiting() as visitor:
        await open_card(visitor, "polesie")
        for said in (
            "Polesie Toys",
            "Полесские игрушки",
            "7C5.1",
            "Hall 2",
            "Kobrin, Brest Region, Belarus",
            "The stand moved to the entrance",
            "Toys in Dimitrovgrad",
            "Anna Ivanova",
            "The Fair Herald",
        ):
            assert said in visitor.card_text, said
        assert "director@polesie" not in visitor.card_text


async def test_enter_follows_a_link_and_one_comes_back_and_forth(visiting):
    async with visiting() as visitor:
        await open_card(visitor, "polesie")
        await visitor.marks(REGION)
        await visitor.presses("enter")
        assert visitor.card == REGION
        await visitor.marks(Ref("venture", "light"))
        await visitor.presses("enter")
        assert visitor.card == Ref("venture", "light")
        await visitor.presses("alt+left")
        assert visitor.card == REGION
        await visitor.presses("backspace")
        assert visitor.card == POLESIE
        await visitor.presses("alt+right", "alt+right")
        assert visitor.card == Ref("venture", "light")
        await visitor.presses("alt+right")
        assert visitor.card == Ref("venture", "light")


async def test_coming_back_one_is_where_one_was(visiting):
    async with visiting(size=(100, 20)) as visitor:
        await open_card(visitor, "polesie")
        await visitor.marks(Ref("person", "ivanova"))
        here = visitor.main.card.position
        assert here[0] > 0
        await visitor.presses("enter")
        assert visitor.card == Ref("person", "ivanova")
        await visitor.presses("alt+left")
        assert visitor.card == POLESIE
        assert visitor.main.card.position == here


async def test_backspace_in_the_first_card_goes_back_to_the_list(visiting):
    async with visiting() as visitor:
        await open_card(visitor, "polesie")
        await visitor.presses("backspace")
        assert visitor.main.pane == "list"
        assert visitor.card == POLESIE


async def test_a_click_on_a_link_follows_it(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.types("polesie")
        await visitor.clicks("Brest Region, Belarus", "card")
        assert visitor.card == REGION
        await visitor.presses("alt+left")
        assert visitor.card == POLESIE


async def test_a_click_on_a_row_shows_its_card_and_another_goes_into_it(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+2")
        await visitor.clicks("Veras", "list")
        assert visitor.card == Ref("exhibitor", "veras")
        assert visitor.main.pane == "list"
        await visitor.clicks("Veras", "list")
        assert visitor.main.pane == "card"


async def test_the_hall_and_the_service_have_cards_too(visiting):
    async with visiting() as visitor:
        await visitor.types("cloakroom")
        assert visitor.card == Ref("service", "cloakroom")
        await visitor.presses("enter")
        await visitor.marks(Ref("hall", "h1"))
        await visitor.presses("enter")
        assert visitor.card == Ref("hall", "h1")
        assert "Zarya" in visitor.card_text


async def test_reveal_shows_the_thing_in_its_list(visiting):
    async with visiting() as visitor:
        await open_card(visitor, "polesie")
        await visitor.marks(REGION)
        await visitor.presses("enter", "ctrl+g")
        assert visitor.tab == "region"
        assert visitor.cursor == "BY-BR"


async def test_reveal_takes_away_what_hides_the_thing(visiting):
    async with visiting() as visitor:
        await visitor.presses("alt+4")
        await visitor.clicks("Russia", "filters")
        assert visitor.listed == ["RU-ULY"]
        await open_card(visitor, "polesie")
        await visitor.marks(REGION)
        await visitor.presses("enter", "ctrl+g")
        assert visitor.tab == "region"
        assert visitor.cursor == "BY-BR"
        assert "BY-BR" in visitor.listed


async def test_a_long_card_is_scrolled_by_keys_and_wheel(visiting):
    async with visiting(size=(100, 14)) as visitor:
        await open_card(visitor, "polesie")
        await visitor.presses("space")
        assert visitor.main.card.top > 0
        await visitor.presses("ctrl+home")
        assert visitor.main.card.top == 0
        await visitor.presses("ctrl+end")
        last = visitor.main.card.top
        assert last > 0
        await visitor.presses("pageup")
        assert visitor.main.card.top < last


async def test_typing_in_a_card_searches(visiting):
    async with visiting() as visitor:
        await open_card(visitor, "polesie")
        await visitor.types("x")
        assert visitor.main.pane == "list"
        assert visitor.main.box.value == "polesiex"


async def test_the_overview_is_scrolled_and_its_links_lead_on(visiting):
    async with visiting(size=(100, 16)) as visitor:
        await visitor.presses("down", "down")
        assert visitor.main.card.top == 2
        await visitor.presses("enter")
        await visitor.marks(Ref("exhibitor", "zarya"))
        await visitor.presses("enter")
        assert visitor.card == Ref("exhibitor", "zarya")
        await visitor.presses("alt+left")
        assert visitor.card == Ref("fair", "small")
        await visitor.presses("escape")
        assert visitor.here.overview_shown
