/* What search draws, out of text nodes alone: nothing found and nothing typed can become markup. */
import { marked } from "./search-words.js";

/** An element; children are elements or text. */
export function make(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const UNKNOWN = ["", ", only the year is known", ", day not known", ""];

export const many = (count, noun) => `${count.toLocaleString("en")} ${count === 1 ? noun : `${noun}s`}`;

/** A date as `digest.render.dated` prints it. */
function dated({ date, sure }) {
  const parts = date ? date.split("-") : [];
  const words = [parts[2] && String(Number(parts[2])), parts[1] && MONTHS[parts[1] - 1], parts[0]].filter(Boolean).join(" ");
  const known = ["none", "year", "month", "day"][parts.length];
  const spoken = date ? UNKNOWN[parts.length] + (sure ? "" : ", not sure") : "";
  return [
    date ? make("time", { datetime: date }, words + (sure ? "" : "?")) : "no date",
    make("span", { class: `dp dp--${known}${sure || !date ? "" : " dp--unsure"}` }),
    spoken && make("span", { class: "sr" }, spoken),
  ];
}

const mark = (pieces) => pieces.map(([piece, hit]) => (hit ? make("mark", {}, piece) : piece));

/** The mark of a topic, as everywhere on the site. */
export const topicMark = (index, title) => make("span", { class: `tp tp-${index % 8}` }, title);

function copies(said) {
  if (said.articles < 2) return null;
  return make("span", {}, make("b", {}, `×${said.articles}`), `, ${many(said.texts, "text")}`);
}

/** A sentence whole, its words marked; the row leads to its place. */
export function hit(found, { root, head, sought }) {
  const { article, said } = found;
  const target = new URL(`${article.page}${said ? `#s-${article.id}-${said.id}` : ""}`, root);
  const language = article.language && article.language !== "en" ? article.language : undefined;
  const text = said ? said.text : article.title[0];
  const quote = make("q", { class: said ? "s" : "v", lang: language }, mark(marked(text, sought)));
  const marks = found.topics.map(([slug, title]) => topicMark(head.topics.findIndex((t) => t[0] === slug), title));
  return make(
    "li",
    { class: said ? "hit" : "hit hit-head" },
    make("p", { class: "hit-where" }, make("b", {}, dated(found)), make("span", {}, found.outlet ?? "Outlet not named"), said ? copies(said) : null),
    make("a", { class: "hit-link", href: target.href }, quote, !said && article.title[2] ? "…" : ""),
    make("p", { class: "hit-why" }, marks, said ? make("span", {}, `line ${said.line}`) : null),
  );
}

/** Pages that the words name. `only(kind, value)` narrows the search to one of them. */
export function pages(found, { root, head, only }) {
  const row = (kind, name, path, ...more) =>
    make("li", {}, make("span", { class: "page-kind" }, kind), path ? make("a", { class: "hit-link", href: new URL(path, root).href }, name) : make("b", {}, name), ...more);
  const narrow = (words, kind, value) => {
    const button = make("button", { type: "button", class: "plain" }, words);
    button.addEventListener("click", () => only(kind, value));
    return button;
  };
  const items = [
    ...found.namedActors.slice(0, 4).map((actor) =>
      row(actor.kind === "person" ? "Person" : "Organisation", actor.name, `actors/${actor.key}/`, narrow("in every spelling", "actors", actor.key))),
    ...found.namedTopics.slice(0, 3).map(([slug, title]) =>
      row("Topic", topicMark(head.topics.findIndex((t) => t[0] === slug), title), `topics/${slug}/`, narrow("only its sentences", "topics", slug))),
    ...found.namedOutlets.slice(0, 3).map((name) => row("Outlet", name, null, narrow("only its sentences", "outlets", name))),
  ];
  return items.length ? make("ul", { class: "find-pages", "aria-label": "Pages" }, items) : null;
}

const listed = (words) => words.map((word) => `“${word}”`).join(", ");

/** How many, in how many articles, in which order. */
export function told(found, query, articles) {
  const { hits, heads, mode } = found;
  if (!hits.length) return heads.length ? `No sentence; ${many(heads.length, "headline")}` : "Nothing found";
  const order = query.order === "new" || !query.text.trim() ? "newest first" : "best first";
  const some = mode === "any" ? ", with some of the words" : "";
  return [make("b", {}, many(hits.length, "sentence")), ` in ${many(articles, "article")}${some}, ${order}`];
}

/** What a reader should know of how the words were taken. */
export function notes(found, { retype }) {
  const lines = [];
  const sought = found.clauses;
  const common = sought.filter((c) => c.common).map((c) => c.as);
  if (common.length) lines.push([`${listed(common)} stands in nearly every sentence and was not looked up.`]);
  if (found.mode === "any") lines.push(["No sentence has all of these words; shown are those that have some."]);
  for (const clause of sought) {
    if (clause.begins) {
      const forms = clause.forms.slice(0, 6);
      lines.push([`Taken as the beginning of ${listed(forms)}${clause.forms.length > 6 ? " and others" : ""}.`]);
    }
    if (!clause.nearest || found.namedActors.length + found.namedTopics.length + found.namedOutlets.length) continue;
    const word = clause.missing?.[0] ?? clause.as;
    const near = clause.nearest.map((other) => {
      const button = make("button", { type: "button", class: "plain" }, other);
      button.addEventListener("click", () => retype(word, other));
      return [button, " "];
    });
    lines.push([`“${word}” stands in no sentence shown here. `, near.length ? "Closest: " : "", ...near]);
  }
  return lines.length ? make("ul", { class: "find-notes" }, lines.map((line) => make("li", {}, line.flat()))) : null;
}

const FILTERS = { topics: "topic", outlets: "outlet", actors: "actor", dates: "date" };

/** Nothing found: what was searched, which filter stands in the way, where else to look. */
export function nothing(found, query, { engine, root, drop }) {
  const asked = found.clauses.map((c) => (c.quoted ? `the words “${c.as}” in this order` : `“${c.as}”`));
  const limits = Object.keys(FILTERS).filter((kind) => (kind === "dates" ? query.from || query.to : query[kind].length));
  const less = limits.filter((kind) => found.less[kind]).map((kind) => {
    const button = make("button", { type: "button", class: "plain" }, `without the ${FILTERS[kind]}: ${many(found.less[kind], "sentence")}`);
    button.addEventListener("click", () => drop(kind));
    return make("li", {}, button);
  });
  const words = asked.length ? `Looked for ${asked.join(" and ")}` : "Looked for every sentence";
  const within = limits.length ? `, limited by ${limits.map((kind) => FILTERS[kind]).join(" and ")}` : "";
  const link = (path, text) => make("a", { href: new URL(path, root).href }, text);
  return make(
    "div",
    { class: "find-nothing" },
    make("p", {}, `${words}${within}, in ${many(engine.head.records - engine.head.articles, "sentence")} and ${many(engine.head.articles, "headline")} shown on this site.`),
    less.length ? make("ul", {}, less) : null,
    make("p", {}, "All that is here: ", link("articles/", "articles"), ", ", link("stories/", "stories"), ", ", link("actors/", "actors"), ", ", link("timeline/", "timeline"), "."),
  );
}
