/* The files of the index: asked for once, numbers taken out of their letters. */

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const VALUES = new Uint8Array(128);
[...DIGITS].forEach((digit, value) => (VALUES[digit.charCodeAt(0)] = value));

/** Numbers as `encode` of digest/search/index.py wrote them. */
export function decode(text) {
  const found = [];
  for (let i = 0, number = 0, shift = 0; i < text.length; i++) {
    const value = VALUES[text.charCodeAt(i)];
    number += (value & 31) * 2 ** shift;
    shift += 5;
    if (value < 32) {
      found.push(number);
      number = shift = 0;
    }
  }
  return found;
}

export class Files {
  #root;
  #asked = new Map();

  constructor(root) {
    this.#root = root;
  }

  /** A file, asked for once; its hash is part of the address, so that no cache mixes two builds. */
  get(name, hash) {
    if (!this.#asked.has(name)) {
      const address = new URL(`search/${name}.json${hash ? `?v=${hash}` : ""}`, this.#root);
      const asked = fetch(address, hash ? {} : { cache: "no-cache" }).then((answer) => {
        if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
        return answer.json();
      });
      this.#asked.set(name, asked);
      asked.catch(() => this.#asked.delete(name));
    }
    return this.#asked.get(name);
  }
}
