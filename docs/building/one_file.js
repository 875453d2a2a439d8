// Show only the parts of the reference that contain every word that is sought.
const box = document.querySelector("search");
const sought = document.querySelector("#sought");
const told = document.querySelector("output");

// The smallest parts that make sense alone: a member, a rule, a code, a row.
const kinds = [
  "main section, main tr, main dl:not(.facts) > dt",
  'main article:not([id*="-"]) section > ul > li', // the lists of records, codelists and rules
];
const parts = [...document.querySelectorAll(kinds.join())]
  .filter((part) => !part.querySelector(kinds.join()) && !part.closest("thead"))
  .map((part) => {
    const meaning = part.matches("dt") ? part.nextElementSibling : null;
    const page = part.closest("article").querySelector("h2").textContent;
    const text = `${page} ${part.textContent} ${meaning?.textContent ?? ""}`.toLowerCase();
    return { part, meaning, text };
  });
const around = [...document.querySelectorAll("main article, main section")];

const show = () => {
  const words = sought.value.toLowerCase().split(/\s+/).filter(Boolean);
  document.body.classList.toggle("searching", words.length > 0);
  let found = 0;
  for (const { part, meaning, text } of parts) {
    const fits = words.every((word) => text.includes(word));
    part.hidden = !fits;
    if (meaning) meaning.hidden = !fits;
    found += fits;
  }
  const shown = new Set();
  for (const { part } of parts) {
    for (let each = part.hidden ? null : part; each; each = each.parentElement.closest("article, section")) shown.add(each);
  }
  for (const each of around) each.hidden = words.length > 0 && !shown.has(each);
  told.value = words.length ? `${found} of ${parts.length} places` : "";
};

sought.addEventListener("input", show);
// A link leads to a place that the search may have hidden.
addEventListener("hashchange", () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.closest("[hidden]") || target?.hidden) {
    sought.value = "";
    show();
    target.scrollIntoView();
  }
});
box.hidden = false;
