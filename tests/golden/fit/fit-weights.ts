import { directionFeatures } from '#lib/analysis/direction-features.ts';
import { factorFeatures } from '#lib/analysis/factor-features.ts';
import { DIRECTION_LABELS, FACTOR_LABELS } from '#lib/analysis/rules/fitted-weights.ts';
import type { LabelledReading } from './labelled-articles.ts';
import { train, type Example } from './train.ts';

/** What `lib/analysis/rules/weights.json` holds: hundredths by feature, one a label. */
export interface FittedWeights {
  factors: Record<string, number[]>;
  direction: Record<string, number[]>;
}

/** A feature is kept where this many sentences of this many articles have it: no single text shows in it. */
const SENTENCES_MIN = 3;
const ARTICLES_MIN = 2;
/** Features that weigh less for every label, when all are fitted, are left out: keeps the file small. */
const WEIGHT_MIN = 0.3;
/** What of a sentence's labels the primary factor has; the others share the rest. */
const PRIMARY_SHARE = 0.65;

/** Fits the weights of factors and direction to labelled sentences. */
export function fitWeights(sentences: LabelledReading[]): FittedWeights {
  const factors = sentences.map((each) => ({
    article: each.article,
    text: each.reading.draft.text,
    features: factorFeatures(each.reading, each.before),
    shares: factorShares(each),
  }));
  const directed = sentences.filter(({ direction }) => direction !== null);
  const direction = directed.map((each) => ({
    article: each.article,
    text: each.reading.draft.text,
    features: directionFeatures(each.reading, each.before),
    shares: DIRECTION_LABELS.map((label) => (label === each.direction ? 1 : 0)),
  }));
  return { factors: fit(factors), direction: fit(direction) };
}

type Labelled = Example & { article: string; text: string };
interface Spread {
  sentences: Set<string>;
  articles: Set<string>;
}

function factorShares({ factors }: LabelledReading): number[] {
  const [primary, ...others] = factors;
  if (!primary) return FACTOR_LABELS.map((label) => (label === 'none' ? 1 : 0));
  const rest = others.length > 0 ? (1 - PRIMARY_SHARE) / others.length : 0;
  return FACTOR_LABELS.map((label) => {
    if (label === primary) return others.length > 0 ? PRIMARY_SHARE : 1;
    return others.some((other) => other === label) ? rest : 0;
  });
}

/** Fits twice: the second time to the features only that weighed enough the first time. */
function fit(examples: Labelled[]): Record<string, number[]> {
  const first = train(withOnly(examples, commonFeatures(examples)));
  const telling = [...first].filter(([, weights]) =>
    weights.some((weight) => Math.abs(weight) >= WEIGHT_MIN),
  );
  const second = train(withOnly(examples, new Set(telling.map(([id]) => id))));
  const fitted = [...second].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    fitted.map(([id, weights]) => [id, weights.map((weight) => Math.round(weight * 100))]),
  );
}

function withOnly(examples: Labelled[], ids: Set<string>): Example[] {
  return examples.map(({ features, shares }) => ({
    features: new Map([...features].filter(([id]) => ids.has(id))),
    shares,
  }));
}

function commonFeatures(examples: Labelled[]): Set<string> {
  const seen = new Map<string, Spread>();
  for (const { features, article, text } of examples)
    for (const id of features.keys()) {
      const known = seen.get(id) ?? { sentences: new Set(), articles: new Set() };
      known.sentences.add(text);
      known.articles.add(article);
      seen.set(id, known);
    }
  const isCommon = ({ sentences, articles }: Spread) =>
    sentences.size >= SENTENCES_MIN && articles.size >= ARTICLES_MIN;
  return new Set([...seen].filter(([, each]) => isCommon(each)).map(([id]) => id));
}
