"""A query in words, for the header and for people who listen: what is looked for, and what could not be understood."""

from guide.i18n import Tongue
from guide.search.filters import FILTERS, names
from guide.search.query import Filter, Mistake, Query
from guide.search.values import Values
from guide.text import one_line

_SHOWN = 3  # values that a few letters may stand for and still be listed


def asked(query: Query, values: Values, tongue: Tongue) -> str:
    """What a query asks for: «участники; страна: Беларусь; со словами «станки»; без слова «чпу»»; "" for everything.

    A filter's values are said as the catalogue calls them, so that one hears what was understood; what was not is
    said by :func:`not_understood`. Nothing is bent to fit a sentence: words of the data stand behind a colon or
    in quotes.
    """
    kept = [(each, said) for each in query.filters if not each.out and (said := _values(each, values, tongue))]
    kept.sort(key=lambda pair: pair[0].name != "kind")  # what is looked for comes before what it is like
    parts = [_kept(each.name, said, tongue) for each, said in kept]
    words = [word.text for word in query.words if not word.out]
    if words:
        parts.append(tongue.t("with {words}", words=_quoted(" ".join(words), tongue)))
    parts += [
        tongue.t("with exactly {phrase}", phrase=_quoted(phrase.text, tongue))
        for phrase in query.phrases
        if not phrase.out
    ]
    parts += [
        _left_out(each.name, said, tongue)
        for each in query.filters
        if each.out and (said := _values(each, values, tongue))
    ]
    out = [_quoted(word.text, tongue) for word in query.words if word.out]
    if out:
        listed = tongue.listed(out)
        parts.append(tongue.n("without the word {words}", "without the words {words}", len(out), words=listed))
    parts += [
        tongue.t("without the phrase {phrase}", phrase=_quoted(phrase.text, tongue))
        for phrase in query.phrases
        if phrase.out
    ]
    return "; ".join(parts)


def mistake_said(mistake: Mistake, tongue: Tongue) -> str:
    """What to say of a filter that nobody knows: «Нет фильтра «стрна:». Может быть, «страна:»?»."""
    said = tongue.t("There is no filter {name}.", name=_quoted(f"{mistake.typed}:", tongue))
    return _with_guess(said, f"{mistake.suggestion}:" if mistake.suggestion else "", tongue)


def unknown_said(filter_name: str, typed: str, near: str, tongue: Tongue) -> str:
    """What to say of a value that nobody knows, with the one that may have been meant, or "".

    «У фильтра «регион:» нет значения «бретская». Может быть, «Брестская область»?»
    """
    name = _quoted(f"{_name(filter_name, tongue)}:", tongue)
    said = tongue.t("The filter {name} has no value {value}.", name=name, value=_quoted(typed, tongue))
    return _with_guess(said, near, tongue)


def not_understood(query: Query, values: Values, tongue: Tongue) -> list[str]:
    """A sentence for every filter and every value of a query that nobody knows, in the order typed."""
    said = []
    for item in query.items:
        if isinstance(item, Mistake):
            said.append(mistake_said(item, tongue))
        elif isinstance(item, Filter) and FILTERS[item.name].of_values:
            said += [
                unknown_said(item.name, typed, values.nearest(item.name, typed), tongue)
                for typed in item.values
                if not values.matching(item.name, typed)
            ]
    return said


def _kept(filter_name: str, said: list[str], tongue: Tongue) -> str:
    any_of = tongue.listed(said, tongue.t("or"))
    # A kind needs no name before it, unless it is only the beginning of several.
    named = filter_name != "kind" or "…" in any_of
    return f"{_name(filter_name, tongue)}: {any_of}" if named else any_of


def _left_out(filter_name: str, said: list[str], tongue: Tongue) -> str:
    none_of = (tongue.t("not {value}", value=value) for value in said)
    return f"{_name(filter_name, tongue)}: {', '.join(none_of)}"


def _values(asked_for: Filter, values: Values, tongue: Tongue) -> list[str]:
    """The values of a filter by name, or as typed where a few letters stand for many; without those nobody knows."""
    if not FILTERS[asked_for.name].of_values:
        return [_quoted(typed, tongue) for typed in asked_for.values]
    said: dict[str, None] = {}
    for typed in asked_for.values:
        meant = values.matching(asked_for.name, typed)
        if len(meant) > _SHOWN:
            said[_quoted(f"{typed}…", tongue)] = None
        else:
            said.update(dict.fromkeys(one_line(values.said(value, tongue.order)) for value in meant))
    return list(said)


def _name(filter_name: str, tongue: Tongue) -> str:
    return next(iter(names(filter_name, tongue.code)), filter_name)


def _quoted(text: str, tongue: Tongue) -> str:
    return tongue.quoted(one_line(text))


def _with_guess(said: str, near: str, tongue: Tongue) -> str:
    if not near:
        return said
    guess = tongue.t("Did you mean {near}?", near=_quoted(near, tongue))
    return f"{said} {guess}"
