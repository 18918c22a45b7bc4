"use strict";
// Building blocks of the page. Texts are only ever set as text, never parsed as HTML.
const Warledger = {};
(function (W) {
  const SVG = document.getElementById("canvas").namespaceURI;

  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? "" : String(value));
    }
    for (const child of children.flat(Infinity)) {
      if (child !== null && child !== undefined && child !== false) node.append(child);
    }
    return node;
  }

  W.el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
  W.svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
  W.byId = (id) => document.getElementById(id);
  W.clear = (node, ...children) => { node.replaceChildren(...children.flat(Infinity).filter(Boolean)); return node; };

  // A text of a report: its writing direction and its marks of direction end with it.
  W.bdi = (text, attributes) => W.el("bdi", attributes, text === null || text === undefined ? "" : String(text));

  // Tells people who cannot see the change what has changed.
  W.say = (text) => { W.byId("said").textContent = text; };

  W.plural = (n, noun) => n.toLocaleString("en") + " " + noun + (n === 1 ? "" : "s");

  W.soon = (work) => {
    let asked = false;
    return () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => { asked = false; work(); });
    };
  };

  W.later = (work, wait) => {
    let timer = 0;
    return (...given) => { clearTimeout(timer); timer = setTimeout(() => work(...given), wait); };
  };

  // Days are whole numbers since 1970 in UTC: the reader's time zone plays no part.
  const DAY = 86400000;
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  W.dayOf = (iso) => {
    const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso || "");
    return found ? Math.round(Date.UTC(+found[1], +found[2] - 1, +found[3]) / DAY) : null;
  };
  W.isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  W.dayWords = (iso) => {
    const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso || "");
    return found ? +found[3] + " " + MONTHS[+found[2] - 1] + " " + found[1] : iso || "";
  };
  W.shortDay = (iso) => {
    const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso || "");
    return found ? +found[3] + " " + MONTHS[+found[2] - 1] : iso || "";
  };
  W.spanWords = (start, end) => {
    if (!start) return "";
    if (!end || end === start) return W.dayWords(start);
    return (start.slice(0, 4) === end.slice(0, 4) ? W.shortDay(start) : W.dayWords(start)) + " to " + W.dayWords(end);
  };
})(Warledger);
