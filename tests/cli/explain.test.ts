import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleArticlesFolder } from '#lib/cli/package-root.ts';
import { FACTORS } from '#lib/topic/factor.ts';
import { riverArticle } from './river-articles.ts';
import { emptyFolder, run } from './run.ts';

const SLOT = '2026-11-16';
let folder: string;
beforeAll(async () => {
  folder = await emptyFolder();
  await run(folder, ['ingest', sampleArticlesFolder()]);
});

const explain = (...args: string[]) => run(folder, ['explain', ...args]);

describe('explain', () => {
  it('tells verdict, balances and reason of each factor of an edition to come', async () => {
    const { code, stdout } = await explain(SLOT);
    expect(code).toBe(0);
    expect(stdout).toContain('no edition yet; as it would be made now of 12 articles');
    expect(stdout).toMatch(/\nfactor +verdict +2020 → 2025 +why\n/);
    const { factors, silent } = JSON.parse((await explain(SLOT, '--json')).stdout);
    expect(factors.length + silent.length).toBe(FACTORS.length);
  });

  it('tells of one factor the figures, and each passage with rule, weight and standing', async () => {
    const { stdout } = await explain(SLOT, 'leverage');
    expect(stdout).toMatch(/\n {2}weight of the evidence +\d\.\d\d +\d\.\d\d +below 0\.4/);
    expect(stdout).toMatch(
      /\n {2}\d\.\d\d against · judgement · [^\n]+ · [0-9a-f]{10} · shown\n {4}\S/,
    );
    expect(stdout).toMatch(/\n {6}leverage\/\S+: [A-Z][^\n]+\.\n/);
  });

  it('prints as JSON every passage that was found, with its outlet', async () => {
    const { stdout } = await explain(SLOT, 'terms', '--json');
    const { eras, measures, decision } = JSON.parse(stdout);
    expect(decision.reason.text).not.toBe('');
    expect(measures.weight.now).toBeGreaterThan(0);
    for (const { id, outlet, finding, rules } of [...eras.then.findings, ...eras.now.findings]) {
      expect(id).toMatch(/^[0-9a-f]{10}$/);
      expect(outlet).not.toBe('');
      expect(finding.evidence.text).not.toBe('');
      expect(rules.length).toBeGreaterThan(0);
    }
  });

  it('knows a factor by its name in the mails, in each language and case', async () => {
    const { stdout } = await explain(SLOT, 'domestic', '--json');
    expect(JSON.parse(stdout).factor).toBe('domestic');
    for (const name of ['Politics at home', 'politics at HOME', '국내 정치'])
      expect((await explain(SLOT, name, '--json')).stdout).toBe(stdout);
  });

  it('lists the eleven factors where another is named', async () => {
    const { code, stderr } = await explain(SLOT, 'weather');
    expect(code).toBe(2);
    for (const factor of FACTORS) expect(stderr).toContain(factor);
  });

  it('names the nearest slots where the date is none', async () => {
    const { code, stderr } = await explain('2026-11-18');
    expect(code).toBe(2);
    expect(stderr).toContain('2026-11-16');
  });

  it('says so where there is nothing to compare', async () => {
    const { code, stdout } = await run(await emptyFolder(), ['explain', SLOT]);
    expect(code).toBe(0);
    expect(stdout).toContain('too little to compare');
    expect(stdout).toContain('nothing found on: outlook, intent');
  });
});

describe('explain of a frozen edition', () => {
  it('reads the versions of which it was made, and names what is not kept', async () => {
    const own = await emptyFolder();
    await run(own, ['ingest', sampleArticlesFolder()]);
    await run(own, ['compose', '--slot', SLOT]);
    const before = JSON.parse((await run(own, ['explain', SLOT, '--json'])).stdout);
    const later = join(own, 'later.json');
    await writeFile(later, JSON.stringify(riverArticle({ datePublished: '2025-03-03' })));
    await run(own, ['ingest', later]);
    const after = await run(own, ['explain', SLOT, '--json']);
    expect(JSON.parse(after.stdout)).toEqual(before);

    const [{ id }] = before.articles;
    await rm(join(own, '.parley/articles/versions', id), { recursive: true });
    const without = await run(own, ['explain', SLOT]);
    expect(without.code).toBe(1);
    expect(without.stderr).toContain(id);
    expect(without.stdout).toContain('explained from the 11 articles');
  });

  it('shows what an editor corrected, and whether the edition has it', async () => {
    const own = await emptyFolder();
    await run(own, ['ingest', sampleArticlesFolder()]);
    await run(own, ['compose', '--slot', SLOT]);
    await run(own, ['edit', SLOT, '--verdict', 'terms=unchanged', '--because', 'As before.']);
    const { stdout } = await run(own, ['explain', SLOT, 'terms']);
    expect(stdout).toContain('verdict by the editor: terms unchanged');
    expect(stdout).toContain('not in the frozen edition');
  });
});
