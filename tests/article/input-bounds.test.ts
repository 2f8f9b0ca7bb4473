import { describe, expect, it } from 'vitest';
import { INPUT_MAX_ARTICLES } from '#lib/article/limits.ts';
import { readArticles } from '#lib/article/read-articles.ts';

const read = (source: string, text: string) =>
  readArticles({ source, bytes: new TextEncoder().encode(text) }, { topicIds: ['river-talks'] });
const faultsOf = (source: string, text: string) =>
  read(source, text).flatMap((each) => (each.ok ? [] : each.faults));
const many = INPUT_MAX_ARTICLES + 1;

describe('one input with more than can be articles', () => {
  it.each([
    ['list.json', JSON.stringify(Array.from({ length: many }, () => 1))],
    ['lines.jsonl', '{"headline":1}\n'.repeat(many)],
    ['feed.xml', `<rss><channel>${'<item><title>a</title></item>'.repeat(many)}</channel></rss>`],
  ])('%s is one fault that names the limit, not thousands', (source, text) => {
    const faults = faultsOf(source, text);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.source).toBe(source);
    expect(faults[0]?.expected).toContain(`at most ${INPUT_MAX_ARTICLES}`);
  });

  it('a page of opening signs alone is refused before it is parsed', () => {
    const faults = faultsOf('page.html', `<html>${'<'.repeat(300_000)}`);
    expect(JSON.stringify(faults)).toContain('signs');
  });

  it('JSON nested deeper than a stack is high is a fault of its file', () => {
    const faults = faultsOf('deep.json', `[${'['.repeat(100_000)}${']'.repeat(100_000)}]`);
    expect(faults.map(({ source }) => source.split('#')[0])).toEqual(['deep.json']);
  });
});
