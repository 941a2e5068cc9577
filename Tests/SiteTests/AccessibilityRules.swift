// AccessibilityRules: what WCAG 2.2 AA asks of a page as far as a machine can tell, written for the page itself.

/// Rules about a page that is open in a browser.
enum AccessibilityRules {
    /// An expression whose value is the list of the page's faults: the rule and the beginning of the element.
    static let faults = """
        (() => {
          const faults = [];
          const say = (rule, node) => faults.push(rule + ": " + node.outerHTML.slice(0, 140));
          const all = (selector, from = document) => [...from.querySelectorAll(selector)];
          const isShown = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
          const byID = (ids) => ids.split(/\\s+/).filter(Boolean).map((id) => document.getElementById(id));
          const name = (node) => [node.getAttribute("aria-label"), ...byID(node.getAttribute("aria-labelledby") ?? "").map((other) => other?.textContent),
            node.textContent, node.getAttribute("alt"), node.getAttribute("title")].filter(Boolean).join(" ").trim();

          if (!document.documentElement.lang) say("language", document.documentElement);
          if (!document.title.trim()) say("title", document.head);
          if (all("main").length !== 1) say("one main", document.body);
          if (all("h1").length !== 1) say("one h1", document.body);
          let level = 0;
          for (const heading of all("h1, h2, h3, h4, h5, h6")) {
            const own = Number(heading.tagName[1]);
            if (own > level + 1) say("heading order", heading);
            level = own;
          }
          const seen = new Set();
          for (const node of all("[id]")) {
            if (seen.has(node.id)) say("unique id", node);
            seen.add(node.id);
          }
          for (const node of all("a[href], button, input, summary, [role=img], [role=group], [role=listbox], nav")) {
            if (isShown(node) && !node.closest("[aria-hidden=true]") && !name(node)) say("name", node);
          }
          for (const node of all("img:not([alt])")) say("alternative text", node);
          for (const node of all("th")) if (!node.textContent.trim()) say("empty header", node);
          for (const node of all("ul, ol")) if ([...node.children].some((child) => child.tagName !== "LI")) say("list", node);
          for (const node of all("[tabindex]")) if (node.tabIndex > 0) say("tab order", node);
          for (const attribute of ["aria-labelledby", "aria-controls", "aria-describedby"]) {
            for (const node of all(`[${attribute}]`)) if (byID(node.getAttribute(attribute)).includes(null)) say(attribute, node);
          }
          for (const link of all("a[href^='#']")) if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) say("anchor", link);
          const names = all("nav").map(name);
          for (const node of all("nav")) if (names.filter((other) => other === name(node)).length > 1) say("names of landmarks", node);
          for (const node of document.body.children) {
            if (isShown(node) && node.textContent.trim() && !node.matches(".skip, #problems") && !node.matches("header, main, nav, footer, search")
              && !node.querySelector("main")) say("landmark", node);
          }

          // What scrolls can be reached by the keyboard.
          for (const node of all("body *")) {
            const style = getComputedStyle(node);
            const scrolls = (/auto|scroll/.test(style.overflowX) && node.scrollWidth > node.clientWidth + 1)
              || (/auto|scroll/.test(style.overflowY) && node.scrollHeight > node.clientHeight + 1);
            if (scrolls && isShown(node) && node.tabIndex < 0 && !node.querySelector("a[href], button, input, [tabindex='0']")) say("scrolled by keys", node);
          }

          // What is pressed is large enough, unless it stands in running text.
          for (const node of all("button, input, summary, nav a[href], header a[href]")) {
            const box = node.getBoundingClientRect();
            if (isShown(node) && box.width > 0 && (box.width < 24 || box.height < 20) && !node.closest(".trail, .skip")) say("size", node);
          }

          // Words stand out from their ground.
          const parts = (color) => {
            const numbers = (color.match(/-?[\\d.]+(e-?\\d+)?/g) ?? []).map(Number);
            const unit = color.startsWith("color(") ? 1 : 255;
            return [...numbers.slice(0, 3).map((value) => value / unit), numbers[3] ?? 1];
          };
          const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
          const ground = (node) => {
            const own = parts(getComputedStyle(node).backgroundColor);
            if (own[3] === 1 || node === document.documentElement) return own[3] === 1 ? own : [1, 1, 1, 1];
            return over(own, ground(node.parentElement));
          };
          const luminance = (color) => {
            const [r, g, b] = color.slice(0, 3).map((share) => share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (words.nextNode()) {
            const node = words.currentNode.parentElement;
            if (!words.currentNode.data.trim() || node.closest("svg, [aria-hidden=true], .waits, script, style") || !isShown(node)) continue;
            const style = getComputedStyle(node);
            const below = ground(node);
            const [a, b] = [luminance(over(parts(style.color), below)), luminance(below)].sort((x, y) => y - x);
            const size = parseFloat(style.fontSize);
            const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
            if ((a + 0.05) / (b + 0.05) < (isLarge ? 3 : 4.5)) say("contrast " + ((a + 0.05) / (b + 0.05)).toFixed(2), node);
          }
          return faults;
        })()
        """
}
