import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Fault, Parsed } from '#lib/fault.ts';
import { parseTopic } from '#lib/topic/parse-topic.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { ownTopicsFolder } from './package-root.ts';
import type { Settings } from './settings.ts';
import { UsageError } from './usage-error.ts';

/** The topics that can be followed, and what is wrong with the files that cannot be used. */
export interface KnownTopics {
  /** Sorted by id. */
  topics: Topic[];
  faults: Fault[];
}

/**
 * Reads Parley's own topic files and those of the `--topics` folder. A file with the id of one of
 * Parley's own takes its place. A broken file never keeps the others from being used.
 * @throws UsageError where the `--topics` folder is missing
 */
export async function loadTopics({ topicsFolder }: Settings): Promise<KnownTopics> {
  const folders = [ownTopicsFolder(), ...(topicsFolder === null ? [] : [topicsFolder])];
  const byId = new Map<string, Topic>();
  const faults: Fault[] = [];
  for (const folder of folders) {
    for (const parsed of await readTopicFiles(folder)) {
      if (parsed.ok) byId.set(parsed.value.id, parsed.value);
      else faults.push(...parsed.faults);
    }
  }
  const topics = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { topics, faults };
}

async function readTopicFiles(folder: string): Promise<Parsed<Topic>[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new UsageError(`the folder of topic files ${folder} cannot be read`, { cause });
  });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map((name) => readTopicFile(join(folder, name))));
}

async function readTopicFile(path: string): Promise<Parsed<Topic>> {
  const source = basename(path);
  const broken = (found: unknown): Parsed<Topic> => ({
    ok: false,
    faults: [{ source: path, field: '', expected: 'a topic as JSON', found: messageOf(found) }],
  });
  try {
    return parseTopic(JSON.parse(await readFile(path, 'utf8')), source);
  } catch (error) {
    return broken(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
