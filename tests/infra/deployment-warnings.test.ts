import { describe, expect, it } from 'vitest';
import { readBrandFile } from '#lib/infra/brand-file.ts';
import { EXAMPLE } from '#lib/infra/configuration.ts';
import { deploymentWarnings } from '#lib/infra/deployment-warnings.ts';

const own = { ...EXAMPLE, sender: 'digest@example.org', operator: 'ops@example.org' };
const OWN_ADDRESS = { postalAddress: 'Harbour News, 7 Quay Road, 20457 Hamburg' };
const ids = (...args: Parameters<typeof deploymentWarnings>) =>
  deploymentWarnings(...args).map(({ id }) => id);

describe('before a deployment', () => {
  it('everything that ships as an example is warned of', () => {
    const brand = readBrandFile();
    if (!brand.ok) throw new Error('the brand that ships is a brand');
    expect(ids(EXAMPLE, brand.value)).toEqual([
      'parley:example-sender',
      'parley:no-operator',
      'parley:example-postal-address',
    ]);
  });

  it('nothing is where sender, operator and postal address are one’s own', () => {
    expect(ids(own, OWN_ADDRESS)).toEqual([]);
  });

  it('it is said that nobody would be told of alarms', () => {
    expect(deploymentWarnings({ ...own, operator: null }, OWN_ADDRESS)).toEqual([
      { id: 'parley:no-operator', text: expect.stringContaining('-c operator=') },
    ]);
  });
});
