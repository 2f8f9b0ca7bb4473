import { parseTopic } from '#lib/topic/parse-topic.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Parsed } from '#lib/fault.ts';

/**
 * Loads a topic file by the topic's id. esbuild finds the pattern of this import and takes every
 * topic file into the bundle, so that another topic is another file and nothing else.
 * @param id an id by its form: it becomes part of a path
 */
export async function loadTopic(id: string): Promise<Parsed<Topic>> {
  const source = `${id}.json`;
  try {
    const module: { default: unknown } = await import(`../lib/topic/topics/${id}.json`, {
      with: { type: 'json' },
    });
    return parseTopic(module.default, source);
  } catch {
    return { ok: false, faults: [{ source, field: '', expected: 'a topic file of that name' }] };
  }
}
