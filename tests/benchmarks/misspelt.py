"""What hands and ears make of a word: slips, the wrong layout, other alphabets, word endings; none of the guide's."""

import unicodedata
from random import Random

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_KEYS_EN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_KEYS_RU = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_KEYS_BE = "ёйцукенгшўзх'фывапролджэячсмітьбю"
_EVERYDAY = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіў",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh sch _ y _ e yu ya i u".replace("_", "").split(" "),
        strict=True,
    )
)
_SCHEMES: dict[str, dict[str, str]] = {
    "everyday": {},
    "plain": {"х": "h", "ц": "c", "й": "j", "ю": "ju", "я": "ja", "щ": "shch"},
    "bgn": {"щ": "shch", "ё": "yo", "ь": "", "й": "y"},
    "gost": {"х": "x", "ц": "cz", "й": "j", "щ": "shh", "ё": "yo", "ы": "y", "э": "e"},
    "iso": {"ж": "ž", "ч": "č", "ш": "š", "щ": "ŝ", "ц": "c", "х": "h", "й": "j", "ю": "û", "я": "â", "ё": "ë"},
    "lacinka": {"ж": "ž", "ч": "č", "ш": "š", "ц": "c", "х": "ch", "й": "j", "ю": "ju", "я": "ja", "г": "h", "ў": "ŭ",
                "ё": "jo", "е": "je"},
    "be2007": {"ж": "zh", "ц": "ts", "х": "kh", "й": "y", "ю": "iu", "я": "ia", "г": "h", "ў": "u", "ё": "io",
               "е": "ie"},
}  # fmt: skip
SCHEMES = tuple(_SCHEMES)
"""Ways of writing Cyrillic in Latin letters."""

_BRANDS = (
    ("äu", "ой"), ("tz", "ц"), ("ce", "се"), ("ci", "си"), ("cy", "си"), ("ju", "ю"), ("ja", "я"), ("ł", "л"),
    ("ş", "ш"), ("ç", "ч"), ("ğ", "г"), ("ı", "ы"), ("ż", "ж"), ("schw", "шв"), ("sch", "ш"), ("tsch", "ч"),
    ("shch", "щ"), ("ch", "х"), ("sh", "ш"), ("zh", "ж"), ("ph", "ф"), ("th", "т"), ("ck", "к"), ("qu", "кв"),
    ("ei", "ай"), ("eu", "ой"), ("ie", "и"), ("ya", "я"), ("yu", "ю"), ("ia", "ия"), ("oo", "у"), ("ee", "и"),
    ("ü", "ю"), ("ö", "ё"), ("ä", "е"), ("ß", "сс"), ("x", "кс"), ("w", "в"), ("j", "дж"), ("y", "и"), ("c", "к"),
    ("z", "з"), ("h", "х"), ("q", "к"),
    *zip("abdefgiklmnoprstuv", "абдефгиклмнопрстув", strict=True),
)  # fmt: skip
_LOOKS = dict(zip("асеорхукмтв", "aceopxykmtb", strict=True))
_NOUN = {"m": ("а", "у", "ом", "е", "ов", "ам", "ами", "ах"), "f": ("у", "ой", "е", "", "ам", "ами", "ах"),
         "soft": ("я", "ю", "ем", "е", "ей", "ям", "ями", "ях"),
         "fsoft": ("и", "ью", "ей", "ям", "ями", "ях")}  # fmt: skip


def slip(word: str, rng: Random, *, first: bool = False) -> str:
    """A word with one slip of the fingers: a neighbouring key, a letter lost, doubled or swapped with the next."""
    for _ in range(20):
        at = 0 if first else rng.randrange(1, len(word))
        kind = rng.choice("kk" if first else "kkklds")
        if kind == "k":
            changed = word[:at] + _neighbour(word[at], rng) + word[at + 1 :]
        elif kind == "l":
            changed = word[:at] + word[at + 1 :]
        elif kind == "d":
            changed = word[:at] + word[at] + word[at:]
        else:
            changed = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
        if changed != word:
            return changed
    return word[:-1]


def _neighbour(letter: str, rng: Random) -> str:
    for row in _ROWS:
        at = row.find(letter.lower())
        if at >= 0:
            return rng.choice([row[near] for near in (at - 1, at + 1) if 0 <= near < len(row)])
    return letter


def on_english_keys(text: str) -> str:
    """Russian or Belarusian letters typed with the English layout on."""
    return text.lower().translate(str.maketrans(_KEYS_RU + "іў", _KEYS_EN + "so"))


def on_russian_keys(text: str) -> str:
    """Latin letters typed with the Russian layout on."""
    return text.lower().translate(str.maketrans(_KEYS_EN, _KEYS_RU))


def on_belarusian_keys(text: str) -> str:
    """Russian letters typed with the Belarusian layout on."""
    return text.lower().translate(str.maketrans(_KEYS_RU, _KEYS_BE))


def in_latin(text: str, scheme: str = "everyday") -> str:
    """Cyrillic in Latin letters by one of the schemes."""
    table = _EVERYDAY | _SCHEMES[scheme]
    return "".join(table.get(letter, letter) for letter in text.lower())


def in_cyrillic(text: str) -> str:
    """A Latin name as one who speaks Russian writes down what they hear."""
    text = unicodedata.normalize("NFC", text.lower())
    made, at = "", 0
    while at < len(text):
        for sound, letters in _BRANDS:
            if text.startswith(sound, at):
                made += letters
                at += len(sound)
                break
        else:
            plain = unicodedata.normalize("NFD", text[at])[0]
            made += next((letters for sound, letters in _BRANDS if sound == plain), text[at])
            at += 1
    return made


def looking_alike(text: str, rng: Random) -> str:
    """Some Cyrillic letters replaced by Latin ones of the same shape."""
    places = [at for at, letter in enumerate(text) if letter in _LOOKS]
    chosen = set(rng.sample(places, min(len(places), rng.choice((1, 1, 2)))))
    return "".join(_LOOKS[letter] if at in chosen else letter for at, letter in enumerate(text))


def plain_ascii(text: str) -> str:
    """Latin letters without their marks, as one writes who does not have them."""
    text = text.replace("ß", "ss").replace("ı", "i").replace("ł", "l").replace("Ł", "L")
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def noun_forms(noun: str, stem: str, feminine: bool) -> list[str]:
    """Other cases and numbers of a regular noun with a stem of its plural."""
    soft = noun[-1] in "ьйя"
    if feminine:
        return [stem + end for end in _NOUN["fsoft" if soft else "f"]]
    return [
        stem + (end if not (end == "ов" and stem[-1] in "жшщч") else "ей") for end in _NOUN["soft" if soft else "m"]
    ]


def adjective_forms(stem: str) -> list[str]:
    """Forms of an adjective other than the nominative plural."""
    y = "и" if stem[-1] in "кгхщш" else "ы"
    e = "е" if stem[-1] in "щш" else "о"
    return [stem + end for end in (f"{e}го", f"{e}му", f"{y}м", f"{y}х", f"{y}ми", f"{e}й", "ую")]


def town_forms(town: str) -> list[str]:
    """A Russian town in other cases; none where it is not declined, or not as most are."""
    lower = town.lower()
    if lower[-1] in "бвгдзклмнпрстхц" and not lower.endswith(("ец", "ок")):
        instrumental = "ым" if lower.endswith(("ин", "ов", "ев", "ёв")) else "ом"
        return [lower + end for end in ("а", "у", instrumental, "е")]
    if lower.endswith("а"):
        y = "и" if lower[-2] in "шкгхч" else "ы"
        return [lower[:-1] + end for end in (y, "е", "у")]
    if lower.endswith(("ичи", "ы")):
        stem = lower[:-1]
        return [stem + end for end in (("ей", "ам", "ами", "ах") if lower.endswith("и") else ("ам", "ами", "ах"))]
    if lower.endswith("ель"):
        return [lower[:-1] + end for end in ("я", "ю", "ем", "е")]
    if lower.endswith("нь"):
        return [lower[:-1] + end for end in ("и", "ью")]
    return []
