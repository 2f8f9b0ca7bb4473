import brandFile from '../templates/brand.json' with { type: 'json' };
import { parseBrand, type Brand } from '#lib/briefing/brand.ts';
import { formatFault } from '#lib/fault.ts';

/**
 * The brand of the bundle.
 * @throws Error where the brand file is not one; the synthesis checks it before
 */
export function bundledBrand(): Brand {
  const parsed = parseBrand(brandFile, 'templates/brand.json');
  if (parsed.ok) return parsed.value;
  throw new Error(parsed.faults.map(formatFault).join('\n'));
}
