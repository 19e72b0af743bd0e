/* Conveniences; every page reads the same without them. */
"use strict";
{
  /* Where the tabs are wider than the page, bring the present one into view. */
  const here = document.querySelector(".tabs [aria-current]");
  if (here) {
    const list = here.closest("ul");
    const [tab, row] = [here.getBoundingClientRect(), list.getBoundingClientRect()];
    if (tab.right > row.right - tab.height) list.scrollLeft = tab.left - row.left - row.width / 3;
  }
}
{
  const kick = document.querySelector(".digest.article > p > .kick");
  /* Copy a sentence with its source, as one would cite it. */
  for (const quote of document.querySelectorAll(".digest.article .extract q.s[id]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "copy with source";
    button.addEventListener("click", async () => {
      const outlet = kick.textContent.split(" · ")[1].trim();
      const date = kick.querySelector("time")?.textContent ?? "no date";
      const place = `${location.origin}${location.pathname}#${quote.id}`;
      try {
        await navigator.clipboard.writeText(`“${quote.textContent}” (${outlet}, ${date}) ${place}`);
        button.textContent = "copied";
      } catch {
        location.hash = quote.id;
        button.textContent = "not allowed here: copy the address";
      }
    });
    quote.parentNode.querySelector("small")?.append(button);
  }
  /* A search hit opens at the sentence that has the words. */
  const words = new URLSearchParams(location.search).get("h");
  if (words && !location.hash) {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const has = (quote) => wanted.filter((word) => quote.textContent.toLowerCase().includes(word)).length;
    const quotes = [...document.querySelectorAll(".digest.article .extract q.s[id]")];
    const best = quotes.reduce((a, b) => (has(b) > has(a) ? b : a), quotes[0]);
    if (best && has(best)) {
      best.classList.add("found");
      best.scrollIntoView({ block: "center" });
    }
  }
}
