import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { judge, readFloors } from './floors.ts';
import { readSentenceSets } from './labelled-sentences.ts';
import { measureSentences } from './measure-sentences.ts';
import { measureVoices } from './measure-voices.ts';
import type { Measure } from './measure.ts';
import { missLines, tableOf } from './report.ts';
import { scoreGold } from './score-gold.ts';

const GOLD = 'gold';
/** Labelled articles beside the project, where they are. */
const GOLD_BESIDE = '../shared/gold';

/**
 * `npm run evaluate -- [--only SET]… [--misses] [--gold FOLDER] [--texts FOLDER]`: scores the analysis on
 * labelled texts. `PARLEY_GOLD` and `PARLEY_GOLD_TEXTS` stand in for the folders. Ends with 1 where a measure lies under its floor, with 2 where an option is wrong.
 */
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    misses: { type: 'boolean', default: false },
    gold: { type: 'string' },
    texts: { type: 'string' },
  },
});

const measuresOf: Record<string, () => Measure[]> = Object.fromEntries([
  ...readSentenceSets().map((set) => [set.name, () => measureSentences(set)] as const),
  ['voices', measureVoices],
]);
const sets = [...Object.keys(measuresOf), GOLD];
const wanted = options.only.length > 0 ? options.only : sets;
const unknown = wanted.filter((set) => !sets.includes(set));

if (unknown.length > 0) {
  console.error(`no set named ${unknown.join(', ')}; there are ${sets.join(', ')}`);
  process.exitCode = 2;
} else {
  const measures = wanted.flatMap((set) => measuresOf[set]?.() ?? []);
  const judged = judge(measures, readFloors());
  if (judged.length > 0) console.log(tableOf(judged).join('\n'));
  if (options.misses) console.log(missLines(judged).join('\n'));
  // Shown, not judged: these texts lie outside the repository.
  if (wanted.includes(GOLD)) {
    const beside = existsSync(GOLD_BESIDE) ? GOLD_BESIDE : null;
    const gold = options.gold ?? process.env['PARLEY_GOLD'] ?? beside;
    const texts = options.texts ?? process.env['PARLEY_GOLD_TEXTS'] ?? null;
    console.log(scoreGold({ gold, texts }, options.misses).join('\n'));
  }
  if (judged.some(({ holds }) => !holds)) process.exitCode = 1;
}
