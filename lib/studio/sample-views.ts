import type { Brand } from '#lib/briefing/brand.ts';
import { parseEditionView } from '#lib/briefing/edition-view.ts';
import { wordingFor } from '#lib/briefing/wording.ts';
import type { Parsed } from '#lib/fault.ts';
import { SAMPLE_VIEWERS } from '#lib/mail/sample-view.ts';

/** What every mail's view has. */
export interface AnyView {
  language: string;
  preheader: string;
}

/**
 * What a template prints of a sample, checked. Samples of editions are views, whose brand and headings
 * give way to those of the folder; samples of other mails are facts, put into words here.
 */
export function viewOfSample(
  mail: string,
  data: unknown,
  source: string,
  brand: Brand,
): Parsed<AnyView> {
  const toView = SAMPLE_VIEWERS.get(mail);
  return toView === undefined
    ? parseEditionView(asOfNow(data, brand), source)
    : toView(data, source, brand, wordingFor);
}

function asOfNow(data: unknown, brand: Brand): unknown {
  if (!isRecord(data) || typeof data['language'] !== 'string') return data;
  return { ...data, brand, headings: wordingFor(data['language']).headings };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
