"use strict";
// A report with its passages marked in colour by field.
(function (W) {
  const KINDS = ["trigger", "speaker", "initiator", "target", "place", "when", "tally", "other"];
  W.KIND_NAMES = { trigger: "what happened", speaker: "who says so", initiator: "who did it", target: "to whom", place: "where", when: "when", tally: "how many", other: "other" };
  const kindOf = (field) => KINDS.includes(field) ? field : "other";

  // The text cut where a passage begins or ends; of several passages over a piece the shortest colours it.
  W.marked = (report, claims) => {
    const passages = [];
    for (const index of claims) {
      for (const [at, passage] of W.data.claims[index].passages.entries()) {
        if (passage.length === 3) passages.push({ field: passage[0], start: passage[1], end: passage[2], key: index + "-" + at });
      }
    }
    // The title stands over the text already; it is repeated only where a passage lies in it.
    const body0 = W.data.reports[report].body, begin = passages.some((p) => p.start < body0) ? 0 : body0;
    const cuts = [...new Set([begin, W.lengthOf(report), ...passages.flatMap((p) => [p.start, p.end])])].sort((a, b) => a - b);
    const starts = passages.sort((a, b) => (a.end - a.start) - (b.end - b.start));
    const told = new Set();
    const body = W.el("div", { class: "text", dir: "auto", lang: W.data.reports[report].language });
    for (let i = 0; i + 1 < cuts.length; i++) {
      const text = W.slice(report, cuts[i], cuts[i + 1]);
      const over = starts.filter((p) => p.start <= cuts[i] && p.end >= cuts[i + 1]);
      const inner = over.find((p) => p.field !== "sentence");
      const keys = over.filter((p) => !told.has(p.key) && p.start === cuts[i]).map((p) => { told.add(p.key); return p.key; });
      if (!over.length) body.append(text);
      else if (!inner) body.append(W.el("span", { class: "sentence", "data-keys": keys.join(" ") }, text));
      else body.append(W.el("mark", { class: "field " + kindOf(inner.field) + (over.some((p) => p.field === "sentence") ? " sentence" : ""), title: W.KIND_NAMES[kindOf(inner.field)], "data-keys": keys.join(" ") }, text));
    }
    return body;
  };

  W.reportHead = (report) => [
    W.bdi(report.title || "(no title)", { class: "title" }),
    W.el("span", { class: "source" }, W.bdi(report.outlet || "outlet not known"), report.published ? [", ", W.el("time", { datetime: report.published }, W.dayWords(report.published))] : ", no date"),
  ];

  W.reportLink = (report) => report.url && W.el("a", { class: "outside", href: report.url, target: "_blank", rel: "noopener noreferrer external" }, "The original, on the web ↗");

  // A claim of no incident, shown in its report over the list.
  W.openReport = (index) => {
    const claim = W.data.claims[index], report = W.data.reports[claim.report];
    const sheet = W.el("dialog", { class: "sheet", "aria-label": "Report" },
      W.el("form", { method: "dialog" }, W.el("button", { class: "close", "aria-label": "Close" }, "✕")),
      W.el("h2", {}, W.reportHead(report)), W.marked(claim.report, [index]), W.reportLink(report));
    sheet.addEventListener("close", () => sheet.remove());
    document.body.append(sheet);
    sheet.showModal();
  };
})(Warledger);
