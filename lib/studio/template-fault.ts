/** One thing wrong with one template, where its author can mend it. */
export interface TemplateFault {
  /** Path of the template or partial, relative to the folder compiled. */
  file: string;
  /** 1-based, or null where the fault has no line. */
  line: number | null;
  reason: string;
}

/** Prints a fault on one line: `templates/edition.mjml:12: reason`. */
export function formatTemplateFault(folder: string, { file, line, reason }: TemplateFault): string {
  return `${folder}/${file}${line === null ? '' : `:${line}`}: ${reason}`;
}

/** What Handlebars says of a source, on one line. */
export function handlebarsFault(file: string, error: unknown): TemplateFault {
  const message = error instanceof Error ? error.message : String(error);
  const line = /line (\d+)|- (\d+):\d+$/.exec(message);
  const reason = message.replace(/^Parse error on line \d+:\s*/, '').replace(/\s*\n\s*/g, ' ');
  return { file, line: line ? Number(line[1] ?? line[2]) : null, reason };
}
