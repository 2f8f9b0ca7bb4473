import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownTopicsFolder } from '#lib/cli/package-root.ts';
import { emptyFolder, run } from './run.ts';

it('lists the topics with their eras and when they are due', async () => {
  const { code, stdout, stderr } = await run('/', ['topics']);
  expect(code).toBe(0);
  expect(stderr).toBe('');
  expect(stdout).toContain('us-north-korea: ');
  expect(stdout).toMatch(/then {2}2020 \(2020-/);
});

it('lists them as JSON', async () => {
  const { stdout } = await run('/', ['topics', '--json']);
  const { topics } = JSON.parse(stdout);
  expect(topics).toContainEqual(
    expect.objectContaining({ id: 'us-north-korea', due: '2026-11-16' }),
  );
});

it('takes a second topic from a file', async () => {
  const folder = await emptyFolder();
  const own = await readFile(join(ownTopicsFolder(), 'us-north-korea.json'), 'utf8');
  const topic = { ...JSON.parse(own), id: 'river-talks', title: 'River talks' };
  await writeFile(join(folder, 'river.json'), JSON.stringify(topic));
  const { code, stdout } = await run(folder, ['topics', '--topics', '.']);
  expect(code).toBe(0);
  expect(stdout).toContain('river-talks: River talks');
  expect(stdout).toContain('us-north-korea: ');
});

it('names file, field and expectation of a broken topic, and lists the others', async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'half.json'), '{"schemaVersion": 1');
  await writeFile(join(folder, 'wrong.json'), '{"schemaVersion": 1, "id": "No Id"}');
  const { code, stdout, stderr } = await run(folder, ['topics'], {
    env: { PARLEY_TOPICS: folder },
  });
  expect(code).toBe(1);
  expect(stdout).toContain('us-north-korea');
  expect(stderr).toMatch(/half\.json: expected a topic as JSON/);
  expect(stderr).toMatch(/wrong\.json: id: expected lower-case letters/);
  expect(stderr).toMatch(/wrong\.json: title: expected text/);
});

it('says so where the folder of topics is missing', async () => {
  const { code, stderr } = await run('/', ['topics', '--topics', 'nowhere']);
  expect(code).toBe(2);
  expect(stderr).toContain('/nowhere cannot be read');
});
