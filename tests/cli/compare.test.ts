import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleArticlesFolder } from '#lib/cli/package-root.ts';
import { FACTORS } from '#lib/topic/factor.ts';
import { VERDICTS } from '#lib/outlook/comparison.ts';
import { riverArticle } from './river-articles.ts';
import { emptyFolder, run } from './run.ts';

let folder: string;
beforeAll(async () => {
  folder = await emptyFolder();
});

describe('compare', () => {
  it('prints as JSON verdict, reason and evidence of each factor', async () => {
    const { code, stdout } = await run(folder, ['compare', sampleArticlesFolder(), '--json']);
    expect(code).toBe(0);
    const data = JSON.parse(stdout);
    expect(data.articles.then).toHaveLength(6);
    expect(data.articles.now).toHaveLength(6);
    expect(data.factors.length).toBeGreaterThan(3);
    for (const { factor, verdict, reason, then, now } of data.factors) {
      expect(FACTORS).toContain(factor);
      expect(VERDICTS).toContain(verdict);
      expect(reason.text).not.toBe('');
      expect(then.length + now.length).toBeGreaterThan(0);
      for (const { evidence } of [...then, ...now]) expect(evidence.text).not.toBe('');
    }
  });

  it('prints a table for people, and leaves no trace', async () => {
    const elsewhere = await emptyFolder();
    const { stdout } = await run(elsewhere, ['compare', sampleArticlesFolder()]);
    expect(await readdir(elsewhere)).toEqual([]);
    expect(stdout).toMatch(
      /^US–North Korea talks: 2020 \(6 articles\) beside 2025 \(6 articles\)\n/,
    );
    expect(stdout).toMatch(/\nfactor +verdict +2020 for\/against +2025 for\/against +why\n/);
  });

  it('compares the store where no source is named', async () => {
    const own = await emptyFolder();
    await run(own, ['ingest', sampleArticlesFolder()]);
    const { stdout } = await run(own, ['compare', '--json']);
    const past = await run(own, ['compare', sampleArticlesFolder(), '--json']);
    expect(JSON.parse(stdout).factors).toEqual(JSON.parse(past.stdout).factors);
  });

  it('names the articles that lie in neither era', async () => {
    const path = join(folder, 'old.json');
    await writeFile(path, JSON.stringify(riverArticle({ id: 'old', datePublished: '2013-01-01' })));
    const { stdout } = await run(folder, ['compare', path]);
    expect(stdout).toContain('in neither era: old');
  });
});
