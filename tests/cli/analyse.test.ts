import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { riverArticle } from './river-articles.ts';
import { emptyFolder, run } from './run.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await emptyFolder();
  file = join(folder, 'ferry.json');
  await writeFile(file, JSON.stringify(riverArticle({})));
});

describe('analyse', () => {
  it('prints as JSON every sentence with what was found in it, verbatim', async () => {
    const { code, stdout } = await run(folder, ['analyse', file, '--json']);
    expect(code).toBe(0);
    const data = JSON.parse(stdout);
    const body = riverArticle({}).articleBody;
    expect(data).toMatchObject({
      headline: 'Talks on the ferry may resume',
      datePublished: '2020-05-06',
    });
    expect(data.paragraphs).toHaveLength(3);
    for (const { text } of [...data.paragraphs, ...data.sentences]) expect(body).toContain(text);
    expect(data.sentences[0].likelihood[0]).toMatchObject({ text: 'unlikely', band: 'unlikely' });
    for (const { type, content, cue } of data.attributions) {
      expect(['direct', 'indirect', 'mixed']).toContain(type);
      expect(cue === null || body.includes(cue)).toBe(true);
      for (const text of content) expect(body).toContain(text);
    }
  });

  it('prints a listing for people', async () => {
    const { stdout } = await run(folder, ['analyse', file]);
    expect(stdout).toMatch(/^Talks on the ferry may resume\nThe River Post, 2020-05-06\n/);
    expect(stdout).toContain('“unlikely” = unlikely');
  });

  it('leaves no trace in the current folder', async () => {
    const elsewhere = await emptyFolder();
    await run(elsewhere, ['analyse', file]);
    expect(await readdir(elsewhere)).toEqual([]);
  });

  it('says what is wrong with a file that is no article', async () => {
    const broken = join(folder, 'broken.json');
    await writeFile(broken, '{"headline": "x"}');
    const { code, stdout, stderr } = await run(folder, ['analyse', broken, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual([]);
    expect(stderr).toContain('broken.json: articleBody: expected text');
  });

  it('says that it cannot read a text in another language than English', async () => {
    const korean = join(folder, 'korean.json');
    const articleBody = '양측은 다음 달 오슬로에서 다시 만나기로 했다고 대변인이 밝혔다.';
    await writeFile(korean, JSON.stringify(riverArticle({ articleBody })));
    const { code, stderr } = await run(folder, ['analyse', korean]);
    expect(code).toBe(1);
    expect(stderr).toContain('articleBody: expected a text in English');
    expect(stderr).toContain('found Korean');
  });
});
