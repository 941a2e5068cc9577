
// The preview: waits for news of the course and puts the new page in place of the old one, where the reader is.
document.addEventListener("DOMContentLoaded", () => watch());

async function watch() {
  let version = "";
  for (;;) {
    try {
      const answer = await fetch(`/.litgrad/version?after=${version}`, { cache: "no-store" });
      const next = await answer.text();
      if (answer.ok && version && next !== version) await refresh();
      if (answer.ok) version = next;
      else await pause(500);
    } catch {
      // The preview has ended or starts again.
      await pause(500);
    }
  }
}

const pause = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

// Takes over what is shown and keeps the frame around it: the place, the search and the opened tables stay.
async function refresh() {
  const answer = await fetch(location.pathname, { cache: "no-store" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.querySelector("link[rel=stylesheet]")?.getAttribute("href") !== document.querySelector("link[rel=stylesheet]")?.getAttribute("href")) {
    location.reload();
    return;
  }
  const opened = [...document.querySelectorAll("details[open]")].map((details) => details.closest("[id]")?.id);
  document.title = page.title;
  document.getElementById("problems")?.remove();
  const problems = page.getElementById("problems");
  if (problems) document.body.prepend(problems);
  for (const part of ["main", ".menu", ".outline"]) {
    const fresh = page.querySelector(part);
    const old = document.querySelector(part);
    if (fresh && old && fresh.innerHTML !== old.innerHTML) old.replaceChildren(...fresh.childNodes);
  }
  for (const id of opened) document.getElementById(id)?.querySelectorAll("details").forEach((details) => { details.open = true; });
  dress();
}
