import { join } from 'node:path';
import { parseBrand, type Brand } from '#lib/briefing/brand.ts';
import { DependencyError } from '#lib/dependency-error.ts';
import { formatFault } from '#lib/fault.ts';
import { readTextFile } from '#lib/local/read-folder.ts';
import { packageRoot } from './package-root.ts';

/**
 * How the mail looks and who it comes from, as `templates/brand.json` says.
 * @throws DependencyError where the file is missing or says it wrongly, with every fault
 */
export async function loadBrand(): Promise<Brand> {
  const path = join(packageRoot(), 'templates', 'brand.json');
  const parsed = parseBrand(parseJson((await readTextFile(path)) ?? '', path), path);
  if (parsed.ok) return parsed.value;
  throw new DependencyError('use', path, new Error(parsed.faults.map(formatFault).join('; ')));
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DependencyError('read', path, cause);
  }
}
