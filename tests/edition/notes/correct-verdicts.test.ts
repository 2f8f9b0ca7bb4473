import { describe, expect, it } from 'vitest';
import { correctVerdicts } from '#lib/edition/notes/correct-verdicts.ts';
import { comparison, noTreaty, tariffsFell } from '../../briefing/borovia.ts';

const because = 'The tariffs were only suspended.';

describe('an editor’s verdict', () => {
  it('takes the place of the one that was found, which is kept beside it', () => {
    const corrected = correctVerdicts(comparison(), [
      { factor: 'sanctions', verdict: 'mixed', because },
    ]);
    expect(corrected.comparison.factors.find(({ factor }) => factor === 'sanctions')).toMatchObject(
      {
        verdict: 'mixed',
        correction: { found: 'improved', because },
        then: [noTreaty],
        now: [tariffsFell],
      },
    );
    expect(corrected.verdicts).toEqual([
      { factor: 'sanctions', verdict: 'mixed', because, found: 'improved' },
    ]);
    const others = comparison().factors.filter(({ factor }) => factor !== 'sanctions');
    expect(corrected.comparison.factors).toEqual(expect.arrayContaining(others));
  });

  it('shows only the era that it speaks of', () => {
    const { comparison: corrected } = correctVerdicts(comparison(), [
      { factor: 'sanctions', verdict: 'new', because },
    ]);
    const sanctions = corrected.factors.find(({ factor }) => factor === 'sanctions');
    expect(sanctions).toMatchObject({ then: [], now: [tariffsFell] });
  });

  it.each([
    ['leverage', 'improved', '"improved" needs evidence that is lacking: then'],
    ['provocation', 'new', '"new" needs evidence that is lacking: now'],
    ['domestic', 'mixed', 'the articles say too little on it for a verdict'],
  ] as const)('on %s cannot be %s without evidence', (factor, verdict, reason) => {
    const corrected = correctVerdicts(comparison(), [{ factor, verdict, because }]);
    expect(corrected).toEqual({
      comparison: comparison(),
      verdicts: [],
      unmatched: [{ correction: `verdict on ${factor}`, reason }],
    });
  });
});
