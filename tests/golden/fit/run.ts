import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { fitWeights } from './fit-weights.ts';
import { readFittedSentences, readLabelledArticles } from './labelled-articles.ts';

/**
 * `npm run fit [FOLDER …]`: fits lib/analysis/rules/weights.json to the sentences of tests/golden and
 * to labelled articles in folders beside the checkout. The same sentences give the same file.
 */
const WEIGHTS = new URL('../../../lib/analysis/rules/weights.json', import.meta.url);

const sentences = [
  ...readFittedSentences(),
  ...process.argv.slice(2).flatMap(readLabelledArticles),
];
const weights = fitWeights(sentences);
const text = await format(JSON.stringify(weights), { parser: 'json', printWidth: 100 });
writeFileSync(WEIGHTS, text);
console.log(
  `${sentences.length} sentences, ${Object.keys(weights.factors).length} features of factors, ` +
    `${Object.keys(weights.direction).length} of direction, ${Math.round(text.length / 1000)} kB`,
);
