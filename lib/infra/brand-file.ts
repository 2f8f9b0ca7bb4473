import { parseBrand, type Brand } from '#lib/briefing/brand.ts';
import type { Parsed } from '#lib/fault.ts';
import { readJson } from './read-json.ts';

const BRAND_FILE = new URL('../../templates/brand.json', import.meta.url);

/** The brand file, which goes into the bundles: checked here, a fault ends the synthesis and not the first edition. */
export function readBrandFile(): Parsed<Brand> {
  const source = 'templates/brand.json';
  const json = readJson(BRAND_FILE, source);
  return json.ok ? parseBrand(json.value, source) : json;
}
