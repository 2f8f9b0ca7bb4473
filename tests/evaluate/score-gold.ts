import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { analyse } from '#lib/analysis/analyse.ts';
import { readLeniently } from '#lib/article/read-articles.ts';
import { analysisData } from '#lib/cli/analysis-listing.ts';
import { NORTH_KOREA } from '../analysis/read-golden.ts';

/** Where labelled articles of others lie, outside the repository: their text is not ours to keep. */
export interface GoldFolders {
  /** Labels with `score.mjs` and `hydrate.mjs`; null where there are none. */
  gold: string | null;
  /** Texts that were looked up, under the `file` of their labels; null where none were. */
  texts: string | null;
}

type FoundFolders = GoldFolders & { gold: string };

interface Prepared {
  name: string;
  /** The label and the analysis file of the article, or why there are none. */
  files: [string, string] | null;
  why: string;
}

/** What the labels' own scorer prints, first for the articles that came with them, then for those looked up. */
export function scoreGold({ gold, texts }: GoldFolders, withMisses: boolean): string[] {
  if (gold === null)
    return ['labelled articles: none scored; name their folder with --gold FOLDER or PARLEY_GOLD'];
  if (!existsSync(join(gold, 'score.mjs')))
    return [`labelled articles: none scored, there is no ${join(gold, 'score.mjs')}`];
  const folders = { gold, texts };
  const work = mkdtempSync(join(tmpdir(), 'parley-evaluate-'));
  try {
    return ['seed', 'held'].flatMap((kind) => scoreKind(kind, folders, work, withMisses));
  } finally {
    rmSync(work, { recursive: true });
  }
}

function scoreKind(
  kind: string,
  folders: FoundFolders,
  work: string,
  withMisses: boolean,
): string[] {
  const prepared = readdirSync(folders.gold)
    .filter((file) => file.startsWith(`${kind}-`) && file.endsWith('.json'))
    .map((file) => prepare(file, folders, work));
  const pairs = prepared.flatMap(({ files }) => files ?? []);
  const read = prepared.filter(({ files }) => files).map(({ name }) => name);
  const score = join(folders.gold, 'score.mjs');
  return [
    '',
    `${kind}: ${read.length} of ${prepared.length} labelled articles scored`,
    ...prepared.flatMap(({ name, files, why }) => (files ? [] : [`  ${name}: ${why}`])),
    ...(pairs.length > 0 ? runNode([score, ...pairs, ...(withMisses ? ['-v'] : [])]).lines : []),
  ];
}

/** The scorer looks for the text beside its labels: all three are laid together in a folder of their own. */
function prepare(file: string, { gold, texts }: FoundFolders, work: string): Prepared {
  const name = file.replace('.json', '');
  const label = join(gold, file);
  const { file: textName } = JSON.parse(readFileSync(label, 'utf8')) as { file: string };
  const text = [join(gold, '..', textName), ...(texts ? [join(texts, textName)] : [])].find(
    (path) => existsSync(path),
  );
  if (!text)
    return { name, files: null, why: `no ${basename(textName)} beside the labels or in --texts` };
  const hydrated = runNode([join(gold, 'hydrate.mjs'), label, text]);
  if (!hydrated.ok) return { name, files: null, why: hydrated.lines.join(' ') };
  const bytes = readFileSync(text);
  return {
    name,
    files: [
      write(join(work, 'gold', file), hydrated.lines.join('\n')),
      write(join(work, 'analyses', file), JSON.stringify(analysisOf(name, bytes))),
    ],
    why: write(join(work, textName), bytes),
  };
}

/** The same as `parley analyse FILE --json`. */
function analysisOf(source: string, bytes: Uint8Array): unknown {
  return readLeniently({ source, bytes }, { topicIds: [NORTH_KOREA.id] }).map((read) => {
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const { article, missing } = read.value;
    return analysisData({ article, missing, analysis: analyse(article, NORTH_KOREA) });
  });
}

function write(path: string, content: string | Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function runNode(args: string[]): { ok: boolean; lines: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { ok: status === 0, lines: `${stdout}${stderr}`.trimEnd().split('\n') };
}
