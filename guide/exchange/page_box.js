// The box above an exported page: what is typed filters and ranks the articles and is kept in the address, behind #.

/** Whether a key is typed into something rather than pressed. */
const typing = (target) => /^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName);

function begin() {
  const by = (id) => document.getElementById(id);
  const data = JSON.parse(by("lookup").textContent), index = lookup(data);
  const box = by("words"), found = by("found"), said = by("count"), more = by("more"), empty = by("clear");
  const articles = [...document.querySelectorAll("article")];
  const homes = articles.map((article) => article.parentNode);
  const picks = [...document.querySelectorAll("#ask select")];
  const PAGE = 30;
  let moved = [], order = [], result = null, shown = 0, waiting = 0;

  /** Puts every article back where it stood, the last first, so that the next one is at home already. */
  function restore() {
    for (const mark of found.querySelectorAll("mark")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
    moved.sort((one, other) => other - one);
    for (const at of moved) {
      const next = articles[at + 1];
      homes[at].insertBefore(articles[at], next && next.parentNode === homes[at] ? next : null);
    }
    moved = [];
    shown = 0;
  }

  function mark(article) {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const pieces = index.spans(text.data, result);
      for (const [from, to] of pieces.reverse()) {
        const piece = text.splitText(from), marked = document.createElement("mark");
        piece.splitText(to - from);
        piece.replaceWith(marked);
        marked.append(piece);
      }
    }
  }

  function showMore() {
    const next = order.slice(shown, shown + PAGE);
    for (const at of next) {
      moved.push(at);
      found.append(articles[at]);
      if (result.asked) mark(articles[at]);
    }
    shown += next.length;
    more.hidden = shown >= order.length;
    return next[0];
  }

  function chosen() {
    return picks.map((pick) => [pick.name, pick.value]).filter(([, value]) => value !== "");
  }

  function look() {
    waiting = 0;
    const facets = chosen();
    restore();
    result = index.search(box.value);
    const asking = result.asked || facets.length > 0;
    order = result.asked ? result.order : asking ? articles.map((_, at) => at) : [];
    for (const [name, value] of facets) order = order.filter((at) => data.facets[name][at].includes(Number(value)));
    document.body.classList.toggle("asking", asking);
    found.hidden = more.hidden = !asking;
    empty.hidden = !asking;
    if (asking) showMore();
    said.textContent = asking ? (order.length ? counted(data.say, order.length) : data.say.none) : "";
  }

  function keep() {
    const asked = String(new URLSearchParams([["q", box.value], ...chosen()].filter(([, value]) => value.trim())));
    try {
      history.replaceState(null, "", asked ? `#${asked}` : location.href.split("#")[0]);
    } catch {
      // Where a page may not change its address, all else works.
    }
  }

  /** What the address asks for; of an address that leads to an article or a stand, that. */
  function recall() {
    const hash = location.hash.slice(1), target = /^[st]\d+$/.test(hash) ? by(hash) : null;
    const parts = new URLSearchParams(target ? "" : hash);
    box.value = parts.get("q") ?? "";
    for (const pick of picks) {
      pick.value = parts.get(pick.name) ?? "";
      if (pick.selectedIndex < 0) pick.value = "";
    }
    look();
    if (target) target.scrollIntoView();
  }

  function ask() {
    keep();
    waiting ||= requestAnimationFrame(() => {
      look();
      if (box.getBoundingClientRect().top < 0 || scrollY > found.offsetTop) scrollTo(0, 0);
    });
  }

  function clear() {
    box.value = "";
    for (const pick of picks) pick.value = "";
    ask();
  }

  by("ask").hidden = false;
  box.addEventListener("input", ask);
  for (const pick of picks) pick.addEventListener("change", ask);
  empty.addEventListener("click", () => {
    clear();
    box.focus();
  });
  more.addEventListener("click", () => {
    const first = articles[showMore()].querySelector("h3");
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) box.blur(); // so that the keys of a phone make room
  });
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape" && (document.body.classList.contains("asking") || event.target === box)) {
      event.preventDefault();
      clear();
    } else if ((event.key === "/" || (event.code === "Slash" && event.key === ".")) && !typing(event.target)) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
  addEventListener("hashchange", recall);
  recall();
}

if (typeof document !== "undefined") begin();
