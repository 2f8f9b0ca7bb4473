import { describe, expect, it } from 'vitest';
import { applyNotes } from '#lib/edition/notes/apply-notes.ts';
import { evidenceId } from '#lib/outlook/evidence-id.ts';
import { lineOpen, noPlans, rocket } from '../../briefing/borovia.ts';

const found = [noPlans, { ...noPlans, factor: 'intent' as const }, rocket, lineOpen];
const id = evidenceId(noPlans.evidence);
const { articleId, start, end } = rocket.evidence;

describe('corrections of passages', () => {
  it('change nothing where there are none', () => {
    expect(applyNotes(found, { drop: [], speakers: [] })).toEqual({
      findings: found,
      dropped: [],
      speakers: [],
      unmatched: [],
    });
  });

  it('leave a passage out on every factor, by its id or its place', () => {
    const place = `${articleId}:${start}-${end}`;
    const corrected = applyNotes(found, {
      drop: [{ evidence: id }, { evidence: place }],
      speakers: [],
    });
    expect(corrected.findings).toEqual([lineOpen]);
    expect(corrected.dropped).toEqual([
      { evidence: id, words: noPlans.evidence.text },
      { evidence: place, words: rocket.evidence.text },
    ]);
  });

  it('give a passage another speaker, without the role of the one who was found', () => {
    const { findings, speakers } = applyNotes(found, {
      drop: [],
      speakers: [{ evidence: id, speaker: 'Nora Vale' }],
    });
    const by = { speaker: 'Nora Vale', role: null, affiliation: null, speakerByEditor: true };
    expect(findings.slice(0, 2)).toMatchObject([by, by]);
    expect(findings.slice(2)).toEqual(found.slice(2));
    expect(speakers).toEqual([{ evidence: id, found: 'Mara Lind', speaker: 'Nora Vale' }]);
  });

  it('withdraw a speaker', () => {
    const { findings } = applyNotes(found, {
      drop: [],
      speakers: [{ evidence: id, speaker: null }],
    });
    expect(findings[0]).toMatchObject({ speaker: null, role: null, speakerByEditor: true });
  });

  it('on one passage by id and by place: the first stands, the second is named', () => {
    const at = noPlans.evidence;
    const place = `${at.articleId}:${at.start}-${at.end}`;
    const { speakers, unmatched } = applyNotes(found, {
      drop: [],
      speakers: [
        { evidence: place, speaker: 'Nora Vale' },
        { evidence: id, speaker: 'Ana Lima' },
      ],
    });
    expect(speakers).toMatchObject([{ evidence: place, speaker: 'Nora Vale' }]);
    const reason = 'another correction is on that passage already';
    expect(unmatched).toEqual([{ correction: `speaker of ${id}`, reason }]);
  });

  it('never change what was found', () => {
    const before = structuredClone(found);
    applyNotes(found, { drop: [{ evidence: id }], speakers: [{ evidence: id, speaker: null }] });
    expect(found).toEqual(before);
  });

  it('are named where they match nothing, also where the passage is left out already', () => {
    const { unmatched } = applyNotes(found, {
      drop: [{ evidence: '0123456789' }, { evidence: id }],
      speakers: [{ evidence: id, speaker: null }],
    });
    const reason = 'no article of the edition has that passage';
    expect(unmatched).toEqual([
      { correction: 'drop 0123456789', reason },
      { correction: `speaker of ${id}`, reason },
    ]);
  });
});

describe('the id of a passage', () => {
  it('stays where words before it change, and never names other words', () => {
    const moved = { ...rocket.evidence, start: start + 9, end: end + 9 };
    expect(evidenceId(moved)).toBe(evidenceId(rocket.evidence));
    expect(evidenceId({ ...rocket.evidence, text: 'Borovia tested two.' })).not.toBe(
      evidenceId(rocket.evidence),
    );
    expect(evidenceId({ ...rocket.evidence, articleId: 'x' })).not.toBe(
      evidenceId(rocket.evidence),
    );
  });
});
