import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Fault, Parsed } from '#lib/fault.ts';
import { parseConfiguration, SETTINGS, type Configuration } from './configuration.ts';
import { readJson } from './read-json.ts';

/** One deployment among those of an account and region. */
export interface Stage {
  /** Name of its stack: `Parley`, or `Parley-dev` for the stage `dev`. */
  stackName: string;
  configuration: Configuration;
}

/**
 * Reads the stage that `-c stage=NAME` names from `stage.NAME.json` in the root of the project; what
 * is said with `-c` besides counts over the file. Without a stage, what is said with `-c` alone.
 * @param contextValue value of a context key, undefined where it is not set
 * @param root folder of the stage files, ending in a slash
 */
export function readStage(
  contextValue: (name: string) => unknown,
  root: URL = pathToFileURL(`${process.cwd()}/`),
): Parsed<Stage> {
  const name = contextValue('stage');
  const given = Object.fromEntries(SETTINGS.map((setting) => [setting, contextValue(setting)]));
  if (name === undefined) return toStage('Parley', parseConfiguration(given, 'context'));
  if (typeof name !== 'string' || !/^[a-z][a-z0-9]{0,15}$/.test(name))
    return refused({
      source: 'context',
      field: 'stage',
      expected: 'a short word such as dev or prod',
      found: String(name),
    });
  const file = `stage.${name}.json`;
  const settings = readSettings(new URL(file, root), file);
  if (!settings.ok) return settings;
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  const configuration = parseConfiguration(
    { ...settings.value, ...Object.fromEntries(said) },
    file,
  );
  return toStage(`Parley-${name}`, configuration);
}

function readSettings(file: URL, source: string): Parsed<Record<string, unknown>> {
  const expected = 'a file such as {"sender": "digest@example.org", "operator": "ana@example.org"}';
  if (!existsSync(file)) return refused({ source, field: '', expected, found: 'no such file' });
  const json = readJson(file, source);
  if (!json.ok) return json;
  const { value } = json;
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'sender' in value
    ? { ok: true, value: { ...value } }
    : refused({ source, field: '', expected });
}

function toStage(stackName: string, configuration: Parsed<Configuration>): Parsed<Stage> {
  return configuration.ok
    ? { ok: true, value: { stackName, configuration: configuration.value } }
    : configuration;
}

const refused = (fault: Fault) => ({ ok: false as const, faults: [fault] });
