import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '#lib/briefing/briefing.ts';
import { buildBriefing } from '#lib/briefing/build-briefing.ts';
import { gateBriefing } from '#lib/briefing/gate.ts';
import { embeddedAnalyst } from '#lib/edition/analyst/analyst.ts';
import { chooseBottomLine } from '#lib/edition/analyst/choose-bottom-line.ts';
import { FACTORS } from '#lib/topic/factor.ts';
import { articles, comparison, topic } from '../../briefing/borovia.ts';

const built = buildBriefing({
  ...{ topic, slot: '2026-11-16', comparison: comparison(), articles },
  previousArticleIds: null,
});
const gated = gateBriefing(built, articles);
const own = gated.briefing.bottomLine;
const ownIds = own.map((_, index) => `line-${index + 1}`);
const choose = (ids: string[]) =>
  chooseBottomLine(gated, {
    ...embeddedAnalyst,
    name: 'a model',
    chooseLines: () => Promise.resolve(ids),
  });
const texts = (lines: Line[]) => lines.map(({ text }) => text);

describe('no word of an analyst is printed', () => {
  it.each([
    ['a comparative turned round', 'The envoy of Borovia needs a deal much more now.'],
    ['a negation dropped', 'The envoy said he would lift sanctions.'],
    ['a negation added', 'Talks are not unlikely.'],
    ['a wish told as a deed', 'Borovia removed all sanctions.'],
    ['a right quotation of the wrong speaker', 'The minister said “we will sign by autumn”.'],
    ['a year of another passage', 'Borovia walked out in 2019.'],
    ['a circled number', 'Borovia has ⑨ programmes.'],
    ['a fraction', 'Borovia left ⅞ of the talks.'],
    ['a superscript', 'Borovia gives up weapons².'],
    ['a Roman numeral', 'Borovia gives up Ⅻ weapons.'],
    ['an amount', 'Borovia gives up $60.'],
    ['a negative', 'Borovia gives up −60 weapons.'],
    ['a share', 'Borovia gives up 60 % of its weapons.'],
    ['a joiner', 'Borovia will lift sanc\u200dtions.'],
    ['a soft hyphen', 'Borovia will lift sanc\u00adtions.'],
    ['a full-width host', 'More at borovia．example.'],
    ['a picture', 'Borovia is unlikely 🤡 to sign.'],
    ['corner brackets', 'The envoy said 「we sign」.'],
    ['a line of the engine’s word for word', own[0]?.text ?? ''],
  ])('%s is refused', async (_, text) => {
    const answer = await choose([...ownIds, text]);
    expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining('not offered') });
  });

  it('whatever the answer: each line is the engine’s, and all of its bottom line stays', async () => {
    const id = fc.oneof(fc.constantFrom(...ownIds, ...FACTORS, '__proto__'), fc.string());
    const ids = fc
      .tuple(fc.shuffledSubarray([...ownIds], { minLength: own.length - 1 }), fc.array(id))
      .chain(([some, others]) =>
        fc.shuffledSubarray([...some, ...others], { minLength: some.length }),
      );
    const engine = texts([...own, ...gated.briefing.changes.map(({ line }) => line)]);
    await fc.assert(
      fc.asyncProperty(ids, async (answer) => {
        const chosen = await choose(answer);
        if (!chosen.ok) return;
        const printed = texts(chosen.value.briefing.bottomLine);
        expect(printed.filter((text) => !engine.includes(text))).toEqual([]);
        expect(printed).toEqual(expect.arrayContaining(texts(own)));
        expect(printed.length).toBeLessThanOrEqual(own.length + 2);
      }),
    );
  });
});

describe('an analyst may', () => {
  it('turn the order of the bottom line', async () => {
    const answer = await choose([...ownIds].reverse());
    expect(answer.ok && answer.value.briefing.bottomLine).toEqual([...own].reverse());
    expect(answer.ok && answer.value.briefing.chosenBy).toBe('a model');
  });

  it('leave it, which then is the engine’s', async () => {
    expect(await choose(ownIds)).toEqual({ ok: true, value: gated });
  });

  it('not add the line of a verdict that an editor gave, which does not name its factor', async () => {
    const changes = gated.briefing.changes.map((change) => ({ ...change, correction: 'So.' }));
    const corrected = { ...gated, briefing: { ...gated.briefing, changes } };
    let more: unknown;
    const chooseLines = ({ more: offered }: { more: unknown }) => {
      more = offered;
      return Promise.resolve(ownIds);
    };
    await chooseBottomLine(corrected, { ...embeddedAnalyst, chooseLines });
    expect(more).toEqual([]);
  });
});
