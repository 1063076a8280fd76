"""Where the guide keeps its settings, state, cache and log on this system; nothing is created by asking."""

import os
from pathlib import Path

APP = "exhibition-guide"


def _folder(kind: str) -> Path:
    # GUIDE_HOME keeps everything in one folder: a USB stick, a kiosk, a test.
    home = os.environ.get("GUIDE_HOME")
    if home:
        return Path(home) / kind
    from platformdirs import PlatformDirs

    folders = PlatformDirs(APP, appauthor=False)
    return {
        "config": folders.user_config_path,
        "data": folders.user_data_path,
        "state": folders.user_state_path,
        "cache": folders.user_cache_path,
        "log": folders.user_log_path,
    }[kind]


def config() -> Path:
    """The folder of settings: language, theme."""
    return _folder("config")


def data() -> Path:
    """The folder of what a person made."""
    return _folder("data")


def visits() -> Path:
    """The file of what a person marked, planned and asked, at all fairs."""
    return data() / "visit.sqlite3"


def state() -> Path:
    """The folder of what the guide remembers: recently opened catalogues."""
    return _folder("state")


def cache() -> Path:
    """The folder of what can be made again: catalogues read before."""
    return _folder("cache")


def log() -> Path:
    """The folder of fault reports."""
    return _folder("log")


def downloads() -> Path:
    """The folder where people look for what a program made for them."""
    home = os.environ.get("GUIDE_HOME")
    if home:
        return Path(home) / "downloads"
    from platformdirs import user_downloads_path

    return user_downloads_path()


def bundled_fair() -> Path:
    """The folder of the catalogue that comes with the guide, in an installed package as in a checkout."""
    return bundled("innoprom-belarus-2025")


def bundled(name: str) -> Path:
    """A file or folder of the data that comes with the guide."""
    here = Path(__file__).resolve().parent
    packed = here / "data" / name
    return packed if packed.exists() else here.parent / "data" / name
