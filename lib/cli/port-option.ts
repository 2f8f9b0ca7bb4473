import { InvalidArgumentError, type Command } from 'commander';
import { DEFAULT_PORT } from './settings.ts';

/** Adds the option of commands that serve the local web page. */
export function addPortOption(command: Command): Command {
  return command.option(
    '--port <number>',
    'port of the web page; the next free one where it is taken',
    parsePort,
    DEFAULT_PORT,
  );
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('Expected a port number from 0 to 65535.');
  return port;
}
