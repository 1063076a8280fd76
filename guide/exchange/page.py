"""A page for the phone: one HTML file that needs nothing else, reads at 360 pixels and in the dark, and is searched.

Its Content-Security-Policy allows no more than its own style and its own script, each by hash: no pictures, no fonts,
no requests. Without scripts it is the same page without the box to search in. Links lead to http and https addresses
and to phone numbers only. Every text stands in an element of its own direction (``bdi``) with the language that it is
in. The halls concerned are drawn in it; stands lead to what is listed and back.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from html import escape

from guide.catalogue.model import Ref
from guide.exchange import page_search
from guide.exchange.agenda import Entry, day_heading
from guide.exchange.facts import NO_LONGER, Facts, Line
from guide.exchange.outline import Section, labelled, made_of, outline
from guide.exchange.plan_page import Plans, plans
from guide.exchange.selection import Selection
from guide.text import clean
from guide.venue.route import Route
from guide.view.cite import host

STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fdfdfb; --quiet: #59636e; --line: #d9dee3; --go: #0a5c80;
  --edge: #77818c; --lit: #ffe27a }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaed; --paper: #15181c; --quiet: #a4adb7; --line: #343b43; --go: #7cc4e8;
    --edge: #8b95a0; --lit: #6b5200 }
}
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0 auto; padding: 1rem; max-width: 44rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink);
  background: var(--paper); overflow-wrap: anywhere }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line) }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem }
p, ul, dl { margin: .25rem 0 }
ol { list-style: none; margin: 0; padding: 0 }
ol > li { padding: .5rem 0; border-bottom: 1px solid var(--line) }
a { color: var(--go); display: inline-block; min-height: 1.75rem }
time, .name { font-weight: 600 }
.quiet { color: var(--quiet) }
.where { display: block }
.note { border-left: .2rem solid var(--line); padding-left: .6rem; white-space: pre-wrap }
dt { float: left; margin-right: .4rem; color: var(--quiet) }
dt::after { content: ":" }
dd { margin: 0 }
article { content-visibility: auto; contain-intrinsic-size: auto 9rem; padding: 0 .25rem; scroll-margin-top: 9rem }
mark { color: inherit; background: var(--lit) }
[hidden] { display: none }
#ask { position: sticky; inset-block-start: 0; z-index: 1; padding-top: .5rem; background: var(--paper);
  border-bottom: 1px solid var(--line) }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-bottom: .5rem }
#words { flex: 1 1 8rem; min-inline-size: 0 }
#words::-webkit-search-cancel-button { display: none }
select { flex: 1 1 5.5rem; min-inline-size: 0 }
input, select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge);
  border-radius: .3rem; padding: .3rem .5rem; min-block-size: 2.5rem; max-inline-size: 100% }
:focus-visible { outline: .2rem solid var(--go); outline-offset: .1rem }
.asking main > :not(#found, .more) { display: none }
#found article::before { content: attr(data-kind); color: var(--quiet); font-size: .9rem }
#found h3 { margin-top: 0 }
#found article { padding: .75rem .25rem; border-bottom: 1px solid var(--line) }
@media (max-height: 30rem) { #ask { position: static } article { scroll-margin-top: 1rem } }
@media print {
  :root { --ink: #000000; --paper: #ffffff; --quiet: #444444; --line: #999999; --go: #000000; --edge: #777777;
    --lit: #ffffff }
  body { max-width: none; padding: 0 }
  #ask, #more { display: none }
  article { content-visibility: visible; break-inside: avoid }
  h2, h3 { break-after: avoid }
}
"""
"""The one style of the page."""

_SITE = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?\Z", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[0-9\s().\-\u2010-\u2014]+")
_CALLED = re.compile(r"\+?[0-9]{3,}\Z")


def page(selection: Selection, routes: Sequence[Route] = ()) -> str:
    """The selection as one HTML file, with ways on its plans."""
    made, tongue = outline(selection), selection.tongue
    things = tuple(each for part in made.sections for each in part.things)
    anchors = {told.ref: f"t{at}" for at, told in enumerate(things)}
    plan, heading = plans(selection, anchors, routes), tongue.t("Hall plan")
    searched = len(things) >= page_search.LEAST
    chosen = page_search.facets(selection, things) if searched else ()
    script = f"script-src '{_hashed(page_search.script())}'; " if searched else ""
    style = f"style-src '{_hashed(STYLE)}'"
    policy = f"default-src 'none'; {script}{style}; base-uri 'none'; form-action 'none'"
    body = [
        f"<h1>{_said(made.title)}</h1>",
        f'<p class="quiet">{_said(made.dates)}</p>',
        *(page_search.box(tongue, chosen) if searched else ()),
        "<main>",
        *(page_search.place_of_found(tongue) if searched else ()),
        *_days(selection, made.days, anchors),
        *(line for section in made.sections for line in _section(selection, section, anchors, plan)),
        *([f"<h2>{_said(heading)}</h2>", *plan.lines] if plan.lines else ()),
        "</main>",
        f'<footer><p class="quiet">{_said(made.made)}</p></footer>',
    ]
    if searched:
        data = page_search.data_of(selection, things, chosen)
        body.append(f'<script type="application/json" id="lookup">{data}</script>')
        body.append(f"<script>{page_search.script()}</script>")
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(tongue.code)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="robots" content="noindex">',
        f"<title>{escape(clean(made.title))}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _hashed(text: str) -> str:
    """What a policy allows a style or a script by."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _said(text: str, language: str = "", kind: str = "") -> str:
    """A text that is nothing but text, in an element that says its language where that is another."""
    tag = f' lang="{escape(language)}"' if language else ""
    sort = f' class="{kind}"' if kind else ""
    return f"<bdi{sort}{tag}>{escape(clean(text))}</bdi>"


def _days(
    selection: Selection, days: Sequence[tuple[date | None, tuple[Entry, ...]]], anchors: dict[Ref, str]
) -> Iterator[str]:
    if days:
        heading = _said(selection.tongue.t("Plan"))
        yield f"<h2>{heading}</h2>"
    for on, planned in days:
        yield f"<h3>{_said(day_heading(selection.tongue, on))}</h3>"
        yield "<ol>"
        for entry in planned:
            yield f"<li>{''.join(_entry(selection, entry, anchors))}</li>"
        yield "</ol>"


def _entry(selection: Selection, entry: Entry, anchors: dict[Ref, str]) -> Iterator[str]:
    if entry.hours:
        yield f"<time>{escape(entry.hours)}</time> "
    anchor = anchors.get(entry.ref) if entry.ref is not None else None
    name = _said(entry.name, kind="name")
    yield f'<a href="#{anchor}">{name}</a>' if anchor else name
    if entry.where:
        yield f'<span class="where quiet">{_said(entry.where)}</span>'
    if entry.gone:
        yield f"<p>{_said(selection.tongue.t(NO_LONGER))}</p>"
    if entry.about:
        yield f"<p>{_said(entry.about)}</p>"
    if entry.note.strip():
        yield f'<p class="note">{_said(entry.note.strip())}</p>'


def _section(selection: Selection, section: Section, anchors: dict[Ref, str], plan: Plans) -> Iterator[str]:
    yield "<section>"
    yield f"<h2>{_said(section.heading)}</h2>"
    for told in section.things:
        yield f'<article id="{anchors[told.ref]}" data-kind="{escape(told.kind)}">'
        yield f"<h3>{_said(told.name, told.language)}</h3>"
        yield from _thing(selection, told)
        if told.ref in plan.ids:
            words = selection.tongue.t("On the hall plan")
            yield f'<p><a href="#{plan.ids[told.ref]}">{_said(words)}</a></p>'
        yield "</article>"
    yield "</section>"


def _thing(selection: Selection, told: Facts) -> Iterator[str]:
    others = [_said(name, code) for code, name in told.names.items() if name and name != told.name]
    if others:
        yield f'<p class="quiet">{" · ".join(dict.fromkeys(others))}</p>'
    made = made_of(selection, told.ref)
    if made:
        yield f"<p>{_said(made)}</p>"
    if told.note.strip():
        yield f'<p class="note">{_said(told.note.strip())}</p>'
    yield from _facts(labelled(selection, told))
    for phone in told.phones:
        yield f"<p>{_phone(phone)}</p>"
    for address in (*told.emails, *told.private):
        yield f"<p>{_said(address)}</p>"
    for site in told.sites:
        yield f"<p>{_site(site)}</p>"
    for paragraph in told.about.text.splitlines():
        if paragraph.strip():
            yield f"<p>{_said(paragraph, told.about.language)}</p>"


def _facts(lines: Iterable[Line]) -> Iterator[str]:
    lines = tuple(lines)
    for line in lines:
        if not line.label:
            yield f"<p>{_said(line.text)}</p>"
    pairs = [f"<dt>{_said(line.label)}</dt><dd>{_said(line.text, line.language)}</dd>" for line in lines if line.label]
    if pairs:
        yield f"<dl>{''.join(pairs)}</dl>"


def _phone(phone: str) -> str:
    """A number to call: without what stands behind it, such as an extension."""
    number = _NUMBER.match(phone)
    digits = re.sub("[^0-9+]", "", number[0]) if number else ""
    return f'<a href="tel:{escape(digits)}">{_said(phone)}</a>' if _CALLED.match(digits) else _said(phone)


def _site(site: str) -> str:
    """A link by its host, where it is an address that a browser opens by itself."""
    if not _SITE.match(site):
        return _said(site)
    return f'<a href="{escape(site)}" rel="noopener noreferrer">{_said(host(site))}</a>'
