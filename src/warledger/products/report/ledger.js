"use strict";
// The data of the page, parsed once, with look-ups by id.
(function (W) {
  const data = JSON.parse(document.getElementById("data").textContent);
  W.data = data;
  W.byIncident = new Map(data.incidents.map((incident, index) => [incident.id, index]));

  for (const incident of data.incidents) {
    incident.from = W.dayOf(incident.start);
    incident.to = W.dayOf(incident.end) ?? incident.from;
    incident.single = incident.origins <= 1;
  }

  // Offsets count code points, strings of a browser count UTF-16 units: most texts are the same in both.
  const points = new Map();
  W.slice = (report, start, end) => {
    let text = points.get(report);
    if (text === undefined) {
      const raw = data.reports[report].text || "";
      text = /[\ud800-\udbff]/.test(raw) ? Array.from(raw) : raw;
      points.set(report, text);
    }
    const part = text.slice(start, end);
    return typeof part === "string" ? part : part.join("");
  };
  W.lengthOf = (report) => { W.slice(report, 0, 0); return points.get(report).length; };

  // The words of a passage: in the report's text, or carried by the passage where the text is not here.
  W.quote = (claim, passage) => passage.length > 3 ? passage[3] : W.slice(claim.report, passage[1], passage[2]);
  W.sentence = (claim) => claim.passages.find((passage) => passage[0] === "sentence") || null;
  W.chainWords = (chain) => chain.join(" ← ");

  // What a search looks through: the incident's own words and the sentences and titles behind its claims.
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en");
  W.plain = plain;
  const hay = new Map();
  W.haystack = (incident) => {
    let text = hay.get(incident.id);
    if (text === undefined) {
      const parts = [incident.id, incident.act, incident.code, incident.place ? incident.place.name : "",
        incident.place && incident.place.admin1 || "", ...incident.who, ...incident.outletNames,
        ...incident.speakers.map((speaker) => data.speakers[speaker])];
      for (const index of incident.claims) {
        const claim = data.claims[index];
        const sentence = W.sentence(claim);
        if (sentence) parts.push(W.quote(claim, sentence));
        parts.push(...claim.chain);
        if (claim.report !== null) parts.push(data.reports[claim.report].title);
      }
      text = plain(parts.join("\n"));
      hay.set(incident.id, text);
    }
    return text;
  };
})(Warledger);
