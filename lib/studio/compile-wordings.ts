import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseWording } from '#lib/briefing/parse-wording.ts';
import type { Wording } from '#lib/briefing/wording.ts';
import { formatFault, type Fault } from '#lib/fault.ts';
import type { TemplateFault } from './template-fault.ts';

/** The message files of a folder by language, or what is wrong with each. */
export type CompiledWordings =
  { ok: true; wordings: Record<string, Wording> } | { ok: false; faults: TemplateFault[] };

/** Reads and checks every `wording/LANGUAGE.json` of the templates' folder: another language is another file. */
export async function compileWordings(folder: string): Promise<CompiledWordings> {
  const wordings: Record<string, Wording> = {};
  const faults: TemplateFault[] = [];
  const names = (await readdir(join(folder, 'wording'))).filter((name) => name.endsWith('.json'));
  for (const name of names.sort()) {
    const file = `wording/${name}`;
    const source = await readFile(join(folder, file), 'utf8');
    const data = parseJson(source);
    const parsed = data.ok ? parseWording(data.value, file) : data;
    if (parsed.ok) wordings[name.replace('.json', '')] = parsed.value;
    else faults.push(...parsed.faults.map((fault) => wordingFault(file, source, fault)));
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, wordings };
}

function parseJson(
  source: string,
): { ok: true; value: unknown } | { ok: false; faults: Pick<Fault, 'field' | 'expected'>[] } {
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch (error) {
    return { ok: false, faults: [{ field: '', expected: `JSON (${String(error)})` }] };
  }
}

/** Leads to the line where the message is, or the first of its groups that is there. */
function wordingFault(
  file: string,
  source: string,
  fault: Pick<Fault, 'field' | 'expected' | 'found'>,
): TemplateFault {
  const reason = formatFault({ ...fault, source: '' }).replace(/^: /, '');
  return { file, line: lineOf(source, fault.field.split('.')), reason };
}

function lineOf(source: string, keys: string[]): number | null {
  let at = -1;
  for (const key of keys) {
    const next = source.indexOf(`"${key}":`, at + 1);
    if (next < 0) break;
    at = next;
  }
  return at < 0 ? null : source.slice(0, at).split('\n').length;
}
