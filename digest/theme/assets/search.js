/* Our search: one box in a dialog over any page, and the page /search/ with filters and an address. */
import { Engine } from "./search-engine.js";
import { hit, make, many, notes, nothing, pages, told, topicMark } from "./search-view.js";

const ROOT = new URL("..", import.meta.url);
const engine = new Engine(ROOT);
const IN_DIALOG = 8;
const A_PAGE = 20;
const OUTLETS = 10; /* listed; the rest is folded away */
const PAUSE = 120; /* ms without a key before the words are looked up */
const ISO = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/* The state is the address: names in it are for readers. */
const LISTS = { topics: "topic", outlets: "outlet", actors: "actor" };

function read(address) {
  const given = new URLSearchParams(address);
  const query = { text: given.get("q") ?? "", from: given.get("from") ?? "", to: given.get("to") ?? "" };
  for (const [key, name] of Object.entries(LISTS)) query[key] = given.getAll(name).filter(Boolean);
  return { ...query, unsure: given.get("unsure") === "1", order: given.get("order") === "new" ? "new" : "best" };
}

function write(query) {
  const told = new URLSearchParams();
  if (query.text.trim()) told.set("q", query.text.trim());
  for (const [key, name] of Object.entries(LISTS)) for (const value of query[key]) told.append(name, value);
  for (const key of ["from", "to"]) if (query[key]) told.set(key, query[key]);
  if (query.unsure) told.set("unsure", "1");
  if (query.order === "new") told.set("order", "new");
  return told.size ? `?${told}` : "";
}

function asked(query) {
  const valid = { ...query, from: ISO.test(query.from) ? query.from : "", to: ISO.test(query.to) ? query.to : "" };
  return { ...valid, filtered: Boolean(query.topics.length || query.outlets.length || query.actors.length || valid.from || valid.to) };
}

/** Calls `work` once the reader pauses; what a later call has overtaken is not drawn in `out`. */
function lately(out, work) {
  let timer, turn = 0;
  return (pause = PAUSE) => {
    clearTimeout(timer);
    const mine = ++turn;
    out.setAttribute("aria-busy", "true");
    timer = setTimeout(async () => {
      await work(() => mine === turn);
      if (mine === turn) out.setAttribute("aria-busy", "false");
    }, pause);
  };
}

/** ↑ and ↓ go from the box through what can be opened, and back. */
function walk(event, box, input) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [input, ...box.querySelectorAll(".hit-link")];
  const at = stops.indexOf(document.activeElement);
  if (at < 0) return;
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.closest("li")?.scrollIntoView({ block: "nearest" });
}

async function draw(query, most, current, actions) {
  const found = await engine.search(query);
  const heads = found.heads.slice(0, most.heads);
  const texts = await engine.texts([...found.hits.slice(0, most.hits), ...heads]);
  if (!current()) return null;
  const shared = { root: ROOT, head: engine.head, engine, sought: found.clauses, ...actions };
  const articles = new Set(found.hits.map((record) => engine.articleOf[record])).size;
  const rows = texts.map((text) => hit(text, shared));
  const sentences = rows.slice(0, rows.length - heads.length);
  return {
    found,
    told: found.empty && !found.clauses.length ? "" : told(found, query, articles),
    parts: [
      pages(found, shared),
      notes(found, shared),
      sentences.length ? make("ol", { class: "find-list" }, sentences) : null,
      heads.length ? make("h2", {}, many(found.heads.length, "headline")) : null,
      heads.length ? make("ol", { class: "find-list" }, rows.slice(sentences.length)) : null,
      !found.hits.length && !found.heads.length && (found.clauses.length || query.filtered) ? nothing(found, query, shared) : null,
    ].filter(Boolean),
  };
}

const broken = (error) => make("p", { class: "find-nothing" }, `Search could not read its index (${error.message}). Try again, or look in the `, make("a", { href: new URL("articles/", ROOT).href }, "list of articles"), ".");

/** Puts the search into the dialog that digest.js has opened. */
export function attach(box, form, input) {
  const status = make("p", { class: "find-told", role: "status" });
  const topics = make("ul", { class: "find-topics" });
  const out = make("div", { class: "find-out" });
  const foot = make("p", { class: "find-foot" });
  box.append(make("div", { class: "find-meta" }, status, topics), out, foot);
  const query = () => asked({ ...read(""), text: input.value });
  const page = (given) => new URL(`search/${write({ ...read(""), text: input.value, ...given })}`, ROOT).href;
  const actions = {
    only: (kind, value) => location.assign(page({ text: "", [kind]: [value] })),
    retype: (word, other) => {
      input.value = input.value.replace(word, other);
      input.focus();
      look(0);
    },
    drop: () => {},
  };
  const look = lately(out, async (current) => {
    try {
      const drawn = await draw(query(), { hits: IN_DIALOG, heads: 3 }, current, actions);
      if (!drawn) return;
      const { found } = drawn;
      status.replaceChildren(...[drawn.told].flat());
      out.replaceChildren(...drawn.parts);
      topics.replaceChildren(
        ...engine.head.topics.flatMap(([slug, title], i) => {
          const count = found.topics.get(slug);
          return count && !found.empty ? [make("li", {}, make("a", { href: page({ topics: [slug] }) }, topicMark(i, title)), ` ${count}`)] : [];
        }),
      );
      const rest = found.hits.length > IN_DIALOG || found.heads.length > 3;
      foot.replaceChildren(make("a", { class: "hit-link", href: page({}) }, rest ? `All ${many(found.hits.length, "sentence")}, with filters` : "Filter by topic, outlet, actor, date"));
    } catch (error) {
      if (!current()) return;
      status.textContent = "";
      out.replaceChildren(broken(error));
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(page({}));
  });
  input.addEventListener("input", () => look());
  box.addEventListener("keydown", (event) => walk(event, box, input));
  box.addEventListener("click", (event) => {
    if (event.target === box) box.close();
    /* A hit on the very page that is open: its address changes, the page does not. */
    else if (event.target.closest?.(".hit-link")?.hash) box.close();
  });
  look(0);
}

/** A group of boxes to tick, with what each would give. */
function choices(legend, options, chosen, change) {
  const rows = options.map(([value, label, count]) => {
    const tick = make("input", { type: "checkbox", value });
    tick.checked = chosen.includes(value);
    tick.addEventListener("change", () => change(value, tick.checked));
    return make("li", {}, make("label", {}, tick, label, make("span", { class: "n" }, count.toLocaleString("en"))));
  });
  const some = rows.slice(0, OUTLETS);
  const rest = rows.slice(OUTLETS);
  return make("fieldset", {}, make("legend", {}, legend), make("ul", {}, some), rest.length ? make("details", {}, make("summary", {}, `${rest.length} more`), make("ul", {}, rest)) : null);
}

function searchPage(place) {
  let query = read(location.search);
  let most = A_PAGE;
  const input = make("input", { type: "text", id: "find-words", class: "find-input", inputmode: "search", enterkeyhint: "search", autocomplete: "off", autocapitalize: "off", spellcheck: "false", maxlength: 200 });
  const form = make("form", { class: "find-box", role: "search" }, make("label", { for: "find-words", class: "sr" }, "Words to search for"), input, make("button", { type: "submit" }, "Search"));
  const status = make("p", { class: "find-told", role: "status" });
  const sorting = make("p", { class: "find-order" });
  const out = make("div", { class: "find-out" });
  const more = make("p", { class: "find-more" });
  const [topics, outlets, chosen] = [make("div"), make("div"), make("ul", { class: "find-chosen" })];
  const field = (name, label, extra) => make("input", { type: "text", id: `find-${name}`, autocomplete: "off", ...extra, "aria-label": label });
  const dates = { from: field("from", "From", { inputmode: "numeric", maxlength: 10, placeholder: "2021" }), to: field("to", "To", { inputmode: "numeric", maxlength: 10, placeholder: "2021-03" }) };
  const unsure = make("input", { type: "checkbox", id: "find-unsure" });
  const unsureCount = make("span", { class: "n" });
  const who = field("who", "Name an actor", { list: "find-names", placeholder: "a name" });
  const names = make("datalist", { id: "find-names" });
  const wrong = make("p", { class: "find-wrong", role: "alert" });
  const filters = make("details", { class: "find-filters", open: matchMedia("(min-width: 60em)").matches },
    make("summary", {}, "Filters"), topics, outlets,
    make("fieldset", {}, make("legend", {}, "Names"), who, names, chosen),
    make("fieldset", { class: "find-dates" }, make("legend", {}, "Published"),
      make("label", {}, "from ", dates.from), make("label", {}, "to ", dates.to), wrong,
      make("p", { class: "find-hint" }, "2021, 2021-03 or 2021-03-15"),
      make("label", {}, unsure, "and where the date is missing or too short to tell", unsureCount)));
  const results = make("div", { class: "find-results" }, make("div", { class: "find-meta" }, status, sorting), out, more);
  place.replaceChildren(form, make("div", { class: "find-cols" }, filters, results));

  const show = () => {
    input.value = query.text;
    for (const key of ["from", "to"]) dates[key].value = query[key];
    unsure.checked = query.unsure;
  };
  const change = (given, pause = 0) => {
    query = { ...query, ...given };
    most = A_PAGE;
    history.replaceState(null, "", location.pathname + write(query) + location.hash);
    look(pause);
  };
  const put = (given) => {
    change(given);
    show();
  };
  const toggled = (key) => (value, on) => change({ [key]: on ? [...query[key], value] : query[key].filter((one) => one !== value) });
  const actions = {
    only: (kind, value) => put({ text: "", [kind]: [value] }),
    retype: (word, other) => put({ text: query.text.replace(word, other) }),
    drop: (kind) => put(kind === "dates" ? { from: "", to: "" } : { [kind]: [] }),
  };
  const ordering = () => ["best", "new"].map((order) => {
    const button = make("button", { type: "button", class: "plain", "aria-pressed": String(query.order === order) }, order === "new" ? "newest first" : "best first");
    button.addEventListener("click", () => {
      change({ order });
      sorting.querySelector('[aria-pressed="true"]')?.focus();
    });
    return button;
  });
  const facets = (found) => {
    const focused = document.activeElement?.closest?.(".find-filters") && document.activeElement.value;
    const named = engine.head.topics.map(([slug, title], i) => [slug, topicMark(i, title), found.topics.get(slug) ?? 0]);
    const counted = [...new Set([...found.outlets.keys(), ...query.outlets])].map((name) => [name, name === "-" ? "Not named" : name, found.outlets.get(name) ?? 0]);
    counted.sort((a, b) => query.outlets.includes(b[0]) - query.outlets.includes(a[0]) || b[2] - a[2] || (a[1] < b[1] ? -1 : 1));
    topics.replaceChildren(...(named.length ? [choices("Topics", named, query.topics, toggled("topics"))] : []));
    outlets.replaceChildren(...(counted.length ? [choices("Outlets", counted, query.outlets, toggled("outlets"))] : []));
    chosen.replaceChildren(...query.actors.map((key) => {
      const name = found.actors.find((actor) => actor.key === key)?.name;
      const button = make("button", { type: "button", class: "plain", "aria-label": `Without ${name ?? key}` }, "×");
      button.addEventListener("click", () => toggled("actors")(key, false));
      return make("li", {}, name ? make("a", { href: new URL(`actors/${key}/`, ROOT).href }, name) : "nobody known by this name", button);
    }));
    unsureCount.textContent = found.unsure ? found.unsure.toLocaleString("en") : "";
    if (focused) [...filters.querySelectorAll("input[type=checkbox]")].find((tick) => tick.value === focused)?.focus();
  };
  const look = lately(out, async (current) => {
    const bad = ["from", "to"].filter((key) => query[key] && !ISO.test(query[key]));
    for (const key of ["from", "to"]) dates[key].setAttribute("aria-invalid", String(bad.includes(key)));
    wrong.textContent = bad.length ? `${bad.map((key) => `“${query[key]}”`).join(" and ")} is no date of this kind and was left out.` : "";
    const valid = asked(query);
    try {
      const drawn = await draw(valid, { hits: most, heads: A_PAGE }, current, actions);
      if (!drawn) return;
      const left = drawn.found.hits.length - most;
      status.replaceChildren(...[drawn.told || `Searches ${many(engine.head.records - engine.head.articles, "sentence")} of ${many(engine.head.articles, "article")}`].flat());
      out.replaceChildren(...drawn.parts);
      sorting.replaceChildren(...(drawn.found.hits.length > 1 && query.text.trim() ? ordering() : []));
      facets(drawn.found);
      more.replaceChildren();
      if (left > 0) {
        const button = make("button", { type: "button" }, `Show ${Math.min(left, A_PAGE)} more of ${left.toLocaleString("en")}`);
        button.addEventListener("click", async () => {
          const seen = most;
          most += A_PAGE;
          await look(0);
          focusAfter(seen);
        });
        more.append(button);
      }
      awaited?.();
    } catch (error) {
      if (!current()) return;
      status.textContent = "";
      out.replaceChildren(broken(error));
    }
  });
  let awaited = null;
  const focusAfter = (seen) => (awaited = () => {
    awaited = null;
    out.querySelectorAll(".find-list .hit-link")[seen]?.focus();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change({ text: input.value });
  });
  input.addEventListener("input", () => change({ text: input.value }, PAUSE));
  for (const key of ["from", "to"]) dates[key].addEventListener("change", () => change({ [key]: dates[key].value.trim() }));
  unsure.addEventListener("change", () => change({ unsure: unsure.checked }));
  who.addEventListener("input", async () => {
    const found = await engine.actors(who.value);
    const one = found.find((actor) => actor.name === who.value);
    names.replaceChildren(...found.slice(0, 12).map((actor) => make("option", { value: actor.name })));
    if (!one || query.actors.includes(one.key)) return;
    who.value = "";
    change({ actors: [...query.actors, one.key] });
  });
  place.addEventListener("keydown", (event) => walk(event, place, input));
  addEventListener("popstate", () => {
    query = read(location.search);
    show();
    look(0);
  });
  show();
  look(0);
}

const page = document.querySelector(".digest.search");
const off = page?.querySelector(".search-off");
if (off) {
  const place = make("div", { class: "find find-page" });
  off.replaceWith(place);
  searchPage(place);
}
