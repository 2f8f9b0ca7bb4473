import { InvalidArgumentError } from 'commander';

/** Gathers the values of an option that may be repeated. */
export function collect<T>(parse: (text: string) => T): (text: string, before?: T[]) => T[] {
  return (text, before = []) => [...before, parse(text)];
}

/** Parses `--verdict`: "terms=mixed". Whether there is such a factor and verdict, the notes' schema says. */
export function parseVerdict(text: string): { factor: string; verdict: string } {
  const [factor, verdict] = halves(text, 'Expected a factor and a verdict such as terms=mixed.');
  return { factor, verdict };
}

/** Parses `--speaker`: "3f9a1c07be=Jane Roe", or "=none" where nobody is sure. */
export function parseSpeaker(text: string): { evidence: string; speaker: string | null } {
  const [evidence, name] = halves(text, 'Expected a passage and a name: 3f9a1c07be="Jane Roe".');
  return { evidence, speaker: name === 'none' ? null : name };
}

function halves(text: string, expected: string): [string, string] {
  const at = text.indexOf('=');
  const [before, after] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || before === '' || after === '') throw new InvalidArgumentError(expected);
  return [before, after];
}
