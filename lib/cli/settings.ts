import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { remoteOption, stackName } from './remote-option.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** What holds for every command. */
export interface Settings {
  /** Absolute path of the folder with everything Parley keeps. */
  stateFolder: string;
  /** Folder with topic files beside Parley's own, or null. */
  topicsFolder: string | null;
  /** Name of the stack on AWS to work on; null: the state folder. */
  remote: string | null;
  /** Where the public pages are served, for the links in mails. */
  siteUrl: string;
  now: Date;
  json: boolean;
  verbose: boolean;
}

interface GlobalOptions {
  state?: string;
  topics?: string;
  remote?: string;
  site?: string;
  now?: Date;
  json?: boolean;
  verbose?: boolean;
}

/** Where `parley start` serves the public pages, if the port is free. */
export const DEFAULT_PORT = 4600;
const DEFAULT_SITE = `http://127.0.0.1:${DEFAULT_PORT}`;

/** Adds the options that every command takes. */
export function addGlobalOptions(program: Command): void {
  program
    .option('--state <folder>', 'folder that Parley keeps everything in (PARLEY_STATE, or .parley)')
    .option('--topics <folder>', "topic files beside Parley's own (PARLEY_TOPICS)")
    .option(
      '--site <url>',
      `address of the public pages, for links (PARLEY_SITE, or ${DEFAULT_SITE})`,
    )
    .addOption(remoteOption())
    .option('--json', 'print JSON and nothing else on standard output')
    .option('--verbose', 'show where an unexpected error comes from')
    .addOption(new Option('--now <instant>', 'clock for tests').argParser(parseInstant).hideHelp());
}

/** Reads the global options, with the environment and defaults behind them. */
export function readSettings(command: Command, terminal: Terminal): Settings {
  const options = command.optsWithGlobals<GlobalOptions>();
  const { env, cwd } = terminal;
  const topics = options.topics ?? env['PARLEY_TOPICS'];
  return {
    stateFolder: resolve(cwd, options.state ?? env['PARLEY_STATE'] ?? '.parley'),
    topicsFolder: topics ? resolve(cwd, topics) : null,
    remote: stackName(options.remote ?? env['PARLEY_REMOTE']),
    siteUrl: siteAddress(options.site ?? env['PARLEY_SITE'] ?? DEFAULT_SITE),
    now: options.now ?? terminal.now(),
    json: options.json ?? false,
    verbose: options.verbose ?? false,
  };
}

function siteAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new UsageError(
      `--site: expected an http or https address, found ${JSON.stringify(text)}`,
    );
  return url.href.replace(/\/+$/, '');
}

function parseInstant(text: string): Date {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()))
    throw new InvalidArgumentError('Expected an instant such as 2026-11-16T00:00:00Z.');
  return instant;
}
