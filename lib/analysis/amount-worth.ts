import {
  APART,
  BAD_THING,
  DREADED,
  EXPECTED,
  GOOD_THING,
  SOUGHT,
  WANTING,
} from './rules/words-of-amounts.ts';

const LINK =
  /^(?:of|for|in|on|about|to|towards?|among|within|with|by|against|over|from|between|without|behind|at)$/u;
const MEASURE = /^(?:levels?|degree|amount|measure|sense|state|number|stock|pool)$/u;
const LACK = /^(?:lack|absence|loss|shortage|want)$/u;
/** Words before the thing that make it somebody's own, or none. */
const UNFIT = /^(?:no|little|few|said|his|her|whose|public|consumer|business|popular|domestic)$/u;

/** What more of a subject means for talks: 1 serves them, -1 stands in their way, 0 is not told. */
export function worthOf(subject: string[]): 1 | -1 | 0 {
  const at = subject.findIndex((word) => GOOD_THING.test(word) || BAD_THING.test(word));
  const thing = subject[at] ?? '';
  const behind = subject.slice(at + 1);
  const sign = signOfHead(subject.slice(0, Math.max(0, at)));
  if (at < 0 || sign === 0) return 0;
  const worth = worthOfThing(thing, behind);
  return worth === 0 ? 0 : worth === sign ? 1 : -1;
}

/** 1 before the thing itself or a measure of it, -1 before a lack of it, 0 where another word is the head. */
function signOfHead(before: string[]): 1 | -1 | 0 {
  if (before.some((word) => UNFIT.test(word))) return 0;
  const at = before.findIndex((word) => LINK.test(word));
  if (at < 0) return 1;
  if (before[at] === 'in' && /^\d{4}$/u.test(before[at + 1] ?? '')) return 1;
  const head = before[at - 1] ?? '';
  if (LACK.test(head)) return -1;
  return MEASURE.test(head) ? 1 : 0;
}

function worthOfThing(thing: string, behind: string[]): 1 | -1 | 0 {
  const object = behind.find(
    (word) => SOUGHT.test(word) || DREADED.test(word) || GOOD_THING.test(word),
  );
  const isLinked = LINK.test(behind[0] ?? '');
  if (behind.length > 0 && !isLinked && !/^(?:the|there|here)$/u.test(behind[0] ?? '')) return 0;
  if (APART.test(thing)) return behind[0] === 'between' ? -1 : 0;
  if (EXPECTED.test(thing)) {
    if (object && isLinked) return DREADED.test(object) ? -1 : BAD_THING.test(thing) ? 0 : 1;
    return behind.length === 0 && GOOD_THING.test(thing) ? 1 : 0;
  }
  if (WANTING.test(thing))
    return behind[0] === 'between' || (object && !DREADED.test(object)) ? 1 : 0;
  return GOOD_THING.test(thing) ? 1 : -1;
}
