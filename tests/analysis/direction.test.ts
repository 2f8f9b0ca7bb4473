import { describe, expect, it } from 'vitest';
import { readDirection } from '#lib/analysis/direction.ts';
import { readSentence } from '#lib/analysis/reading.ts';
import { strengthOf, placesOf } from '#lib/analysis/factors.ts';
import { DIRECTION_RULES } from '#lib/analysis/rules/direction-rules.ts';
import { annotate, annotateAll, NORTH_KOREA } from './read-golden.ts';

const direction = (text: string) => annotate(text).direction;

/** What the rules alone read in a sentence, whatever factor it speaks of. */
const told = (text: string) => {
  const draft = { start: 0, end: text.length, text, paragraph: 0 };
  return readDirection(readSentence(draft, NORTH_KOREA).words).direction;
};

describe('what speaks for and against talks', () => {
  it.each([
    ['favours', 'Kim is willing to resume the dialogue.'],
    ['against', 'Kim is not willing to resume the dialogue.'],
    ['against', 'Kim has rejected the talks.'],
    ['against', 'The negotiations have stalled.'],
    ['favours', 'The negotiations have made progress.'],
    ['against', 'The negotiations have made no progress.'],
    ['against', 'A deal is unlikely.'],
    ['against', 'The North tested a missile.'],
    ['favours', 'The North is unlikely to provoke Washington with a missile test.'],
    ['favours', 'Good relations have prevented a confrontation with Washington.'],
    ['against', 'The pandemic will likely prevent a breakthrough.'],
    ['favours', 'Washington does not rule out a meeting with Kim.'],
    ['against', 'Washington wants the North to disarm first, and Pyongyang demands relief.'],
  ])('%s: %s', (expected, text) => expect(direction(text)).toBe(expected));
});

describe('what classes of words mean', () => {
  it.each([
    ['displeased', 'against', 'Pyongyang condemned the joint drills.'],
    ['blame', 'against', 'Washington accused Pyongyang of violating the accord.'],
    ['hurts', 'against', 'The new law has strained the negotiations.'],
    ['aloof', 'against', 'North Korea stays away from the talks.'],
    ['unanswered', 'against', 'Pyongyang has not responded to the letter.'],
    ['flexible', 'favours', 'The delegation showed flexibility in the negotiations.'],
    ['delay', 'against', 'The ministry put off the negotiations.'],
    ['delay', 'favours', 'The allies suspended their drills.'],
    ['advice', 'favours', 'Washington should resume the talks, the envoy argued.'],
    ['improbable', 'against', 'However, analysts expect no breakthrough in the talks.'],
    ['mentioned', 'against', 'There is no plan for a summit, the White House said.'],
  ])('%s: %s: %s', (_name, expected, text) => expect(told(text)).toBe(expected));
});

describe('what turns a meaning round', () => {
  it('does not reach past "and"', () => {
    expect(told('Kim has not rejected the talks and is ready for a summit.')).toBe('favours');
  });

  it('reaches over quotation marks and articles', () => {
    expect(told('The parties have yet to sign a so-called “first” agreement.')).toBe('against');
  });

  it('leaves what has failed failed where another thing stalled', () => {
    expect(told('The accord collapsed as the talks stalled.')).toBe('against');
  });

  it('is no part of a longer word: "noted" denies nothing', () => {
    expect(told('The envoy noted progress.')).toBe('favours');
  });
});

describe('clauses', () => {
  it('let the main clause decide over a concession', () => {
    expect(direction('Although the talks have stalled, Kim is willing to meet Trump.')).toBe(
      'favours',
    );
    expect(direction('Although Kim is willing to talk, the negotiations have collapsed.')).toBe(
      'against',
    );
  });

  it('let what comes after "but" decide', () => {
    expect(direction('Kim is willing to talk, but the negotiations have collapsed.')).toBe(
      'against',
    );
    expect(direction('The negotiations collapsed, but Kim is willing to talk.')).toBe('favours');
  });

  it('do not count what is only supposed', () => {
    expect(direction('If the talks collapse, Kim is willing to meet Trump.')).toBe('favours');
  });
});

describe('sentences that do neither', () => {
  it.each([
    'Will the talks collapse?',
    'The success of the summit will depend on the proposal.',
    'The State Department declined to comment on the letter.',
    'The two leaders met in Singapore in 2018.',
    'In 2015 the envoys held talks in Vienna.',
  ])('%s', (text) => expect(told(text)).toBe('neutral'));

  it('have no direction at all where they are not about the talks', () => {
    expect(direction('The bakery opened a second shop.')).toBeNull();
  });
});

it('takes over the direction of what a sentence points back to', () => {
  const [, second] = annotateAll(['Kim rejected the talks.', 'That was on Monday.']);
  expect(second?.direction).toBe('against');
});

describe.each(DIRECTION_RULES)('the rule $id', (rule) => {
  const fires = (text: string) => {
    const draft = { start: 0, end: text.length, text, paragraph: 0 };
    const { words } = readSentence(draft, NORTH_KOREA);
    return (
      strengthOf(
        rule,
        placesOf(words),
        words.map(() => 1),
      ) > 0
    );
  };
  it('fires on its own sentence', () => expect(fires(rule.yes)).toBe(true));
  it('keeps silent otherwise', () => expect(fires(rule.no)).toBe(false));
});
