import PDFDocument from "pdfkit";
import { facesOf } from "../faces.server.ts";
import { beginningOf, runsOf } from "../letters.server.ts";
import { type Ink, inks, type Picture, type Place, type Shape, type Written } from "../picture.ts";
import { hatchOf } from "../svg.server.ts";

export type Pdf = InstanceType<typeof PDFDocument>;

/** A4 in points, and what is left free around the text. */
export const A4 = { width: 595.28, height: 841.89, side: 48, top: 52, bottom: 60 };
export const COLUMN = A4.width - 2 * A4.side;

/** What an element of the structure may say of itself; the library knows more of it than its types do. */
export interface Told extends PDFKit.Mixins.StructureElementOptions {
  readonly scope?: "Column" | "Row";
  readonly bbox?: readonly [left: number, top: number, right: number, bottom: number];
}

interface Described {
  readonly title: string;
  readonly language: string;
  readonly now: Date;
}

/** A document that says its language and its title, and whose every text is in an embedded typeface. */
export function newPdf({ title, language, now }: Described): Pdf {
  const options = {
    size: "A4",
    margin: 0,
    pdfVersion: "1.7",
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    // Without this the library brings a typeface of its own, which is not embedded.
    font: "",
    info: {
      Title: title,
      Author: "Frontline Barometer",
      Creator: "Frontline Barometer",
      CreationDate: now,
    },
  } as const;
  const pdf = new PDFDocument(options);
  for (const bold of [false, true]) {
    for (const { name, file } of facesOf(bold)) pdf.registerFont(name, file);
  }
  return pdf;
}

/** One line of text, in as many files of the typeface as it needs. Signs are drawn, and named for who listens. */
export function writeLine(pdf: Pdf, written: Written): void {
  let x = beginningOf(written);
  const [, y] = written.at;
  pdf.fillColor(inks[written.ink]);
  const runs = runsOf(written.text, written);
  for (const [index, run] of runs.entries()) {
    if ("sign" in run) {
      const scale = written.size / 1000;
      pdf.markContent("Span", { actual: run.text });
      for (const places of run.sign.contours) {
        tracePath(
          pdf,
          places.map(([a, b]): Place => [x + a * scale, y - b * scale]),
        );
        pdf.closePath();
      }
      pdf.fill(inks[written.ink]);
      pdf.endMarkedContent();
    } else {
      pdf.font(run.face.name).fontSize(written.size);
      pdf.text(run.text, x, y, { lineBreak: false, baseline: "alphabetic" });
    }
    if (index < runs.length - 1) x += run.width;
  }
}

/** A picture with its top left corner here, so much smaller. */
export function drawPicture(pdf: Pdf, { shapes }: Picture, [x, y]: Place, scale: number): void {
  pdf.save();
  pdf.translate(x, y).scale(scale);
  for (const shape of shapes) drawShape(pdf, shape);
  pdf.restore();
}

function drawShape(pdf: Pdf, shape: Shape): void {
  switch (shape.kind) {
    case "text":
      writeLine(pdf, shape);
      return;
    case "line":
      tracePath(pdf, [shape.from, shape.to]);
      break;
    case "path":
      tracePath(pdf, shape.places);
      break;
    case "area":
      tracePath(pdf, shape.places);
      pdf.closePath().fill(inks[shape.fill]);
      return;
    case "hatch":
      for (const places of hatchOf(shape)) tracePath(pdf, places);
      pdf.lineWidth(1.5).undash().stroke(inks["hatch-ink"]);
      return;
    case "box":
      if (shape.round) pdf.roundedRect(shape.x, shape.y, shape.width, shape.height, shape.round);
      else pdf.rect(shape.x, shape.y, shape.width, shape.height);
      break;
    case "disc":
      pdf.circle(shape.at[0], shape.at[1], shape.r);
      break;
  }
  paint(pdf, shape);
}

function paint(pdf: Pdf, shape: Shape): void {
  const fill: Ink | undefined = "fill" in shape ? shape.fill : undefined;
  const stroke = "stroke" in shape ? shape.stroke : undefined;
  if (stroke === undefined) {
    if (fill !== undefined) pdf.fill(inks[fill]);
    return;
  }
  pdf.lineWidth(stroke.wide).lineJoin("round");
  if (stroke.dashes === undefined) pdf.undash();
  else pdf.dash(stroke.dashes[0], { space: stroke.dashes[1] });
  if (fill === undefined) pdf.stroke(inks[stroke.ink]);
  else pdf.fillAndStroke(inks[fill], inks[stroke.ink]);
}

function tracePath(pdf: Pdf, places: readonly Place[]): void {
  for (const [index, [x, y]] of places.entries()) {
    if (index === 0) pdf.moveTo(x, y);
    else pdf.lineTo(x, y);
  }
}
