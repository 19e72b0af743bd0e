/* Words of a text and of a query: folded, cut to what their forms share, found again in a sentence.
   Text is folded as digest/search/words.py does it. */

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ" };

/** Text as digest/search/words.py folds it; й and ў are letters of their own. */
function fold(text) {
  const apart = text.normalize("NFKD").replace(/(?<![иуИУ])\u0306|(?!\u0306)[\p{M}\p{Cf}]/gu, "");
  return apart.normalize("NFC").toLowerCase().replace(/[ßæœøłđðþıς]/g, (letter) => LETTERS[letter]);
}

/** The folded words of a text, with where each stands in it. */
export function tokens(text) {
  const from = [];
  let folded = "";
  let at = 0;
  for (const [char] of text.matchAll(/\P{M}?\p{M}*/gu)) {
    const plain = fold(char);
    for (let i = 0; i < plain.length; i++) from.push([at, at + char.length]);
    at += char.length;
    if (!plain && from.length) from.at(-1)[1] = at;
    folded += plain;
  }
  return [...folded.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0],
    start: from[match.index][0],
    end: from[match.index + match[0].length - 1][1],
  }));
}

const CYRILLIC = /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ях|ах|ов|ев|ей|ом|ем|ам|ям|ой|ый|ий|ии|ая|яя|ое|ее|ые|ие|ую|юю|ых|их|ым|им|ию|ия|ью|а|я|о|е|ы|и|у|ю|ь)$/;

/** What the forms of a word have in common; English and, by their endings, Slavic words. */
export function stem(word) {
  if (/^[Ѐ-ӿ]+$/.test(word)) {
    const short = word.replace(CYRILLIC, "");
    return short.length > 3 ? short : word;
  }
  if (!/^[a-z]{4,}$/.test(word)) return word;
  let short = word;
  if (/[^aeiou]ies$|[^aeiou]ied$/.test(short)) short = short.slice(0, -3) + "y";
  else if (/(?:s|x|z|ch|sh)es$/.test(short)) short = short.slice(0, -2);
  else if (/[^siu]s$/.test(short)) short = short.slice(0, -1);
  const bare = short.replace(/(?:ing|ed)$/, "");
  if (bare !== short && bare.length > 2 && /[aeiouy]/.test(bare) && !/eed$/.test(short)) {
    short = bare.replace(/([bdgmnprt])\1$/, "$1");
  }
  return short.length > 3 ? short.replace(/e$/, "") : short;
}

/** Taken apart: what stands in quotation marks, or hangs together, must stand so in the text. */
export function clauses(text) {
  const plain = text.replace(/[“”„«»]/g, '"');
  return [...plain.matchAll(/"([^"]*)"?|[^\s"]+/g)]
    .map((match) => ({ words: tokens(match[1] ?? match[0]).map((t) => t.word), as: match[1] ?? match[0], quoted: match[1] !== undefined }))
    .filter((clause) => clause.words.length)
    .map((clause) => ({ ...clause, exact: clause.quoted || clause.words.length > 1 }));
}

/** Changes of a letter that make one word another, up to 3. */
export function distance(a, b) {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let [before, row] = [[], [...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return Math.min(3, row[b.length]);
}

/** `text` in pieces, those that match marked: [piece, whether it matches]. */
export function marked(text, sought) {
  const words = tokens(text);
  const hit = new Set();
  for (const clause of sought) {
    const forms = new Set(clause.forms);
    words.forEach((token, i) => {
      if (!clause.exact) {
        if (forms.has(token.word)) hit.add(i);
      } else if (clause.forms.length && clause.words.every((word, k) => words[i + k]?.word === word)) {
        clause.words.forEach((_, k) => hit.add(i + k));
      }
    });
  }
  const pieces = [];
  let at = 0;
  words.forEach((token, i) => {
    if (!hit.has(i)) return;
    const joined = hit.has(i - 1) && /^\s*$/.test(text.slice(at, token.start)) && pieces.length;
    if (joined) pieces.at(-1)[0] += text.slice(at, token.end);
    else pieces.push([text.slice(at, token.start), false], [text.slice(token.start, token.end), true]);
    at = token.end;
  });
  pieces.push([text.slice(at), false]);
  return pieces.filter(([piece]) => piece);
}
