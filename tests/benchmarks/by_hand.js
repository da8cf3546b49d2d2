// Writes slides of a title and six bullets with PptxGenJS, as by_hand.py does: node by_hand.js TEXTS FILE.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const PptxGenJS = createRequire(`${process.cwd()}/`)("pptxgenjs");

const [texts, path] = process.argv.slice(2);
const presentation = new PptxGenJS();
for (const [title, items] of JSON.parse(readFileSync(texts, "utf8"))) {
  const slide = presentation.addSlide();
  slide.addText(title, { x: 0.5, y: 0.3, w: 9, h: 0.8, fontSize: 28, bold: true });
  const bullets = items.map((text) => ({ text, options: { bullet: true, breakLine: true } }));
  slide.addText(bullets, { x: 0.5, y: 1.3, w: 9, h: 3.9, fontSize: 18 });
}
presentation.writeFile({ fileName: path });
