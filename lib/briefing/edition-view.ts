import * as z from 'zod/mini';
import { parseWith, type Parsed } from '#lib/fault.ts';
import { Brand } from './brand.ts';
import { LabelledLink, link, text } from './view-fields.ts';

const era = z.enum(['then', 'now']);

/** A passage: its words, who says them, and where. `source` is the number of the article under Sources. */
const Quote = z.object({
  words: text(),
  /** Language of the words, empty where it is not known. */
  lang: text(),
  speaker: text(),
  credit: text(),
  url: z.nullable(link()),
  source: z.number(),
  notes: z.array(text()),
});

/** One side of a comparison. `none` says so where it has no passage. */
const Column = z.object({
  era,
  label: text(),
  title: text(),
  tally: text(),
  quotes: z.array(Quote),
  none: text(),
});

const SourceItem = z.object({
  /** Null where it is not listed under Sources. */
  number: z.nullable(z.number()),
  headline: text(),
  /** As in a passage. */
  lang: text(),
  credit: text(),
  url: z.nullable(link()),
  marks: z.array(text()),
});

/** Where one era stands on the scale: a track of seven cells and the reading in words. */
const ScaleRow = z.object({
  era,
  label: text(),
  title: text(),
  /** The band of most estimates, or empty. */
  band: text(),
  reading: text(),
  spread: text(),
  /** `marked`: the band of most estimates; `named`: that of others. Width in per cent of the track. */
  cells: z.array(z.object({ width: z.number(), marked: z.boolean(), named: z.boolean() })),
  /** The same track in characters, for the text part. */
  track: text(),
});

/** An editor's own words, in pieces between blanks; `url` where a piece is an address to follow. */
const EditorNoteView = z.object({
  label: text(),
  words: z.array(z.object({ text: text(), url: z.nullable(link()) })),
  by: text(),
});

/** An edition in strings that only need to be escaped and laid out. What templates and samples are written against. */
export const EditionView = z.object({
  language: text(),
  direction: z.enum(['ltr', 'rtl']),
  brand: Brand,
  subject: text(),
  preheader: text(),
  headline: text(),
  topic: text(),
  date: text(),
  basis: text(),
  headings: z.object({
    bottomLine: text(),
    scale: text(),
    changes: text(),
    voices: text(),
    fresh: text(),
    gaps: text(),
    caveats: text(),
    sources: text(),
  }),
  bottomLine: z.array(text()),
  editorNotes: z.array(EditorNoteView),
  glance: z.array(z.object({ mark: text(), verdict: text(), factors: text() })),
  scale: z.object({
    intro: text(),
    /** What the signs mean, in HTML and in the text part. */
    legend: text(),
    trackLegend: text(),
    ticks: z.array(z.object({ width: z.number(), label: text() })),
    ends: z.tuple([text(), text()]),
    rows: z.array(ScaleRow),
  }),
  changes: z.array(
    z.object({
      title: text(),
      mark: text(),
      verdict: text(),
      line: text(),
      reason: text(),
      columns: z.array(Column),
    }),
  ),
  voices: z.array(Column),
  /** Null for a first edition. */
  fresh: z.nullable(
    z.object({ items: z.array(SourceItem), more: z.nullable(text()), none: text() }),
  ),
  gaps: z.array(text()),
  caveats: z.array(text()),
  sources: z.array(
    z.object({
      era,
      label: text(),
      title: text(),
      items: z.array(SourceItem),
      more: z.nullable(text()),
    }),
  ),
  footer: z.object({
    method: text(),
    why: text(),
    links: z.array(LabelledLink),
  }),
});

export type EditionView = z.infer<typeof EditionView>;
export type QuoteView = z.infer<typeof Quote>;
export type ColumnView = z.infer<typeof Column>;
export type SourceView = z.infer<typeof SourceItem>;
export type EditorNoteView = z.infer<typeof EditorNoteView>;
export type ScaleRowView = z.infer<typeof ScaleRow>;

/** Checks a view before a template sees it; `source` names the sample or edition. */
export function parseEditionView(data: unknown, source: string): Parsed<EditionView> {
  return parseWith(EditionView, data, source);
}
