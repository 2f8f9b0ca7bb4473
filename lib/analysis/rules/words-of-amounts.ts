/** Words that say how much there is of something that talks need, or that stands in their way. */
function anyOf(words: string): RegExp {
  return new RegExp(`^(?:${words.trim().split(/\s+/u).join('|')})$`, 'u');
}

/** More of these serves talks. */
export const GOOD_THING =
  anyOf(`trust rapport goodwill confidence ties relations relationship contacts? communications?
  cooperation warmth momentum optimism friendship chemistry flexibility hopes? prospects? chances? odds willingness
  readiness appetite interest enthusiasm room channels mood atmosphere channels? mood atmosphere`);

/** More of these stands in their way. */
export const BAD_THING =
  anyOf(`mistrust distrust suspicions? tensions? hostility hostilities animosity enmity resentment
  bitterness acrimony scepticism skepticism doubts? pessimism obstacles? hurdles? barriers? impediments? disagreements?
  distance gap gulf rift risks? dangers? threats?`);

/** Good only with what they are for ("interest in talks"). */
export const WANTING = anyOf(`willingness readiness appetite interest enthusiasm room confidence`);
/** Bad only between parties: a missile flies a distance, too. */
export const APART = anyOf(`distance gap gulf rift`);
/** Good or bad as what they are of. */
export const EXPECTED = anyOf(`hopes? prospects? chances? odds risks? dangers? threats?`);

/** What talks are for, as an object of wanting and hoping. */
export const SOUGHT =
  anyOf(`talks? talking dialogue negotiat\\p{L}* deals? agreements? accord summits? meet meeting
  meetings diplomacy engage\\p{L}* compromise\\p{L}* concessions? breakthrough progress reconciliation peace détente
  detente thaw settlement rapprochement contacts? understanding manoeuvre maneuver each one return resume resumption`);
export const DREADED =
  anyOf(`war conflict clash clashes collapse failure breakdown confrontation escalation
  miscalculation violence crisis strike strikes attack attacks fighting`);

export const LESS =
  anyOf(`lower less weaker thinner fewer smaller scarcer slimmer narrower shallower rarer fainter
  lowest weakest thinnest fewest smallest`);
export const MORE =
  anyOf(`higher more greater stronger larger deeper wider broader bigger firmer closer
  highest greatest strongest largest deepest closest`);
export const WORSE = anyOf(
  `worse colder cooler poorer bleaker dimmer shakier frostier worst coldest bleakest`,
);
export const BETTER = anyOf(`better warmer brighter rosier best warmest brightest`);
export const SUPERLATIVE = anyOf(`\\p{L}+est worst best`);

/** After "more" and "less". */
export const SOUND = anyOf(
  `robust solid stable cordial friendly constructive productive harmonious secure genuine`,
);
export const FRAIL =
  anyOf(`fragile distant strained remote limited brittle elusive tenuous tense hostile icy frosty
  precarious troubled hollow`);
export const ABUNDANT = anyOf(
  `frequent common intense acute severe entrenched pronounced widespread abundant`,
);

/** Verbs without an object: the thing itself has become less. */
export const SHRINK =
  anyOf(`fell fall falls fallen falling shrank shrunk shrink shrinks shrinking erod(?:e|es|ed|ing)
  declin(?:e|es|ed|ing) fad(?:e|es|ed|ing) dwindl(?:e|es|ed|ing) wan(?:e|es|ed|ing) diminish(?:es|ed|ing)?
  evaporat(?:e|es|ed|ing) weaken(?:s|ed|ing)? drop(?:s|ped|ping)? plummet(?:s|ed|ing)? plung(?:e|es|ed|ing)
  ebb(?:s|ed|ing)? wither(?:s|ed|ing)? vanish(?:es|ed|ing)? disappear(?:s|ed|ing)? crumbl(?:e|es|ed|ing)
  collaps(?:e|es|ed|ing) cool(?:s|ed|ing)? eas(?:e|es|ed|ing) subsid(?:e|es|ed|ing) abat(?:e|es|ed|ing)
  reced(?:e|es|ed|ing) lessen(?:s|ed|ing)? decreas(?:e|es|ed|ing) narrow(?:s|ed|ing)? thinned lost dim(?:s|med|ming)? slipped slid sunk sank
  dissipat(?:e|es|ed|ing)`);
export const GROW =
  anyOf(`grow grows grew grown growing rise rises rose risen rising increas(?:e|es|ed|ing)
  strengthen(?:s|ed|ing)? deepen(?:s|ed|ing)? surg(?:e|es|ed|ing) climb(?:s|ed|ing)? expand(?:s|ed|ing)?
  widen(?:s|ed|ing)? mount(?:s|ed|ing)? swelled swollen heighten(?:s|ed|ing)? intensif(?:y|ies|ied|ying) soar(?:s|ed|ing)?
  reviv(?:e|es|ed|ing) recover(?:s|ed|ing)? rebound(?:s|ed|ing)? multipl(?:y|ies|ied|ying) restored rebuilt`);
export const SPOIL = anyOf(`deteriorat(?:e|es|ed|ing) worsen(?:s|ed|ing)? sour(?:s|ed|ing)?`);
export const MEND = anyOf(
  `improv(?:e|es|ed|ing) warm(?:s|ed|ing)? brighten(?:s|ed|ing)? thaw(?:s|ed|ing)?`,
);
/** With a particle: "dried up", "gone down". */
export const PARTICLES: [RegExp, RegExp, 'less' | 'more'][] = [
  [/^(?:dries|dried|drying)$/u, /^up$/u, 'less'],
  [/^(?:wear|wears|wore|worn|wearing|run|ran)$/u, /^(?:thin|dry|out)$/u, 'less'],
  [/^(?:gone|went|going|come|came|coming)$/u, /^down$/u, 'less'],
  [/^(?:gone|went|going)$/u, /^up$/u, 'more'],
  [/^(?:is|are|was|were|been)$/u, /^down$/u, 'less'],
  [/^(?:is|are|was|were|been)$/u, /^up$/u, 'more'],
];
