"""What changed in a fair as notices of its catalogue: TOML that the guide shows on cards, at the desk and on plans."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from guide.catalogue.difference import Change, Difference
from guide.catalogue.written import quoted
from guide.i18n import LANGUAGES, N_, Tongue
from guide.text import clean
from guide.view.difference_told import Sides, Told, told, worded
from guide.view.news import is_worth_telling

KINDS: Mapping[str, str] = {
    "moved": "moved", "rehosted": "moved", "retimed": "info", "renamed": "info", "new": "added", "gone": "info",
}  # fmt: skip
"""What is worth a notice -> its kind; another id or telephone number tells a visitor nothing."""

_TEXTS = {
    ("moved", True, True): N_("{name}: now {new}, before that {old}."),
    ("moved", False, True): N_("{name}: now {new}."),
    ("moved", True, False): N_("{name}: no longer {old}; the new place is not known."),
    ("rehosted", True, True): N_("{name}: now at the stand of {new}, before that of {old}."),
    ("rehosted", False, True): N_("{name}: at the stand of {new}."),
    ("rehosted", True, False): N_("{name}: no longer at the stand of {old}."),
    ("retimed", True, True): N_("{name}: now {new}, before that {old}."),
    ("retimed", False, True): N_("{name}: now {new}."),
    ("retimed", True, False): N_("{name}: no longer {old}; the new time is not known."),
    ("renamed", True, True): N_("{new} is the new name of {old}."),
    ("new", False, True): N_("New: {name}, {new}."),
    ("new", False, False): N_("New: {name}."),
    ("gone", True, False): N_("No longer listed: {name} ({old})."),
    ("gone", False, False): N_("No longer listed: {name}."),
}  # what happened, whether there is something to say of before, and of now
_SIGNS = re.compile("[^a-z0-9]+")


class Notice(NamedTuple):
    """A notice to be written: its id, its kind, what it is about ("" for what is gone), its text by language."""

    id: str
    kind: str
    about: str
    text: Mapping[str, str]


def notices(found: Difference, tongue: Tongue) -> Iterator[Notice]:
    """A notice for every change that a visitor would want to know, in the languages of the new catalogue.

    Those languages of it that the guide speaks; where there is none of them, the tongue's. Ids are made from what
    happened to what; a notice that the catalogue gives already is not given again, and no id of it is taken.
    """
    order = found.new.fair.languages
    codes = [code for code in order if code in LANGUAGES] or [tongue.code]
    tongues = [Tongue(code, order) for code in codes]
    taken = set(found.new.notices)
    for change in found.changes:
        if not is_worth_telling(found, change):
            continue
        text = {each.code: _text(change, told(found, change, each), each) for each in tongues}
        wanted = _SIGNS.sub("-", f"{change.what}-{change.kind}-{change.new or change.old}".lower()).strip("-")
        given = found.new.notices.get(wanted)
        if given is not None and dict(given.text.pairs) in (text, {"": next(iter(text.values()))}):
            continue
        key = _free(wanted, taken)
        about = f"{change.kind}:{change.new}" if change.new and change.kind != "fair" else ""
        yield Notice(key, KINDS[change.what], "fair" if change.kind == "fair" else about, text)


def notices_toml(found: Difference, tongue: Tongue, now: datetime) -> str:
    """The notices as a file for the folder of the new catalogue, given at a time of the fair's clock; "" for none."""
    lines: list[str] = []
    for each in notices(found, tongue):
        lines += ["", "[[notice]]", f"id = {quoted(each.id)}"]
        lines += [f"text.{code} = {quoted(text)}" for code, text in each.text.items()]
        lines += [f"at = {now:%Y-%m-%dT%H:%M:%S}", f"kind = {quoted(each.kind)}"]
        if each.about:
            lines.append(f"about = {quoted(each.about)}")
    if not lines:
        return ""
    heading = clean(tongue.t("What changed; put this file into the catalogue’s folder, without what nobody needs."))
    return "\n".join([f"# {heading}", *lines]) + "\n"


def _text(change: Change, said: Told, tongue: Tongue) -> str:
    if change.what == "renamed":
        for each in change.fields:
            if each.field in ("name", "title"):
                old, new, _ = worded(each.old, each.new, tongue)
                return tongue.t(N_("{new} is the new name of {old}."), old=old, new=new)
    before = "; ".join(_side(each, each.old) for each in said.sides if each.old)
    now = "; ".join(_side(each, each.new) for each in said.sides if each.new)
    text = _TEXTS.get((change.what, bool(before), bool(now)))
    if text is None:  # such as a place on the plan that is another one
        return tongue.t(N_("{name}: now {new}."), name=said.name, new=now)
    return tongue.t(text, name=said.name, old=before, new=now)


def _side(sides: Sides, text: str) -> str:
    return f"{sides.label}: {text}" if sides.label else text


def _free(wanted: str, taken: set[str]) -> str:
    key, count = wanted, 1
    while key in taken:
        count += 1
        key = f"{wanted}-{count}"
    taken.add(key)
    return key
