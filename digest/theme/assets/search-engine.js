/* The index, read: which sentences have the words, what the filters leave of them, what else there
   is. Nothing here touches the page. docs/design.md, Search, describes the files. */

import { Files, decode } from "./search-files.js";
import { clauses, distance, stem, tokens } from "./search-words.js";

const first = (date) => date && `${date}-01-01`.slice(0, 10);
const last = (date) => date && (date.length < 5 ? `${date}-12-31` : `${date}-31`.slice(0, 10));
const onTopic = (mask, i) => Math.floor(mask / 2 ** i) % 2 === 1;
const MOST_SHARDS = 8; /* that a beginning of a word may ask for: about 70 KB */
const NEAREST = 4;

export class Engine {
  #files;

  constructor(root) {
    this.#files = new Files(root);
  }

  /** The head and the table, both asked for once. */
  async open() {
    if (this.head) return this;
    const head = await this.#files.get("head");
    const table = await this.#files.get("table", head.table);
    const runs = decode(table.runs);
    const counts = decode(table.counts);
    this.dates = table.dates.flatMap((date, i) => Array(runs[i]).fill(date));
    this.outlets = decode(table.outlets);
    this.topics = decode(table.topics);
    this.starts = [];
    this.articleOf = new Uint32Array(head.records);
    counts.forEach((count, article) => {
      const start = article ? this.starts[article - 1] + counts[article - 1] + 1 : 0;
      this.starts.push(start);
      this.articleOf.fill(article, start, start + count + 1);
    });
    const same = decode(table.same);
    this.same = new Map(same.flatMap((_, i) => (i % 2 ? [] : [[same[i], same[i + 1]]])));
    this.head = head;
    return this;
  }

  /** The parts of a family ("words", "actors") that hold what begins so. */
  async #shards(family, prefix) {
    const held = this.head[family];
    const longest = [...prefix].map((_, i, all) => all.slice(0, all.length - i).join("")).find((p) => Object.hasOwn(held, p)) ?? "";
    const longer = Object.keys(held).filter((p) => p !== longest && p.startsWith(prefix));
    const wanted = longer.length > MOST_SHARDS ? [longest] : [longest, ...longer];
    const spelled = (p) => [...p].map((c) => (/[a-z0-9]/.test(c) ? c : `_${c.codePointAt(0).toString(16)}_`)).join("") || "_";
    const asked = wanted.filter((p) => Object.hasOwn(held, p)).map((p) => this.#files.get(`${family[0]}-${spelled(p)}`, held[p]));
    return new Map((await Promise.all(asked)).flatMap((shard) => Object.entries(shard.held)));
  }

  /** Where the words of one clause stand: record to [weight, places]. */
  async #resolve(clause) {
    const found = { ...clause, forms: [], at: new Map(), common: false, begins: false, names: new Map() };
    const take = (word, value, weight) => {
      const [places, names] = Array.isArray(value) ? value : [value, []];
      for (const [key, name, kind] of names) found.names.set(key, { key, name, kind });
      if (places === 0) found.common = true;
      else if (places) found.forms.push(word);
      const numbers = decode(places || "");
      for (let i = 0, record = 0; i < numbers.length; i += 2) {
        record += numbers[i];
        const at = found.at.get(record);
        if (at) at.push(numbers[i + 1]);
        else found.at.set(record, [weight, numbers[i + 1]]);
      }
    };
    if (clause.exact) return this.#phrase(found);
    const [word] = clause.words;
    const root = stem(word);
    const shared = root.replace(/y$/, "");
    const near = await this.#shards("words", shared);
    for (const [other, value] of near) if (other === word || stem(other) === root) take(other, value, other === word ? 1 : 0.9);
    if (!found.forms.length && !found.common && [...word].length > 1) {
      /* Not a word of the index (yet): whatever begins so. */
      for (const [other, value] of await this.#shards("words", word)) if (other.startsWith(word)) take(other, value, 0.6);
      found.begins = found.forms.length > 0;
    }
    if (!found.forms.length && !found.common) found.nearest = await this.#nearest(word);
    return found;
  }

  async #phrase(found) {
    const held = await Promise.all(found.words.map(async (word) => (await this.#shards("words", word)).get(word)));
    const places = held.map((value) => (Array.isArray(value) ? value[0] : value));
    const named = held.map((value) => (Array.isArray(value) ? value[1] : []));
    for (const [key, name, kind] of named[0]) {
      if (named.every((names) => names.some((other) => other[0] === key))) found.names.set(key, { key, name, kind });
    }
    found.common = places.every((place) => place === 0);
    found.missing = found.words.filter((_, i) => !places[i] && places[i] !== 0);
    if (found.missing.length) found.nearest = await this.#nearest(found.missing[0]);
    if (found.common || found.missing.length) return found;
    found.forms = found.words;
    let open = null;
    places.forEach((encoded, offset) => {
      if (encoded === 0) return;
      const next = new Map();
      const numbers = decode(encoded);
      for (let i = 0, record = 0; i < numbers.length; i += 2) {
        record += numbers[i];
        const start = numbers[i + 1] - offset;
        if (start < 0 || (open && !open.get(record)?.includes(start, 1))) continue;
        if (next.has(record)) next.get(record).push(start);
        else next.set(record, [1, start]);
      }
      open = next;
    });
    found.at = open;
    return found;
  }

  async #nearest(word) {
    const most = [...word].length > 4 ? 2 : 1;
    const held = new Map([...(await this.#shards("words", [...word].slice(0, 2).join(""))), ...(await this.#shards("words", word))]);
    const found = [...held.keys()].map((other) => [distance(word, other), other]).filter(([far]) => far <= most);
    return found.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)).slice(0, NEAREST).map((pair) => pair[1]);
  }

  /** The actor of a key: name, kind, records that name it. */
  async actor(key) {
    const held = (await this.#shards("actors", key)).get(key);
    if (!held) return null;
    let record = 0;
    return { key, name: held[0], kind: held[1], at: new Set(decode(held[2]).map((step) => (record += step))) };
  }

  /** Actors of which every word of `text` begins a word, in any spelling. */
  async actors(text) {
    const words = tokens(text).map((t) => t.word).filter((word) => word.length > 1);
    if (!words.length) return [];
    const [first, ...others] = await Promise.all(words.map(async (begun) => {
      const found = new Map();
      for (const [word, value] of await this.#shards("words", begun)) {
        if (!Array.isArray(value) || !word.startsWith(begun)) continue;
        for (const [key, name, kind] of value[1]) found.set(key, { key, name, kind });
      }
      return found;
    }));
    return [...first.values()].filter((actor) => others.every((found) => found.has(actor.key)));
  }

  /** Everything that a query gives; see `#sift` for the filters. */
  async search(query) {
    await this.open();
    const [asked, actors] = await Promise.all([
      Promise.all(clauses(query.text).map((clause) => this.#resolve(clause))),
      Promise.all(query.actors.map((key) => this.actor(key))),
    ]);
    const sought = asked.filter((clause) => !clause.common);
    const all = sought.filter((clause) => clause.at.size);
    let base = null;
    let mode = "all";
    if (sought.length) {
      const [least, ...others] = [...sought].sort((a, b) => a.at.size - b.at.size);
      base = [...least.at.keys()].filter((record) => others.every((clause) => clause.at.has(record)));
      if (!base.length && sought.length > 1 && all.length) {
        mode = "any";
        const telling = all.filter((clause) => clause.words.join("").length > 3);
        base = [...new Set((telling.length ? telling : all).flatMap((clause) => [...clause.at.keys()]))];
      }
    } else if (query.filtered) base = [...this.articleOf.keys()];
    const found = this.#sift(base ?? [], query, actors);
    this.#order(found, sought, query.order);
    return { ...found, mode, clauses: asked, ...this.#pages(asked), actors: actors.filter(Boolean), empty: !base };
  }

  /** Records that pass every filter; counts by topic and outlet; what one filter less would give. */
  #sift(base, query, actors) {
    const { topics: named } = this.head;
    const wanted = query.topics.map((slug) => named.findIndex((t) => t[0] === slug));
    const outlets = new Set(query.outlets.map((name) => (name === "-" ? 0 : this.head.outlets.indexOf(name) + 1 || -1)));
    const [from, to] = [first(query.from), last(query.to) || "9999"];
    const dated = Boolean(query.from || query.to);
    const found = { hits: [], heads: [], unsure: 0, less: {}, topics: new Map(), outlets: new Map() };
    const seen = {};
    const once = (kind, record) => {
      const set = (seen[kind] ??= new Set());
      const one = this.same.get(record) ?? record;
      return !set.has(one) && Boolean(set.add(one));
    };
    // Undated articles come first in the files; a dated one speaks for them where words are the same.
    const undated = (record) => !this.dates[this.articleOf[record]];
    for (const record of [...base.filter((one) => !undated(one)), ...base.filter(undated)]) {
      const article = this.articleOf[record];
      const isHead = this.starts[article] === record;
      const date = this.dates[article].replace("?", "");
      const within = !dated || (date && first(date) >= from && last(date) <= to);
      const maybe = !within && (!date || (first(date) <= to && last(date) >= from));
      const failed = [];
      if (wanted.length && !wanted.some((i) => onTopic(this.topics[record], i))) failed.push("topics");
      if (outlets.size && !outlets.has(this.outlets[article])) failed.push("outlets");
      if (actors.length && !actors.every((actor) => actor?.at.has(record))) failed.push("actors");
      if (!within && !(maybe && query.unsure)) failed.push("dates");
      if (isHead) {
        if (!failed.length) found.heads.push(record);
        continue;
      }
      if (!failed.length && once("hit", record)) found.hits.push(record);
      if (failed.length === 1 && once(failed[0], record)) found.less[failed[0]] = (found.less[failed[0]] ?? 0) + 1;
      if (maybe && (!failed.length || failed.join() === "dates") && once("unsure", record)) found.unsure++;
      if (failed.every((one) => one === "topics")) {
        named.forEach(([slug], i) => {
          if (onTopic(this.topics[record], i) && once(`t ${i}`, record)) found.topics.set(slug, (found.topics.get(slug) ?? 0) + 1);
        });
      }
      if (failed.every((one) => one === "outlets")) {
        const outlet = this.outlets[article];
        const name = outlet ? this.head.outlets[outlet - 1] : "-";
        if (once(`o ${outlet}`, record)) found.outlets.set(name, (found.outlets.get(name) ?? 0) + 1);
      }
    }
    return found;
  }

  /** Best first: rare words weigh more, neighbours in the query that are neighbours in the text too. */
  #order(found, sought, order) {
    const rare = sought.map((clause) => Math.log(1 + this.head.records / Math.max(1, clause.at.size)));
    const newest = (a, b) => this.articleOf[b] - this.articleOf[a] || a - b;
    const score = new Map();
    const rate = (record) => {
      let sum = 0;
      sought.forEach((clause, i) => {
        const at = clause.at.get(record);
        if (!at) return;
        sum += rare[i] * at[0];
        const next = sought[i + 1]?.at.get(record);
        const step = clause.words.length;
        if (next && at.some((place, n) => n && next.includes(place + step, 1))) sum += Math.min(rare[i], rare[i + 1]) / 2;
      });
      return sum;
    };
    for (const list of [found.hits, found.heads]) {
      for (const record of list) score.set(record, Math.round(rate(record) * 100));
      list.sort(order === "new" ? newest : (a, b) => score.get(b) - score.get(a) || newest(a, b));
    }
  }

  /** Pages that the words name: actors, topics, outlets. */
  #pages(asked) {
    const words = asked.flatMap((clause) => clause.words);
    const fits = (text) => {
      const parts = tokens(text).map((t) => t.word);
      return words.length > 0 && words.every((word) => parts.some((part) => part === word || (word.length > 2 && part.startsWith(word))));
    };
    const [one, ...others] = asked;
    const named = one ? [...one.names.values()].filter((actor) => others.every((clause) => clause.names.has(actor.key))) : [];
    return {
      namedActors: named,
      namedTopics: this.head.topics.filter(([, title]) => fits(title)),
      namedOutlets: this.head.outlets.filter(fits),
    };
  }

  /** What is printed of some records; asks for the files that hold them. */
  async texts(records) {
    const firsts = this.head.texts.map(([number]) => number);
    const wanted = records.map((record) => {
      const article = this.articleOf[record];
      const at = firsts.findLastIndex((number) => number <= article);
      return [record, article, this.#files.get(`t-${firsts[at]}`, this.head.texts[at][1]), article - firsts[at]];
    });
    const found = [];
    for (const [record, article, file, place] of wanted) {
      const held = (await file).articles[place];
      const date = this.dates[article];
      const said = held.said[record - this.starts[article] - 1];
      found.push({
        article: held,
        said: said && { id: said[0], text: said[1], line: said[2], articles: said[3], texts: said[4] },
        date: date.replace("?", ""),
        sure: !date.endsWith("?"),
        outlet: this.outlets[article] ? this.head.outlets[this.outlets[article] - 1] : null,
        topics: this.head.topics.filter((_, i) => onTopic(this.topics[record], i)),
      });
    }
    return found;
  }
}
