/** One unit of a page's text: a line, or a paragraph whose lines were wrapped. */
export interface Line {
  /** Without surrounding space and list marker; `page.slice(start, end) === text`. */
  text: string;
  start: number;
  end: number;
  /** It stood behind a bullet or a number, or was indented like the text of a list item. */
  item: boolean;
  /** A blank line stands before it. */
  apart: boolean;
  /** What the page's markup says it is; absent in a dump, which has none. */
  markup?: 'heading' | 'caption';
}

const MARKER = /^(?:[•·▪‣◦●■□▶►※]|[-*–](?=\s)|\(?\d{1,2}[.)](?=\s))\s*/;
const INDENT = /^(?: {3,}|\t+)\S/;

/** "date 2020-01-10 Nuclear talks…": a labelled date that the page's layout had on a line of its own. */
const GLUED_DATE =
  /^\s*(?:date|published|posted|updated)\s*:?\s*\d{4}-\d{2}(?:-\d{2})?\s+(?=\S.{30})/i;

/** "ⓒ YONHAP NewsEnvoys of both states…": the credit of a picture that stood over the paragraph. */
const GLUED_CREDIT =
  /^\s*[©ⓒ]\s*(?:AP|AFP|EPA|UPI|Reuters|Getty Images|KBS(?: News)?|Yonhap(?: News)?)\s*(?=\p{Lu}.{40})/iu;

/** Splits the text of a page into lines, or into paragraphs where its lines are wrapped. */
export function splitLines(page: string): Line[] {
  const wrapped = isWrapped(page);
  const lines: Line[] = [];
  let apart = true;
  for (const { text, start } of rawUnits(page, wrapped)) {
    if (!text.trim()) {
      apart = true;
      continue;
    }
    for (const piece of unglue(text, start)) lines.push(toLine(piece.text, piece.start, apart));
    apart = false;
  }
  return lines;
}

function rawUnits(page: string, wrapped: boolean): { text: string; start: number }[] {
  const pattern = wrapped ? /\n[^\S\n]*(?:\n|$)/g : /\n/g;
  const units: { text: string; start: number }[] = [];
  let start = 0;
  for (const { index, 0: gap } of page.matchAll(pattern)) {
    units.push(...paragraphOrLines(page.slice(start, index), start));
    // A gap between wrapped paragraphs is a blank line of its own.
    if (wrapped) units.push({ text: '', start: index });
    start = index + gap.length;
  }
  return [...units, ...paragraphOrLines(page.slice(start), start)];
}

/** Short lines that stand together on a wrapped page (byline, date, place) are no paragraph. */
function paragraphOrLines(text: string, start: number): { text: string; start: number }[] {
  const lines = text.split('\n');
  if (lines.length < 2 || lines.slice(0, -1).every((line) => line.length >= WRAP_COLUMNS.min))
    return [{ text, start }];
  let at = start;
  return lines.map((line) => {
    const unit = { text: line, start: at };
    at += line.length + 1;
    return unit;
  });
}

function unglue(text: string, start: number): { text: string; start: number }[] {
  const length = (GLUED_DATE.exec(text) ?? GLUED_CREDIT.exec(text))?.[0].length ?? 0;
  if (length === 0) return [{ text, start }];
  return [
    { text: text.slice(0, length), start },
    { text: text.slice(length), start: start + length },
  ];
}

function toLine(raw: string, rawStart: number, apart: boolean): Line {
  const lead = raw.length - raw.trimStart().length;
  const marker = MARKER.exec(raw.slice(lead))?.[0].length ?? 0;
  const text = raw.slice(lead + marker).trim();
  const start = rawStart + lead + marker;
  // A line that is nothing but its marker stays as it is.
  if (!text)
    return {
      text: raw.trim(),
      start: rawStart + lead,
      end: rawStart + lead + raw.trim().length,
      item: true,
      apart,
    };
  return { text, start, end: start + text.length, item: marker > 0 || INDENT.test(raw), apart };
}

/** Columns within which wrapped lines end. */
const WRAP_COLUMNS = { min: 50, max: 100 };

/** Whether lines end where a column does rather than where a paragraph does: most then go on in the next line. */
function isWrapped(page: string): boolean {
  const lines = page.split('\n').map((line) => line.trimEnd());
  let full = 0;
  let continued = 0;
  lines.forEach((line, index) => {
    if (line.length < WRAP_COLUMNS.min) return;
    full++;
    const goesOn = !/[.!?:"”'’)\]]$/.test(line) && (lines[index + 1] ?? '') !== '';
    if (line.length <= WRAP_COLUMNS.max && goesOn) continued++;
  });
  return full >= 6 && continued > full * 0.6;
}
