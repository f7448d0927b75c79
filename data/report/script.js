"use strict";
// Tables that sort: the headers become buttons. Without this script the tables are as they were written.
(() => {
  const said = document.getElementById("said");
  const { up, down } = document.body.dataset;
  const language = new Intl.Collator(document.documentElement.lang, { numeric: true });

  // Numbers by data-v, texts by the rules of the page's language.
  const compare = (place) => (one, other) => {
    const [a, b] = [one.cells[place], other.cells[place]];
    return "v" in a.dataset ? a.dataset.v - b.dataset.v : language.compare(a.textContent, b.textContent);
  };

  const sort = (table, head) => {
    const body = table.tBodies[0];
    const first = body.rows[0].cells[head.cellIndex];
    const number = "v" in first.dataset && first.tagName === "TD";
    const before = head.getAttribute("aria-sort");
    const rising = before ? before === "descending" : !number;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", rising ? "ascending" : "descending");
    const rows = [...body.rows].sort(compare(head.cellIndex));
    body.append(...(rising ? rows : rows.reverse()));
    said.textContent = (rising ? up : down).replace("{}", () => head.textContent);
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    if (table.tBodies[0].rows.length < 2) continue;
    for (const head of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, head));
      head.append(button);
    }
  }

  // On paper nothing can be opened, and what is too wide for it stays away.
  const closed = () => document.querySelectorAll("details:not([open], .wide)");
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...closed()];
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
  });
})();
