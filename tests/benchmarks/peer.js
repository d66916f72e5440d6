// The chapter with npm `docx` or `carbone`, in a process that stays: a line in makes a document, its size comes out.
// Usage: node peer.js docx|carbone CONTENT.json [TEMPLATE.docx]; the packages are looked for in the working folder.
const { createRequire } = require("module");
const fs = require("fs");
const readline = require("readline");
const from = createRequire(process.cwd() + "/");
const [tool, contentFile, template] = process.argv.slice(2);
const lines = JSON.parse(fs.readFileSync(contentFile, "utf8"));

function withDocx() {
  const d = from("docx");
  const levels = [1, 2, 3, 4, 5, 6].map((n) => d.HeadingLevel["HEADING_" + n]);
  const runs = (parts) => parts.map((p) => new d.TextRun({ text: p.text, bold: p.bold, italics: p.italics }));
  const cell = (text) => new d.TableCell({ children: text.split("\n").map((t) => new d.Paragraph(t)) });
  const row = (texts, head) => new d.TableRow({ tableHeader: head, children: texts.map(cell) });
  const box = { top: { style: "single", size: 4, space: 1, color: "154273" } };
  const write = {
    heading: (l) => [new d.Paragraph({ text: l.text, heading: levels[l.level - 1] })],
    text: (l) => [new d.Paragraph({ children: runs(l.runs) })],
    item: (l) => [new d.Paragraph({ children: runs(l.runs), bullet: { level: 0 } })],
    table: (l) => [
      new d.Paragraph({ text: l.caption, style: "Caption" }),
      new d.Table({ rows: [row(l.heads, true), ...l.rows.map((r) => row(r, false))] }),
    ],
    box: (l) => [
      new d.Paragraph({ text: l.title, border: box }),
      new d.Paragraph({ text: l.source }),
      ...l.texts.map((t) => new d.Paragraph({ children: runs(t) })),
    ],
  };
  return () => d.Packer.toBuffer(new d.Document({ sections: [{ children: lines.flatMap((l) => write[l.kind](l)) }] }));
}

function withCarbone() {
  const carbone = from("carbone");
  const words = (parts) => parts.map((p) => p.text).join("");
  const sections = [];
  for (const l of lines) {
    if (l.kind === "heading") sections.push({ title: l.text, p: [], r: [] });
    else if (l.kind === "table") for (const r of [l.heads, ...l.rows]) sections.at(-1).r.push({ a: r[0], b: r[1], c: r[2] || "", d: r[3] || "", e: r[4] || "" });
    else if (l.kind === "box") sections.at(-1).p.push({ t: l.title }, { t: l.source }, ...l.texts.map((t) => ({ t: words(t) })));
    else sections.at(-1).p.push({ t: words(l.runs) });
  }
  return () => new Promise((done, failed) => carbone.render(template, { s: sections }, (e, r) => (e ? failed(e) : done(r))));
}

const make = tool === "docx" ? withDocx() : withCarbone();
readline.createInterface({ input: process.stdin }).on("line", async (out) => {
  const made = await make();
  if (out) fs.writeFileSync(out, made);
  console.log(made.length);
});
