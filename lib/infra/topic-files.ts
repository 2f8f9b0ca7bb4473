import { readdirSync } from 'node:fs';
import type { Fault, Parsed } from '#lib/fault.ts';
import { parseTopic } from '#lib/topic/parse-topic.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { readJson } from './read-json.ts';

const FOLDER = new URL('../topic/topics/', import.meta.url);

/** Every topic file, or every fault in any of them: a stack is not made of half the topics. */
export function readTopicFiles(folder: URL = FOLDER): Parsed<Topic[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const parsed = names.map((name) => readTopicFile(folder, name));
  const faults = parsed.flatMap((topic) => (topic.ok ? [] : topic.faults));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: parsed.flatMap((topic) => (topic.ok ? [topic.value] : [])) };
}

function readTopicFile(folder: URL, name: string): Parsed<Topic> {
  const json = readJson(new URL(name, folder), name);
  if (!json.ok) return json;
  const parsed = parseTopic(json.value, name);
  if (!parsed.ok || name === `${parsed.value.id}.json`) return parsed;
  // The function finds a topic's file by its id.
  const fault: Fault = { source: name, field: 'id', expected: name.slice(0, -'.json'.length) };
  return { ok: false, faults: [{ ...fault, found: parsed.value.id }] };
}
