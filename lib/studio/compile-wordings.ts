import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseWording } from '#lib/briefing/parse-wording.ts';
import type { Wording } from '#lib/briefing/wording.ts';
import { readJsonFile } from './json-file.ts';
import { memo } from './memo.ts';
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
    const read = readWording(JSON.stringify([file, await readFile(join(folder, file), 'utf8')]));
    if (read.ok) wordings[name.replace('.json', '')] = read.value;
    else faults.push(...read.faults);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, wordings };
}

/** Checking every message takes longer than reading them: the studio asks again after each change. */
const readWording = memo((fileAndSource) => {
  const [file, source] = JSON.parse(fileAndSource) as [string, string];
  return readJsonFile(file, source, parseWording);
});
