import type { Estimate } from './estimate.ts';

const NEAREST = 'not listed: the band of the listed word that a reader would put in its place';
const FIGURES = 'ICD 203, section D.6.e.(2)(a): the band in which the figure lies';
const CHANCE = '(?:chances?|odds|possibility|likelihood|probability|prospects?|hopes?)';
const PERCENT = ' ?(?:%|percent|per cent)(?:-| )(?:or (?:less|more|so) )?';
/** "chances of a deal this year are" */
const CHANCE_IS = `${CHANCE}(?: [\\w’'.,-]+){0,8} (?:is|are|was|were|remains?|looks?|seems?|appears?)`;

const inFigures = (figures: string, band: Estimate['band']): Estimate => ({
  pattern: `(?:${figures})${PERCENT}${CHANCE}`,
  band,
  source: FIGURES,
});

/** Expressions of more than one word that the directive does not list; tried before all others. */
export const UNLISTED_ESTIMATES: Estimate[] = [
  inFigures('[0-5]|zero', 'almost-no-chance'),
  inFigures('[6-9]|1\\d|20', 'very-unlikely'),
  inFigures('2[1-9]|3\\d|4[0-4]', 'unlikely'),
  inFigures('4[5-9]|5[0-5]', 'roughly-even'),
  inFigures('5[6-9]|6\\d|7\\d|80', 'likely'),
  inFigures('8[1-9]|9[0-5]', 'very-likely'),
  inFigures('9[6-9]|100', 'almost-certain'),
  {
    pattern: `${CHANCE_IS} (?:\\w+ )?(?:less than zero|zero|nil|non-?existent|next to (?:nothing|nil|zero)|slim to none)|(?<!(?:\\b(?:not|never|without|cannot)|n['’]t) (?:[\\w’'-]+ ){0,4})(?:dismiss(?:e[ds]|ing)?|rul(?:ed|es|ing) out|exclud(?:ed|es|ing)) (?:any |the |every )?(?:chances?|possibilit(?:y|ies)|likelihood|prospects?)|no hopes?(?= (?:of|for|that)\\b)|(?:there is|there['’]s) no way|unimaginable|fat chance`,
    band: 'almost-no-chance',
    negated: 'unquantified',
    source: NEAREST,
  },
  {
    pattern: `${CHANCE_IS} (?:still |also |now )?(?:very|extremely|vanishingly|exceedingly|quite) (?:slim|low|small|little|slight|dim|poor)|(?:an )?outside chance`,
    band: 'very-unlikely',
    source: NEAREST,
  },
  {
    pattern:
      '(?:little|scant|faint|slim|not much|dim|bleak) (?:\\w+ )?hopes?(?= (?:of|for|that)\\b)|dim hopes?|pessimis(?:m|tic)',
    band: 'unlikely',
    source: NEAREST,
  },
  {
    pattern:
      '(?:expect|anticipate|foresee|predict)(?:s|ed|ing)? (?:no|little|few)(?: (?:\\w+ )?(?:breakthrough|progress|deal|change|results?|meeting|summit|move))?',
    band: 'unlikely',
    source: NEAREST,
  },
  {
    pattern:
      'more likely than not|better than even|(?:a )?(?:good|safe) bet|(?:the )?odds are(?= (?:that|we|they|he|she|it|the)\\b)|(?:is|are|was|were|looks?|seems?|appears?) (?:poised|on course|liable|apt) to|poised to|looks? set to|presumably',
    band: 'likely',
    negated: 'unlikely',
    source: NEAREST,
  },
  {
    pattern: '(?:cautious(?:ly)? |very |quite |more |increasingly )?optimis(?:m|tic)',
    band: 'likely',
    negated: 'unlikely',
    source: NEAREST,
  },
  {
    pattern: '(?:a )?foregone conclusion|(?:only |just )?a matter of time|not if but when',
    band: 'almost-certain',
    negated: 'unquantified',
    source: NEAREST,
  },
];
