import * as z from 'zod/mini';
import { parseEditionView } from '#lib/briefing/edition-view.ts';
import { parseWith, type Parsed } from '#lib/fault.ts';

/** What every mail's view has. */
const AnyView = z.looseObject({ language: z.string(), preheader: z.string() });

export type AnyView = z.infer<typeof AnyView>;

type ParseView = (data: unknown, source: string) => Parsed<AnyView>;

/** How the samples of a mail are checked; those of any other mail by what every view has. */
const PARSERS: Readonly<Record<string, ParseView>> = { edition: parseEditionView };

/** Checks a sample before its template sees it. */
export function parseSampleView(mail: string, data: unknown, source: string): Parsed<AnyView> {
  const parse = PARSERS[mail] ?? ((value, file) => parseWith(AnyView, value, file));
  return parse(data, source);
}
