"use strict";
// The search of an exported page. Words are compared as the guide compares them: the tables of letters, the words of
// the page and what each is a word of come with the page as data, and nothing of them is ever read as markup.

const LEVELS = [0.3, 0.6, 1]; // of a word in a description, in a fact, in a name
const AROUND = /^[,;:()[\]«»"“”„]+|[,;:()[\]«»"“”„]+$/g;
const MOST_CHUNKS = 12, MOST_CODE_CHUNKS = 4, LONGEST = 200;
const LEAST_SLIP = 5, LEAST_INSIDE = 4, LEAST_UNFINISHED = 3, LEAST_STEM = 4;

/** What turns a word into its plain form and its sound, as guide/search/fold.py does, from the tables of the page. */
function folding(tables) {
  const swap = (from, to) => new Map([...from].map((letter, at) => [letter, [...to][at]]));
  const toLatin = swap(tables.cyrillic, tables.latin), toCyrillic = swap(tables.latin, tables.cyrillic);
  const table = (pairs) => new Map(Object.entries(pairs));
  const own = table(tables.own), sounds = table(tables.sounds), marked = table(tables.marked);
  const single = table(tables.single), apostrophes = new Set(tables.apostrophes), plain = new Map(), known = new Map();
  const mapped = (text, by) => [...text].map((letter) => by.get(letter) ?? letter).join("");
  const ascii = (text) => /^[\x00-\x7f]*$/.test(text);
  const CYRILLIC = /[\u0400-\u052f]/, LATIN = /[a-z\u00df-\u024f]/;

  function letter(sign) {
    let found = plain.get(sign);
    if (found === undefined) {
      const bare = apostrophes.has(sign) ? "" : small(small(sign).normalize("NFKD").replace(/\p{M}/gu, ""));
      found = [...bare].map((each) => own.get(each) ?? each).join("").replace(/[^\p{L}\p{N}]/gu, "");
      plain.set(sign, found);
    }
    return found;
  }

  function folded(word) {
    if (/^[a-z0-9]+$/i.test(word)) return word.toLowerCase();
    const found = [...word].map(letter).join("");
    return ascii(found) ? found : repaired(found);
  }

  function fold(word) {
    let found = known.get(word);
    if (found === undefined) known.set(word, (found = folded(word)));
    return found;
  }

  /** Letters that look alike in the script that the word has more of. */
  function repaired(word) {
    if (!LATIN.test(word) || !CYRILLIC.test(word)) return word;
    const letters = [...word], cyrillic = letters.filter((each) => CYRILLIC.test(each));
    const latin = letters.filter((each) => LATIN.test(each));
    let more = cyrillic.length - latin.length;
    if (!more) {
      const strange = cyrillic.some((each) => !toLatin.has(each));
      more = strange || latin.every((each) => toCyrillic.has(each)) ? 1 : -1;
    }
    return more > 0 ? mapped(word, toCyrillic).replaceAll("і", "и") : mapped(word, toLatin);
  }

  function twin(word) {
    const letters = [...word].filter((each) => !/[0-9]/.test(each));
    if (!letters.length) return "";
    if (letters.every((each) => toCyrillic.has(each))) return fold(mapped(word, toCyrillic));
    return letters.every((each) => toLatin.has(each)) ? mapped(word, toLatin) : "";
  }

  const bare = (text) => [...text].map((each) => (ascii(each) ? each : letter(each))).join("");
  const cyrillicHeard = (lower) => mapped(lower.replaceAll("йо", "е"), sounds).replaceAll("ts", "T");

  function latinHeard(lower) {
    for (const [letters, heard] of tables.together) lower = lower.replaceAll(letters, heard);
    return mapped(lower, single);
  }

  function sound(word) {
    if (/^[\p{Nd}²³¹⁰-⁹₀-₉]+$/u.test(word)) return "";
    let lower = word.toLowerCase(), heard;
    if (/[^\p{L}\p{N}]/u.test(lower)) lower = [...lower.normalize("NFC")].filter((c) => !apostrophes.has(c)).join("");
    if (!ascii(lower) && LATIN.test(lower) && CYRILLIC.test(lower)) lower = fold(lower);
    if (ascii(lower)) heard = latinHeard(lower);
    else if (CYRILLIC.test(lower)) heard = bare(cyrillicHeard(lower));
    else heard = latinHeard(bare(mapped(lower, marked)));
    heard = heard.replace(/i+e/g, "e");
    return /^(.)\1+$/u.test(lower) ? heard : heard.replace(/(\p{L})\1(?!\1)/gu, "$1");
  }

  return { fold, sound, twin, isCyrillic: (word) => CYRILLIC.test(word) };
}

const small = (text) => text.toUpperCase().toLowerCase();

const LETTERS = "[\\p{L}\\p{N}]+(?:['`´·ʹʺʻʼʽ‘’‛ʿˈ′″\\u0300-\\u036f]+[\\p{L}\\p{N}]+)*[\\u0300-\\u036f]*";
const RUN = new RegExp(`${LETTERS}(?:[-‐‑.&+]${LETTERS})*`, "gu");
const WORD = new RegExp(LETTERS, "gu");

/** The words of a text, those that hyphens tie together in one list. */
function runs(text) {
  return (text.match(RUN) ?? []).map((run) => run.match(WORD));
}

/** The form in which spellings of one stand's code are equal, "" for what is no code; as guide/search/stands.py. */
function codeKey(text, fold, letters) {
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(/\p{N}+|\p{L}+/gu)) {
    if (!/^[\s\-‐‑–—.№#]*$/.test(text.slice(end, match.index))) return "";
    end = match.index + match[0].length;
    if (/^\p{N}/u.test(match[0])) pieces.push(match[0].replace(/^0+(?=.)/, ""));
    else if ([...match[0]].length <= 3) pieces.push([...fold(match[0])].map((each) => letters[each] ?? each).join(""));
    else return "";
  }
  const whole = /^[\s\-‐‑–—.№#]*$/.test(text.slice(end)) && pieces.length <= 8;
  return whole && pieces.some((piece) => /^\p{N}/u.test(piece)) ? pieces.join(".") : "";
}

/** What a typed piece would have been on the other keyboard layouts, the likeliest first. */
function otherLayouts(text, { english, russian, belarusian }) {
  const keys = (from, to) => new Map([...from].map((key, at) => [key, [...to][at]]));
  const typed = (by) => [...text].map((sign) => by.get(sign) ?? sign).join("");
  const cyrillic = /[\u0400-\u052f]/.test(text), latin = /[a-z]/i.test(text), found = [];
  if (cyrillic && !latin) {
    const isLetter = ([letter]) => /\p{L}/u.test(letter);
    const back = (layout) => [...keys(layout, english)].filter(isLetter);
    const meant = typed(new Map([...back(belarusian), ...back(russian)]));
    // Latin words hold no punctuation but a dot, so a letter that becomes some was meant.
    if (/^[\p{L}\p{N}]+$/u.test(meant.replace(".", "")) || !/^\p{L}+$/u.test(text)) found.push(meant);
    found.push(typed(keys("ўіЎІ", "щиЩИ")), typed(keys("щиЩИъЪ", "ўіЎІ''")));
  } else if (latin && !cyrillic) found.push(typed(keys(english, russian)), typed(keys(english, belarusian)));
  const least = Math.min([...text].length, 2);
  const isWord = (each) => /^[\p{L}\p{N}]/u.test(each) && (each.match(/[\p{L}\p{N}]/gu) ?? []).length >= least;
  return [...new Set(found)].filter((each) => each !== text && isWord(each));
}

/** Whether a word, or its beginning, is another with one letter wrong, missing, too many or two swapped. */
function oneSlip(typed, word) {
  const size = typed.length;
  if (word.length < size - 1) return false;
  let at = 0;
  if (typed[0] !== word[0] && typed[1] !== word[1] && typed[1] !== word[0] && typed[0] !== word[1]) return false;
  while (at < size && typed[at] === word[at]) at += 1;
  if (at === size) return true;
  const rest = typed.slice(at + 1);
  return (
    word.startsWith(rest, at + 1) || word.startsWith(rest, at) || word.startsWith(typed.slice(at), at + 1) ||
    (typed[at] === word[at + 1] && typed[at + 1] === word[at] && word.startsWith(typed.slice(at + 2), at + 2))
  );
}

/** How much less likely a slip is meant for a word that is longer or begins otherwise: people slip inside words. */
function unlike(typed, word) {
  return Math.min(Math.abs(word.length - typed.length), 6) + (word[0] === typed[0] ? 0 : 5);
}

/** A Cyrillic word without what its cases change, "" where too little would be left. */
function stem(word) {
  const cut = word.replace(/(?:[аеиоуыэюяь]|[ое]в|[аяыие]м|[аяыие]х|[аяы]ми|[ое]го|ому|ом|ой|ей)$/, "");
  return cut !== word && cut.length >= LEAST_STEM ? cut : "";
}

/** How well each article fits, 0 where it does not. */
class Points {
  constructor(size) {
    this.of = new Float32Array(size);
    this.any = false;
  }

  raise(at, value) {
    if (value <= this.of[at]) return;
    this.of[at] = value;
    this.any = true;
  }

  /** The better of two at each article. */
  or(other) {
    if (other.any) other.of.forEach((value, at) => this.raise(at, value));
    return this;
  }

  /** The worse of two at each article. */
  and(other) {
    this.any = false;
    this.of.forEach((value, at) => {
      this.of[at] = Math.min(value, other.of[at]);
      if (this.of[at]) this.any = true;
    });
    return this;
  }
}

/** The data of the page made ready: words with their sounds, codes, and what a question finds among them. */
function lookup(data) {
  const { tables } = data, forms = folding(tables);
  const plain = data.words.split(" "), heard = data.sounds.split(" ");
  const posts = data.posts, codes = Object.entries(data.codes), spoken = new Set(tables.spoken);
  const keyOf = (text) => codeKey(text, forms.fold, tables.codes), none = () => new Points(data.names.length);

  function add(points, word, worth, hits) {
    hits.add(plain[word]);
    let at = 0;
    for (const step of posts[word]) {
      at += step >> 2;
      const level = step & 3, value = worth * LEVELS[level] + (level === 2 ? 4 / (data.names[at] || 1) : 0);
      points.raise(at, value);
    }
  }

  /** Articles with a word that this one is, begins, sounds like, or is another form of. */
  function met(word, worth, hits, unfinished) {
    const points = none(), typed = forms.fold(word), said = forms.sound(word), other = forms.twin(typed);
    if (!typed) return points;
    const half = unfinished && said.length > LEAST_UNFINISHED ? said.slice(0, -1) : "";
    const cyrillic = forms.isCyrillic(typed), root = cyrillic ? stem(typed) : "";
    for (let at = 0; at < plain.length; at += 1) {
      const there = plain[at];
      const longer = there.length - typed.length;
      let value = 0;
      if (there.startsWith(typed)) value = longer ? 84 - Math.min(longer, 20) : 100;
      else if (said && heard[at].startsWith(said)) value = heard[at].length === said.length ? 72 : 62;
      else if (other && there.startsWith(other)) value = there.length === other.length ? 70 : 60;
      else if (root && there.startsWith(root)) value = 52;
      else if (half && heard[at].startsWith(half) && forms.isCyrillic(there) !== cyrillic) value = 50;
      if (value) add(points, at, value * worth, hits);
    }
    return points;
  }

  /** Articles with a word that this one is a part of, or that it is mistyped for. */
  function near(word, worth, hits) {
    const points = none(), typed = forms.fold(word), said = forms.sound(word);
    const slips = typed.length >= LEAST_SLIP && !/[0-9]/.test(typed);
    for (let at = 0; at < plain.length; at += 1) {
      const there = plain[at];
      let value = 0;
      if (typed.length >= LEAST_INSIDE && there.includes(typed)) value = 42;
      else if (slips && oneSlip(typed, there)) value = 38 - unlike(typed, there);
      else if (slips && said.length >= LEAST_SLIP && oneSlip(said, heard[at])) value = 34 - unlike(said, heard[at]);
      if (value) add(points, at, value * worth, hits);
    }
    return points;
  }

  /** What one chunk of a question finds in one way of looking: its hyphenated words joined, or all of them. */
  function chunkMet(chunk, look, worth, hits, last) {
    const here = new Set(), one = (word) => look(word, worth, here, last);
    let all = null;
    for (const parts of runs(chunk)) {
      const points = one(parts.join(""));
      if (parts.length > 1) points.or(parts.map(one).reduce((first, second) => first.and(second)));
      all = all ? all.and(points) : points;
    }
    if (!all?.any) return none();
    for (const word of here) hits.add(word);
    return all;
  }

  /** What one chunk finds as it is typed and on other layouts; only without that, as a part of words or mistyped. */
  function term(chunk, hits, last) {
    const readings = otherLayouts(chunk, tables), points = chunkMet(chunk, met, 1, hits, last);
    if (!points.any || chunk.length > 2)
      for (const reading of readings) points.or(chunkMet(reading, met, 0.85, hits, false));
    if (points.any) return points;
    points.or(chunkMet(chunk, near, 1, hits, false));
    for (const reading of readings) points.or(chunkMet(reading, near, 0.85, hits, false));
    return points;
  }

  /** Articles whose stand has this code, or one that begins so. */
  function coded(key) {
    const points = none(), begun = key.replace(/(\.|^)0$/, "$1");
    for (const [code, at] of codes) {
      const value = code === key ? 130 : begun && code.startsWith(begun) ? 76 : 0;
      if (value) for (const each of at) points.raise(each, value);
    }
    return points;
  }

  /** The articles for a question, best first, and what to mark in them; without words all of them in order. */
  function search(question) {
    const pieces = question.slice(0, LONGEST).split(/\s+/).filter((each) => /[\p{L}\p{N}]/u.test(each));
    const chunks = pieces.slice(0, MOST_CHUNKS);
    const hits = new Set(), keys = new Set(), terms = [];
    for (let at = 0; at < chunks.length; ) {
      let taken = 0;
      for (let many = Math.min(MOST_CODE_CHUNKS, chunks.length - at); many && !taken; many -= 1) {
        const parts = chunks.slice(at, at + many), key = keyOf(parts.join(" ").replace(AROUND, ""));
        const short = parts.every((part) => part.length <= 3 || /^\p{N}/u.test(part));
        const points = key && (many === 1 || short) ? coded(key) : none();
        if (points.any) {
          keys.add(key);
          terms.push(many === 1 ? points.or(chunkMet(parts[0], met, 1, hits, false)) : points);
          taken = many;
        }
      }
      if (!taken) {
        terms.push(term(chunks[at], hits, at === chunks.length - 1));
        if (spoken.has(forms.fold(chunks[at]))) terms[terms.length - 1].spoken = true;
      }
      at += taken || 1;
    }
    const asked = keys.size ? terms.filter((points) => !points.spoken) : terms;
    const found = [];
    let most = 1;
    for (let at = 0; at < data.names.length; at += 1) {
      let count = 0, sum = 0;
      for (const { of } of asked) {
        if (of[at]) count += 1;
        sum += of[at];
      }
      if (count > most) found.length = 0;
      most = Math.max(most, count);
      if (count === most) found.push([at, sum]);
    }
    found.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    return { asked: chunks.length > 0, order: found.map(([at]) => at), hits, keys };
  }

  const GROUP = "(?:\\p{N}{1,5}|\\p{L}{1,3}(?!\\p{L}))"; // what begins a code is matched before it: no look behind
  const CODE = new RegExp(`(^|[^\\p{L}\\p{N}])(${GROUP}(?:[\\s\\-‐‑–.]?${GROUP})+)(?![\\p{L}\\p{N}])`, "gu");

  /** The pieces of a text to mark: from and to, apart and in order. */
  function spans(text, { hits, keys }) {
    const found = [], asked = [...keys];
    const isAsked = (code) => asked.some((each) => keyOf(code).startsWith(each));
    if (keys.size)
      for (const { index, 1: before, 2: code } of text.matchAll(CODE)) {
        const from = index + before.length, parts = [...code.matchAll(/\S+/g)].filter(([part]) => isAsked(part));
        for (const { 0: part, index: at } of parts) found.push([from + at, from + at + part.length]);
        if (!parts.length && isAsked(code)) found.push([from, from + code.length]);
      }
    if (hits.size) {
      for (const { 0: run, index } of text.matchAll(RUN)) {
        if (hits.has(forms.fold(run))) found.push([index, index + run.length]);
        else
          for (const { 0: word, index: at } of run.matchAll(WORD))
            if (hits.has(forms.fold(word))) found.push([index + at, index + at + word.length]);
      }
    }
    found.sort((one, other) => one[0] - other[0]);
    return found.filter(([from], at) => !at || from >= found[at - 1][1]);
  }

  return { ...forms, search, spans, keyOf };
}

/** A count in words: the form that the language of the page asks for, its thousands apart as that writes them. */
function counted({ forms, apart, least }, count) {
  const ten = count % 10, hundred = count % 100;
  let form = count === 1 ? 0 : 1;
  if (forms.length > 2) {
    if (ten === 1 && hundred !== 11) form = 0;
    else form = ten > 1 && ten < 5 && (hundred < 12 || hundred > 14) ? 1 : 2;
  }
  const digits = String(count), number = digits.length < least ? digits : digits.replace(/\B(?=(\d{3})+$)/g, apart);
  return forms[form].replace("{count}", number);
}
