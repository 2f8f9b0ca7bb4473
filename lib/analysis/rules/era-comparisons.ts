/**
 * Words by which a sentence sets the present beside an earlier phase of the talks. Matched without
 * regard to case; gaps are bounded.
 */
const PHASE =
  '(?:first|previous|last|earlier|prior|former|past|preceding|obama|bush|clinton|trump|biden)';
const BACK = `(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|few|\\d{1,2}) (?:or \\w+ )?(?:years?|decades?) (?:ago|earlier|before)|(?:in|during|at|under) (?:the |his |its |their )?(?:${PHASE} (?:\\w+ )?(?:term|administration|summit|round|talks|negotiations)|(?:19|20)\\d\\d))`;

export const ERA_COMPARISONS: RegExp[] = [
  new RegExp(
    `\\b(?:than|unlike|compared (?:to|with)|in contrast (?:to|with)|as opposed to)(?: [\\w’'.,-]+){0,6}? ${BACK}`,
    'i',
  ),
  new RegExp(
    `\\b(?:than|compared (?:to|with)|unlike|in contrast (?:to|with)|different from) (?:in |it was in |during |before |at |he did |it did |they did |was |were |the case |that of ){0,3}(?:the |his |its |their )?(?:past|${PHASE} (?:\\w+ ){0,2}(?:term|administration|presidency|summits?|rounds?|talks|negotiations|era)|(?:19|20)\\d\\d)\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:as|same)(?: [\\w’'-]+){0,14}? as (?:he|she|it|they|the \\w+) (?:did|was|were|had)(?: [\\w’'-]+){0,3}? (?:first|previous|last|earlier)\\b`,
    'i',
  ),
  new RegExp(
    `\\bthan (?:he|she|it|they) (?:did|was|were|had|has)(?: ever)?(?: been)? (?:before|then|in (?:19|20)\\d\\d|during)`,
    'i',
  ),
  new RegExp(`\\b(?:no longer|not) (?:what it was in |the same as in )?(?:19|20)\\d\\d\\b`, 'i'),
  new RegExp(
    `\\b(?:changed|grown|risen|shrunk|advanced|weakened|strengthened|improved|worsened)(?: [\\w’'-]+){0,4}? (?:since|over the (?:past|last)) (?:the )?(?:(?:19|20)\\d\\d|(?:first|previous|past|last|hanoi|singapore|\\w+) (?:\\w+ )?(?:term|administration|summits?|years|talks))`,
    'i',
  ),
];
