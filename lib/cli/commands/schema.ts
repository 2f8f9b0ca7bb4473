import { Argument, type Command } from 'commander';
import { examples } from '../examples.ts';
import { FILE_KINDS, jsonSchema, type FileKind } from '../json-schema.ts';
import type { Report } from '../report.ts';
import type { Runner } from '../session.ts';

/** `parley schema`: what those who write articles or topics as files check them against. */
export function addSchema(program: Command, runner: Runner): void {
  program
    .command('schema')
    .description('print the JSON Schema of an article file or a topic file')
    .addArgument(new Argument('<kind>', 'what the file holds').choices(FILE_KINDS))
    .addHelpText(
      'after',
      examples(['parley schema article > article.schema.json', 'for an editor, or a validator']),
    )
    .action((kind: FileKind, _options: unknown, command: Command) =>
      runner.run(command, async () => schemaReport(kind)),
    );
}

function schemaReport(kind: FileKind): Report {
  const data = jsonSchema(kind);
  return { data, lines: JSON.stringify(data, null, 2).split('\n'), problems: [] };
}
