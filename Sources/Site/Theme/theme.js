// Theme switch, copy buttons and search. Pages read well without it; nothing here is needed to read a lesson.
"use strict";

// Runs while the head is read, so that a stored choice shows before the first paint.
const themes = ["auto", "light", "dark"];
const store = {
  get: () => { try { return localStorage.getItem("litgrad-theme"); } catch { return null; } },
  set: (name) => { try { localStorage.setItem("litgrad-theme", name); } catch { /* a private window: the choice lasts for this page */ } },
};
let theme = themes.includes(store.get()) ? store.get() : "auto";
const apply = () => {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};
apply();

document.addEventListener("DOMContentLoaded", () => {
  switchTheme(document.querySelector("button.theme"));
  const search = document.querySelector("search");
  if (search) searches(search);
  const current = document.querySelector(".menu [aria-current]");
  if (current && current.offsetTop > current.closest(".menu").clientHeight) current.scrollIntoView({ block: "center" });
  dress();
});

// What has to be done again when a preview puts a new text in place.
function dress() {
  for (const source of document.querySelectorAll(".source")) copies(source);
  follow(document.querySelector(".outline"));
}

function switchTheme(button) {
  if (!button) return;
  const name = button.getAttribute("aria-label");
  const show = () => {
    button.setAttribute("aria-label", `${name}: ${button.dataset[theme]}`);
    button.title = button.getAttribute("aria-label");
  };
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    store.set(theme);
    apply();
    show();
  });
}

// Without scripts a button could do nothing, so a script makes it; its words stand once on the page.
function copies(source) {
  if (!navigator.clipboard || source.querySelector(".copy")) return;
  const { copy, copied } = document.getElementById("main").dataset;
  const button = document.createElement("button");
  button.className = "copy";
  button.type = "button";
  button.textContent = copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.querySelector("code").textContent.trimEnd());
    button.textContent = copied;
    setTimeout(() => { button.textContent = copy; }, 1500);
  });
  source.append(button);
}

// Marks in the outline which section is being read: the last one whose heading has reached the upper third of the window.
let stopFollowing = () => {};
function follow(outline) {
  stopFollowing();
  const links = [...outline?.querySelectorAll("a") ?? []];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (!links.length || headings.includes(null)) return;
  const show = () => {
    const line = innerHeight / 3;
    const reached = headings.filter((heading) => heading.getBoundingClientRect().top < line).length;
    links.forEach((link, index) => index === reached - 1 ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));
  };
  let waits = false;
  const later = () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; show(); });
  };
  addEventListener("scroll", later, { passive: true });
  stopFollowing = () => removeEventListener("scroll", later);
  show();
}

// Width and case do not matter, nor does the kind of kana.
const fold = (text) => text.normalize("NFKC").toLowerCase()
  .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

// Words of letters as they are; runs of Japanese as pairs of characters, as there are no spaces to split at.
function terms(query) {
  const result = [];
  for (const run of fold(query).match(/[\u3040-\u30ff\u3400-\u9fff]+|[\p{L}\p{N}_.]+/gu) ?? []) {
    if (!/[\u3040-\u30ff\u3400-\u9fff]/.test(run) || run.length < 3) result.push(run);
    else for (let i = 0; i + 1 < run.length; i++) result.push(run.slice(i, i + 2));
  }
  return result;
}

function searches(search) {
  const input = search.querySelector("input");
  const list = search.querySelector("ul");
  let sections = null;
  let chosen = -1;

  // The index comes as a script: that works for pages opened from a folder, too.
  const load = () => {
    if (sections) return;
    sections = [];
    const script = document.createElement("script");
    script.src = search.dataset.index;
    script.onload = () => {
      sections = (window.litgradSearch ?? []).map((entry) => ({ ...entry, foldedHeading: fold(entry.heading), folded: fold(entry.text) }));
      find();
    };
    document.head.append(script);
  };

  const rank = (entry, words) => {
    let sum = 0;
    for (const word of words) {
      const score = (entry.foldedHeading.includes(word) ? 10 : 0) + Math.min(entry.folded.split(word).length - 1, 5);
      if (score === 0) return 0;
      sum += score;
    }
    return sum;
  };

  const snippet = (entry, words) => {
    const at = Math.max(0, entry.folded.indexOf(words[0]) - 40);
    const text = entry.text.slice(at, at + 140).trim();
    const line = document.createElement("small");
    const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "giu");
    text.split(pattern).forEach((part, index) => {
      const node = index % 2 ? document.createElement("mark") : document.createElement("span");
      node.textContent = part;
      line.append(node);
    });
    return line;
  };

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const item = (entry, words, index) => {
    const row = document.createElement("li");
    row.id = `found-${index}`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    const link = document.createElement("a");
    link.tabIndex = -1;
    link.href = search.dataset.root + entry.page + (entry.anchor ? `#${entry.anchor}` : "");
    const name = document.createElement("strong");
    name.textContent = entry.heading === entry.title ? entry.title : `${entry.title} › ${entry.heading}`;
    link.append(name, snippet(entry, words));
    row.append(link);
    return row;
  };

  const find = () => {
    const words = terms(input.value);
    // Before the index has come there is nothing to say; it asks again.
    if (!words.length || !window.litgradSearch) return close();
    const hits = sections.map((entry) => [rank(entry, words), entry]).filter(([score]) => score > 0).sort((a, b) => b[0] - a[0]).slice(0, 12);
    list.replaceChildren(...hits.map(([, entry], index) => item(entry, words, index)));
    if (!hits.length) {
      const row = document.createElement("li");
      row.setAttribute("role", "option");
      row.textContent = search.dataset.none;
      list.append(row);
    }
    chosen = -1;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };

  const choose = (step) => {
    const rows = [...list.querySelectorAll("li[id]")];
    if (!rows.length) return;
    chosen = (chosen + step + rows.length) % rows.length;
    rows.forEach((row, index) => row.setAttribute("aria-selected", String(index === chosen)));
    rows[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", rows[chosen].id);
  };

  search.hidden = false;
  input.addEventListener("focus", load);
  input.addEventListener("input", () => { load(); find(); });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") choose(1);
    else if (event.key === "ArrowUp") choose(-1);
    else if (event.key === "Enter") (list.querySelectorAll("a")[Math.max(chosen, 0)])?.click();
    else if (event.key === "Escape") { input.value = ""; close(); return; }
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => { if (!search.contains(event.target)) close(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    input.select();
    input.focus();
  });
}
