import type { Addressee } from '#lib/subscription/subscriber.ts';

/** The letters that go to the address of a subscriber's own. */
const TO_OWN_ADDRESS = [
  'confirm',
  'welcome',
  'changed',
  'subscribed',
  'ownData',
  'enterAddress',
] as const;
/** To the one that they want, or had. What becomes of these tells nothing of their own. */
const TO_ANOTHER_ADDRESS = ['newAddress', 'moved'] as const;

const LETTER_KINDS = [...TO_OWN_ADDRESS, ...TO_ANOTHER_ADDRESS] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** What a letter is, and to whom. */
export interface LetterKey extends Addressee {
  letter: LetterKind;
}

/** Id of a letter in message ids and events: "confirm.us-north-korea.5f0c….1784530800000". */
export function letterId({ letter, topicId, subscriberId }: LetterKey, at: Date): string {
  return `${letter}.${topicId}.${subscriberId}.${at.getTime()}`;
}

const PATTERN = new RegExp(
  String.raw`^(?<letter>${LETTER_KINDS.join('|')})[._](?<topicId>[a-z0-9][a-z0-9-]{0,59})[._](?<subscriberId>.+)[._]\d+$`,
);

/** The letter that an id or its tag names; null for other text. */
export function parseLetterId(text: string): LetterKey | null {
  const { letter, topicId, subscriberId } = PATTERN.exec(text)?.groups ?? {};
  const known = LETTER_KINDS.find((kind) => kind === letter);
  if (known === undefined || topicId === undefined || subscriberId === undefined) return null;
  return { letter: known, topicId, subscriberId };
}

/** Whether a letter goes to the address that the subscriber's record holds. */
export const goesToOwnAddress = ({ letter }: LetterKey): boolean =>
  TO_OWN_ADDRESS.some((kind) => kind === letter);
