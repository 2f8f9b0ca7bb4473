import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '#lib/subscription/lines-of.ts';
import { readSubscribersCsv } from '#lib/subscription/subscribers-csv.ts';
import { collect } from '../contract/sample-data.ts';

async function* chunksOf(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size)
    yield await Promise.resolve(bytes.slice(at, at + size));
}

describe('readSubscribersCsv', () => {
  it('loses only the line of a quote that is not closed', async () => {
    const good = Array.from({ length: 400 }, (_, i) => `b${i}@example.com,"Name, ${i}"\n`);
    const csv = `address,name\na1@example.com,"Bob\n${good.join('')}`;
    const lines = await collect(readSubscribersCsv(chunksOf(csv, 1_000), 'list'));
    expect(lines.filter((line) => 'cells' in line)).toHaveLength(400);
    expect(lines.filter((line) => 'faults' in line)).toMatchObject([
      { line: 2, faults: [{ source: 'list, line 2', found: 'a quote that is not closed' }] },
    ]);
  });

  it('refuses a line without end as one line', async () => {
    const csv = `${'x'.repeat(1_000_000)}\na@example.com\n`;
    const lines = await collect(readSubscribersCsv(chunksOf(csv, 65_536), 'list'));
    expect(lines).toMatchObject([
      { line: 1, faults: [{}] },
      { line: 2, cells: {} },
    ]);
  });
});

describe('linesOf', () => {
  it('finds the same lines however the text is cut into chunks', async () => {
    const text = fc
      .array(fc.constantFrom('a', 'é', '한', '\r', '\n', '\r\n'))
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (csv, size) => {
        const lines = await collect(linesOf(chunksOf(`\ufeff${csv}`, size), 1_000));
        expect(lines).toEqual(csv.split(/\r\n|\n|\r/));
      }),
    );
  });
});
