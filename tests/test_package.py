"""The wheel holds all that the guide needs, and an installed guide finds it from anywhere."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from this checkout without a network."""
    pytest.importorskip("hatchling", reason="the build tool is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
         "--wheel-dir", str(folder), str(ROOT)],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_every_module_sentence_style_and_the_bundled_fair(wheel):
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = [
        *(ROOT / "guide").rglob("*.py"),
        *(ROOT / "guide").rglob("*.tcss"),
        *(ROOT / "guide" / "locale").rglob("*.mo"),
        *(ROOT / "guide" / "locale").glob("*.tsv"),
    ]
    assert len(wanted) > 50
    missing = [file.relative_to(ROOT).as_posix() for file in wanted if file.relative_to(ROOT).as_posix() not in held]
    assert missing == []
    fair = [f"guide/{file.relative_to(ROOT).as_posix()}" for file in (ROOT / "data").rglob("*.toml")]
    assert fair
    assert set(fair) <= held


def test_the_wheel_holds_nothing_else(wheel):
    held = zipfile.ZipFile(wheel).namelist()
    odd = [name for name in held if not name.startswith(("guide/", "exhibition_guide-")) or "__pycache__" in name]
    assert odd == []
    assert not any(name.startswith("tests/") for name in held)


def test_an_installed_guide_finds_its_fair_from_another_folder(wheel, tmp_path):
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    zipfile.ZipFile(wheel).extractall(site)
    env = {**os.environ, "PYTHONPATH": str(site), "GUIDE_HOME": str(tmp_path / "home"), "PYTHONUTF8": "1"}

    def guide(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "guide", *arguments], cwd=elsewhere, env=env, capture_output=True, text=True,
            encoding="utf-8", stdin=subprocess.DEVNULL, check=False, timeout=120,
        )  # fmt: skip

    found = guide("find", "полесье", "--lang", "ru")
    assert found.returncode == 0, found.stderr
    assert "Полесье" in found.stdout
    info = guide("info")
    assert info.returncode == 0, info.stderr
    assert str(site) in info.stdout
    assert str(ROOT) not in info.stdout
    be = guide("--help", "--lang", "be")
    assert be.returncode == 0
    assert be.stdout != guide("--help", "--lang", "en").stdout
    checked = guide("check")
    assert checked.returncode == 0, checked.stdout


def test_the_installed_app_finds_its_styles(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        "import asyncio\nfrom guide import places\nfrom guide.tui.app import GuideApp\n"
        "async def main():\n"
        "    app = GuideApp(places.bundled_fair(), 'en')\n"
        "    async with app.run_test(size=(80, 24)) as pilot:\n"
        "        await pilot.pause()\n"
        "        assert app.main.query_one('#headline').size.height == 1\n"
        "asyncio.run(main())\n"
    )
    env = {**os.environ, "PYTHONPATH": str(tmp_path), "GUIDE_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr


def test_the_command_is_declared(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "guide = guide.__main__:main" in archive.read(name).decode()
