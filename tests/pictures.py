"""The pictures of the README, exported from the running app: ``python -m tests.pictures``."""

import asyncio
import os
import re
import tempfile
from pathlib import Path

INNOPROM, EXAMPLE = "innoprom-belarus-2025", "example-fair"
PICTURES = (
    # name, fair, its clock, language, theme, opened for, keys
    ("ventures", INNOPROM, "2025-09-30T11:00", "ru", "guide-dark", "guide", ("alt+5", *"полесье")),
    ("region", INNOPROM, "2025-09-30T11:00", "be", "guide-dark", "guide", ("alt+4", *"смал")),
    ("overview", INNOPROM, "2025-09-30T11:00", "en", "guide-light", "guide", ()),
    ("desk", EXAMPLE, "2026-09-30T11:00", "ru", "guide-dark", "desk", (*"тисочник", "enter", "f2", "f2")),
    ("halls", EXAMPLE, "2026-09-30T11:00", "en", "guide-dark", "guide", ("alt+9", *"pumps", "alt+w", "f11")),
    ("ties", INNOPROM, "2025-09-30T11:00", "ru", "guide-light", "guide", ("alt+0", *"полесье")),
    (
        "visit", EXAMPLE, "2026-09-30T11:00", "en", "guide-light", "guide",
        (
            "alt+6", *"short runs", "f5", "ctrl+d", "escape", *"drone", "ctrl+d", "escape",
            *"camera", "f5", "ctrl+d", "escape",
            "alt+2", *"vektrus", "f5", "ctrl+d", *"30.09 13:00 30 min", "enter", "escape",
            *"mikron", "f5", "ctrl+r", "ctrl+r", "ctrl+r", "ctrl+r", "escape", *"robotok", "f5", "ctrl+b", "escape",
            "alt+1", "ctrl+k", *"Elena", "tab", *"30.09 15:30 45 min", "tab", *"Café Seven", "enter", "alt+8",
        ),
    ),
)  # fmt: skip
SIZE = (120, 36)
FOLDER = Path(__file__).parent.parent / "docs"


async def picture(fair: str, language: str, theme: str, opened_for: str, keys: tuple[str, ...]) -> str:
    """One screen as SVG, after these keys."""
    from guide import places
    from guide.tui.app import GuideApp
    from guide.tui.remembered import Remembered

    app = GuideApp(places.bundled(fair), language, remembered=Remembered(theme=theme), opened_for=opened_for)
    app.title = "guide"
    async with app.run_test(size=SIZE) as pilot:
        while app.world is None or not app.world.whole:  # noqa: ASYNC110 - there is nothing to be told by
            await asyncio.sleep(0.02)
        for key in keys:
            await pilot.press("space" if key == " " else key)
        await pilot.pause(6.0 if len(keys) > 20 else 0.3)  # until the line that says what was done is gone
        # A number that changes with each run would make every picture a new one.
        return re.sub(r"terminal-\d+-", "terminal-", app.export_screenshot()) + "\n"


def main() -> None:
    """Writes every picture."""
    FOLDER.mkdir(exist_ok=True)
    for name, fair, moment, language, theme, opened_for, keys in PICTURES:
        os.environ["GUIDE_NOW"] = moment
        with tempfile.TemporaryDirectory() as home:
            os.environ["GUIDE_HOME"] = home
            file = FOLDER / f"{name}.svg"
            file.write_text(asyncio.run(picture(fair, language, theme, opened_for, keys)), encoding="utf-8")
            print(file)


if __name__ == "__main__":
    main()
