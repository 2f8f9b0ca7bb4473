import * as z from 'zod/mini';

/** One thing wrong with one field of one input, in words a person can act on. */
export const Fault = z.object({
  /** The file, address or record that was read. */
  source: z.string(),
  /** Path of the field in it ("eras.then.from"), or "" for the whole. */
  field: z.string(),
  /** What was expected there, as a noun phrase ("a date such as 2020-05-05"). */
  expected: z.string(),
  /** What stood there instead, shortened; absent where the field was missing. */
  found: z.optional(z.string()),
});

export type Fault = z.infer<typeof Fault>;

/** Data that was checked: the value, or every fault found in it. Bad data is never thrown. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

/** Prints a fault on one line: `file: field: expected …, found …`. */
export function formatFault({ source, field, expected, found }: Fault): string {
  const where = field ? `${source}: ${field}` : source;
  return `${where}: expected ${expected}${found === undefined ? '' : `, found ${found}`}`;
}

/** Checks `data` against a schema and lists every fault by field. */
export function parseWith<T>(schema: z.ZodMiniType<T>, data: unknown, source: string): Parsed<T> {
  const result = schema.safeParse(data);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, faults: result.error.issues.map((issue) => toFault(issue, data, source)) };
}

type Issue = z.core.$ZodIssue;

function toFault(issue: Issue, data: unknown, source: string): Fault {
  const found = describe(at(data, issue.path));
  const field = issue.path.map(String).join('.');
  const fault: Fault = { source, field, expected: expectation(issue) };
  return found === undefined ? fault : { ...fault, found };
}

function expectation(issue: Issue): string {
  if (issue.message && issue.message !== 'Invalid input') return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return article(issue.expected);
    case 'invalid_value':
      return oneOf(issue.values.map((value) => JSON.stringify(value)));
    case 'too_small':
      return `at least ${issue.minimum} (${issue.origin})`;
    case 'too_big':
      return `at most ${issue.maximum} (${issue.origin})`;
    case 'invalid_format':
      return `text in the form ${issue.format}`;
    case 'unrecognized_keys':
      return `no field named ${issue.keys.join(', ')}`;
    default:
      return 'a valid value';
  }
}

/** A single allowed value stands by itself. */
function oneOf(values: (string | undefined)[]): string {
  return values.length === 1 ? `${values[0]}` : `one of ${values.join(', ')}`;
}

function article(type: string): string {
  if (type === 'string') return 'text';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function at(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined,
    data,
  );
}

const FOUND_MAX_CHARS = 60;

/** A list or an object is named, not printed: it may be large, or nested deeper than a stack is high. */
function describe(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value !== null && typeof value === 'object') return 'an object';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > FOUND_MAX_CHARS ? `${text.slice(0, FOUND_MAX_CHARS)}…` : text;
}
