"""The pictures of the README, exported from the running app: ``python -m tests.pictures``."""

import asyncio
import os
import re
import tempfile
from pathlib import Path

PICTURES = (
    # name, language, theme, keys
    ("ventures", "ru", "guide-dark", ("alt+5", *"полесье")),
    ("region", "be", "guide-dark", ("alt+4", *"смал")),
    ("overview", "en", "guide-light", ()),
)
SIZE = (120, 36)
FOLDER = Path(__file__).parent.parent / "docs"


async def picture(language: str, theme: str, keys: tuple[str, ...]) -> str:
    """One screen as SVG, after these keys."""
    from guide import places
    from guide.tui.app import GuideApp
    from guide.tui.remembered import Remembered

    app = GuideApp(places.bundled_fair(), language, remembered=Remembered(theme=theme))
    app.title = "guide"
    async with app.run_test(size=SIZE) as pilot:
        while app.world is None or not app.world.whole:  # noqa: ASYNC110 - there is nothing to be told by
            await asyncio.sleep(0.02)
        for key in keys:
            await pilot.press(key)
        await pilot.pause(0.3)
        # A number that changes with each run would make every picture a new one.
        return re.sub(r"terminal-\d+-", "terminal-", app.export_screenshot()) + "\n"


def main() -> None:
    """Writes every picture."""
    FOLDER.mkdir(exist_ok=True)
    os.environ["GUIDE_NOW"] = "2025-09-30T11:00"
    with tempfile.TemporaryDirectory() as home:
        os.environ["GUIDE_HOME"] = home
        for name, language, theme, keys in PICTURES:
            file = FOLDER / f"{name}.svg"
            file.write_text(asyncio.run(picture(language, theme, keys)), encoding="utf-8")
            print(file)


if __name__ == "__main__":
    main()
