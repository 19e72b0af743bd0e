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
  /* Light or dark: what the system says until the reader wants the other; back at the system's, its
     word is followed again. */
  const press = () => document.querySelector(".scheme")?.setAttribute("aria-pressed", document.body.dataset.mdColorScheme === "slate");
  document.querySelector(".scheme")?.addEventListener("click", () => {
    const next = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
    scheme.show(next);
    press();
    try {
      if (next === scheme.system()) localStorage.removeItem(scheme.key);
      else localStorage.setItem(scheme.key, next);
    } catch {
      /* A browser that keeps nothing: the choice holds for this page. */
    }
  });
  scheme.dark.addEventListener("change", () => {
    scheme.show(scheme.kept() ?? scheme.system());
    press();
  });
  press();
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
}
/* Paper shows what is folded; a browser that cannot say so in its style is told here. */
{
  const folded = () => document.querySelectorAll("details:not([open])");
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...folded()];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
}
/* The ledger: sorted by its headings, sifted by words. */
{
  const tables = [...document.querySelectorAll(".digest.ledger .sums table")];
  const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);
  if (rows.length > 1) {
    const box = document.createElement("p");
    box.className = "sift";
    const label = box.appendChild(document.createElement("label"));
    label.textContent = "Only rows with ";
    const input = label.appendChild(document.createElement("input"));
    input.type = "search";
    const told = box.appendChild(document.createElement("output"));
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const row of rows) row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
      for (const table of tables) table.closest("section").hidden = ![...table.tBodies[0].rows].some((row) => !row.hidden);
      told.textContent = words.length ? `${rows.filter((row) => !row.hidden).length} of ${rows.length} rows` : "";
    });
    tables[0].closest("section").before(box);
  }
  const keys = [
    (row) => Number(row.cells[0].querySelector("data").value),
    (row) => row.cells[1].textContent.trim().toLowerCase(),
    (row) => row.cells[2].querySelector("cite time")?.dateTime ?? "",
  ];
  for (const table of tables) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = place === 2 ? "The sentence, by date" : head.textContent;
      head.replaceChildren(button);
      if (place === 0) head.setAttribute("aria-sort", "descending");
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") === "descending" ? 1 : -1;
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", up > 0 ? "ascending" : "descending");
        const order = (a, b) => (keys[place](a) < keys[place](b) ? -up : keys[place](a) > keys[place](b) ? up : 0);
        table.tBodies[0].append(...[...table.tBodies[0].rows].sort(order));
      });
    });
  }
}
/* Search: the masthead's link leads to its page; here it opens in place. Its script, its style and
   the index come with the first use. */
{
  const link = document.querySelector(".search-open");
  const own = document.querySelector(".digest.search");
  const assets = document.currentScript.src;
  let box, input;
  /* A browser takes the focus out of a closed dialog only when it draws next: keys come before. */
  const close = () => {
    box.close();
    if (box.contains(document.activeElement)) document.activeElement.blur();
  };
  const build = () => {
    const make = (tag, given, ...within) => {
      const made = Object.assign(document.createElement(tag), given);
      made.append(...within);
      return made;
    };
    input = make("input", { type: "text", name: "q", className: "find-input", autocomplete: "off", spellcheck: false, maxLength: 200, placeholder: link.textContent.replace("/", "") });
    for (const [name, value] of [["aria-label", "Words to search for"], ["autocapitalize", "off"], ["enterkeyhint", "search"]]) input.setAttribute(name, value);
    const shut = make("button", { type: "button", className: "find-shut", title: "Close" }, "Esc");
    shut.addEventListener("click", close);
    const form = make("form", { className: "find-box", role: "search" }, input, shut);
    box = make("dialog", { className: "find" }, form);
    box.setAttribute("aria-label", "Search");
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      close();
    });
    document.body.append(box, make("link", { rel: "stylesheet", href: new URL("search.css", assets).href }));
    import(new URL("search.js", assets).href).then((search) => search.attach(box, form, input)).catch(() => location.assign(link.href));
  };
  const open = () => {
    const there = own?.querySelector(".find-input");
    if (there) {
      there.focus();
      there.select();
      return;
    }
    if (!box) build();
    if (!box.open) box.showModal();
    input.focus();
    input.select();
  };
  link?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable], dialog");
    if (!link || typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s", "f"].includes(event.key)) return;
    event.preventDefault();
    open();
  });
}
