import type { Estimate } from './estimate.ts';
import { UNLISTED_ESTIMATES } from './unlisted-estimates.ts';

const ICD = 'ICD 203, Analytic Standards, section D.6.e.(2)(a)';
const KENT = 'Kent, Words of Estimative Probability (1964): "possible" carries no number';
const NEAREST = 'not listed: the band of the listed word that a reader would put in its place';

const VERY = '(?:very|highly|extremely|overwhelmingly|quite)';
const EVER = '(?:ever )?';
const ENVISION =
  '(?:fore)?see|imagine|envision|envisage|picture|conceive|believe|expect|anticipate';

/** Before "doubts that", these make it a noun, or deny it of everybody. */
const NO_DOUBTER =
  "\\b(?:no|any|some|more|much|little|few|the|a|their|his|her|my|our|its|serious|grave|strong|is|are|was|were|have|has|had|with|without|beyond|in|of|rais(?:e[sd]?|ing)|cast(?:s|ing)?|voic(?:e[sd]?|ing)|express(?:es|ed|ing)?|(?:nobody|no one|none|few)(?: [\\w’'-]+){0,4})";

/** Tried in this order at every place; the longest words stand before their parts. */
export const ESTIMATES: Estimate[] = [
  ...UNLISTED_ESTIMATES,
  {
    pattern: '(?:almost|virtually|practically) no (?:chance|possibility|likelihood|prospect)',
    band: 'almost-no-chance',
    listed: true,
    source: ICD,
  },
  {
    pattern:
      'remote (?:chance|possibility|likelihood|prospect)|(?:chances?|possibility|likelihood|odds) (?:\\w+ ){0,3}(?:is|are|remains?) (?:\\w+ )?remote',
    band: 'almost-no-chance',
    listed: true,
    source: ICD,
  },
  {
    pattern:
      '(?:no|zero) (?:chance|possibility|likelihood)|not a chance|impossible|inconceivable|unthinkable|out of the question',
    band: 'almost-no-chance',
    negated: 'unquantified',
    source: NEAREST,
  },
  {
    pattern: `(?:${VERY}|most|increasingly and highly) (?:unlikely|improbable|doubtful)`,
    band: 'very-unlikely',
    listed: true,
    source: ICD,
  },
  {
    pattern:
      '(?:very|extremely|vanishingly) (?:slim|low|small|little|slight) (?:chances?|odds|possibility|likelihood|probability|prospects?)',
    band: 'very-unlikely',
    source: NEAREST,
  },
  {
    pattern: `(?:almost|nearly|virtually|all but) (?:certain(?:ly)?|guaranteed|inevitabl[ey]|assured|sure)`,
    band: 'almost-certain',
    negated: 'unquantified',
    listed: true,
    source: ICD,
  },
  {
    pattern: `(?:${VERY}|most|all too) (?:likely|probabl[ey])|(?:high|strong|great) (?:likelihood|probability)|in all (?:likelihood|probability)`,
    band: 'very-likely',
    negated: 'unlikely',
    listed: true,
    source: ICD,
  },
  {
    pattern: `highly possible|(?:high|strong|good|decent|fair|better than even|realistic|real) (?:chances?|possibility|odds)`,
    band: 'likely',
    negated: 'unlikely',
    source: NEAREST,
  },
  {
    pattern:
      '(?:roughly |about )?(?:an )?even (?:chances?|odds)|as likely as not|fifty[- ]fifty|50[-–/ ]50|toss[- ]?up|coin[- ](?:flip|toss)',
    band: 'roughly-even',
    listed: true,
    source: ICD,
  },
  {
    pattern:
      '(?:probably |increasingly |looks? |seems? |appears? |rather |still )?(?:unlikely|improbabl[ey])',
    band: 'unlikely',
    negated: 'unquantified',
    listed: true,
    source: ICD,
  },
  {
    pattern: '(?:less|hardly|scarcely|no longer) (?:and less )?likely',
    band: 'unlikely',
    source: NEAREST,
  },
  {
    pattern:
      "(?:chances?|possibilit(?:y|ies)|likelihood|probability|odds|prospects?)(?: [\\w’'.-]+){0,6} (?:is|are|remains?|looks?|seems?|appears?|was|were) (?:still |also |quite |now |rather |increasingly |to be )?(?:slim|low|small|little|slight|dim|dimming|diminishing|fading|poor|bleak)",
    band: 'unlikely',
    source: NEAREST,
  },
  {
    pattern:
      '(?:little|low|slim|small|faint|poor|scant|slight) (?:chances?|odds|possibility|likelihood|probability|prospects?|expectations?)|odds are against',
    band: 'unlikely',
    source: NEAREST,
  },
  {
    pattern: `(?:difficult|hard|tough) to ${EVER}(?:${ENVISION})`,
    band: 'unlikely',
    source: NEAREST,
  },
  {
    pattern:
      '(?:difficult|hard|impossible|too early|too soon) to (?:predict|say|tell|know|gauge|judge)',
    band: 'unquantified',
    source: KENT,
  },
  {
    pattern:
      "(?:would not|wouldn['’]t) be (?:at all |too )?(?:a )?surpris(?:ing|ed|e)|(?:would not|wouldn['’]t) surprise|no surprise if",
    band: 'likely',
    source: NEAREST,
  },
  {
    pattern: 'would be (?:very |quite )?surpris(?:ing|ed)|would come as a surprise',
    band: 'unlikely',
    source: NEAREST,
  },
  {
    pattern:
      "no (?:[\\w’'-]+ ){1,6}?(?:(?:is|are|was|were) )?(?:expected|anticipated|likely|in sight)",
    band: 'unlikely',
    source: NEAREST,
  },
  {
    pattern: `(?:few|nobody|no one|none) (?:[\\w]+ ){0,2}expect(?:s|ed)?|(?:do|does|did)(?: not|n['’]t) (?:\\w+ )?(?:expect|anticipate|foresee)`,
    band: 'unlikely',
    source: NEAREST,
  },
  {
    pattern:
      "(?:can(?:not|['’]t| not)|could not|couldn['’]t|do(?:es)? not|don['’]t|doesn['’]t|did not|not|never|without) (?:\\w+ )?(?:be (?:\\w+ )?ruled out|rul(?:e|ing) (?:it )?out|excluded?)",
    band: 'unquantified',
    source: KENT,
  },
  {
    pattern:
      '(?:far from|not|no means|nothing) (?:\\w+ )?(?:certain|guaranteed|assured|inevitable)|no guarantee',
    band: 'unquantified',
    source: KENT,
  },
  {
    pattern:
      '(?:no|without|little|beyond) doubt|undoubtedly|inevitabl[ey]|(?:is|are|seems?|looks?) (?:certain|sure|bound) to|bound to|will (?:certainly|surely|definitely)',
    band: 'almost-certain',
    negated: 'unquantified',
    source: NEAREST,
  },
  {
    pattern:
      '(?:deeply |highly |also |remain(?:s|ed)? |still |more |increasingly )?s[ck]eptical|doubtful',
    band: 'unlikely',
    negated: 'unquantified',
    source: NEAREST,
  },
  {
    pattern: `(?:i|we|they|he|she|who|experts?|analysts?|officials?|observers?|critics|many|some|most) (?:\\w+ )?doubt(?:s|ed)?|(?<!${NO_DOUBTER} )doubt(?:s|ed)? (?:that|if)`,
    band: 'unlikely',
    negated: 'likely',
    source: NEAREST,
  },
  {
    pattern:
      'in (?:serious |grave |considerable )?(?:doubt|question)|remains? to be seen|open question|up in the air|uncertain|unclear|not (?:yet )?clear',
    band: 'unquantified',
    source: KENT,
  },
  {
    pattern: '(?:will |would |is |are |more |most |increasingly |as )?(?:likely|probable)',
    band: 'likely',
    negated: 'unlikely',
    listed: true,
    source: ICD,
  },
  { pattern: 'probably', band: 'likely', negated: 'unlikely', listed: true, source: ICD },
  {
    pattern:
      '(?:(?:is|are|was|were|be|been) )?(?:widely |largely |generally |reportedly |also |now )?(?:expected|anticipated|projected|predicted|tipped|forecast) (?:to|that)',
    band: 'likely',
    negated: 'unlikely',
    source: NEAREST,
  },
  {
    pattern:
      '(?:i|we|they|he|she|who|experts?|analysts?|officials?|observers?|many|some|most) (?:also |widely |still |now )?(?:expect|predict|anticipate)(?:s|ed)?(?! (?:no|little|few) )',
    band: 'likely',
    negated: 'unlikely',
    source: NEAREST,
  },
  {
    pattern:
      '(?:plac|put)(?:e|es|ed|ing) (?:his|her|their|its|a|my) bets? on|(?:would )?bet(?:s|ting)? (?:on|that)',
    band: 'likely',
    negated: 'unlikely',
    source: NEAREST,
  },
  {
    pattern: '(?:may|might|could) (?:very |just )?(?:possibly|perhaps|well|conceivably)',
    band: 'unquantified',
    source: KENT,
  },
  {
    pattern:
      '(?:chances?|odds) (?:of|that|for|are)|possibilit(?:y|ies)|likelihood|probability|possibly|conceivabl[ey]|plausibl[ey]|perhaps|maybe',
    band: 'unquantified',
    source: KENT,
  },
  {
    pattern: '(?:not|hardly|never|no longer) possible',
    band: 'almost-no-chance',
    source: NEAREST,
  },
  {
    pattern:
      'unrealistic|far[- ]fetched|(?:not|hardly|less than|little) (?:very |too |particularly )?realistic|s[ck]epticism|(?:a |too |very )?(?:long shot|tall order)',
    band: 'unlikely',
    source: NEAREST,
  },
  {
    pattern:
      "(?:cast|casts|casting|raise|raises|raised) (?:\\w+ )?doubts?|doubts? (?:about|over|as to|on|whether)|(?:a|any|some|another|every) (?:\\w+ )?chance|cannot be excluded|(?:not|never|n['’]t) (?:\\w+ )?sure|(?:left|leave|leaves|leaving|keep|kept) open the possibility",
    band: 'unquantified',
    source: KENT,
  },
  {
    pattern: '(?:expects|predicts|anticipates|predicted|predicting|forecasts)',
    band: 'likely',
    negated: 'unlikely',
    source: NEAREST,
  },
  { pattern: `${VERY} possible|possible|may|might|could`, band: 'unquantified', source: KENT },
  { pattern: 'potential|potentially', band: 'unquantified', source: KENT },
];
