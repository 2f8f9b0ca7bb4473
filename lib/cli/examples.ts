import { table } from './table.ts';

/** The "Examples" part of a command's help: command lines, each with what it does. */
export function examples(...lines: [commandLine: string, does: string][]): string {
  return ['', 'Examples:', ...table(lines, '  ')].join('\n');
}
