import { describe, expect, it } from 'vitest';
import { contentHash } from '#lib/edition/content-hash.ts';
import { parseStoredEdition, readStoredEdition } from '#lib/edition/parse-stored-edition.ts';
import { DependencyError } from '#lib/dependency-error.ts';
import { formatFault } from '#lib/fault.ts';
import { sampleEdition } from '../contract/sample-data.ts';

const edition = sampleEdition();

const faultsOf = (data: unknown): string[] => {
  const parsed = parseStoredEdition(JSON.stringify(data), 'edition.json');
  return parsed.ok ? [] : parsed.faults.map(formatFault);
};

describe('a stored edition', () => {
  it('is read back as it was frozen', () => {
    expect(parseStoredEdition(JSON.stringify(edition), 'edition.json')).toEqual({
      ok: true,
      value: edition,
    });
  });

  it.each(['subject', 'html', 'text'] as const)('is refused with another %s', (part) => {
    const changed = { ...edition, [part]: 'another' };
    expect(faultsOf(changed)).toEqual([
      `edition.json: contentHash: expected the hash of subject, HTML and text, ${contentHash(changed)}: the edition was changed after it was frozen, found ${edition.contentHash}`,
    ]);
  });

  it('names what is wrong with it, also where it is needed', () => {
    expect(faultsOf({ ...edition, slot: 5 })).toEqual([
      'edition.json: slot: expected text, found 5',
    ]);
    const read = () => readStoredEdition('{"half"', 'edition.json');
    expect(read).toThrow('cannot read edition.json: edition.json: expected an edition as JSON');
    expect(read).toThrow(DependencyError);
  });
});
