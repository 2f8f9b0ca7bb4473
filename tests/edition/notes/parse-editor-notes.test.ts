import { describe, expect, it } from 'vitest';
import { noNotes } from '#lib/edition/notes/editor-notes.ts';
import { formatEditorNotes, parseEditorNotes } from '#lib/edition/notes/parse-editor-notes.ts';
import { formatFault } from '#lib/fault.ts';

const ID = 'harbour-talks.2026-01-05';
const empty = noNotes(ID);

function faultsOf(changes: object): string[] {
  const parsed = parseEditorNotes(JSON.stringify({ ...empty, ...changes }), ID, 'notes.json');
  return parsed.ok ? [] : parsed.faults.map(formatFault);
}

const verdict = { factor: 'terms', verdict: 'mixed', because: 'One side only.' };
const note = { text: 'See https://example.com/report.', by: 'Ana Lima' };

describe('a notes file', () => {
  it('is read back as it was laid out', () => {
    const notes = {
      ...empty,
      drop: [{ evidence: '3f9a1c07be', because: 'Misread.' }],
      notes: [note],
    };
    expect(parseEditorNotes(formatEditorNotes(notes), ID, 'notes.json')).toEqual({
      ok: true,
      value: notes,
    });
  });

  it('may begin with the byte order mark that some editors put there', () => {
    const text = `\ufeff${formatEditorNotes(empty)}`;
    expect(parseEditorNotes(text, ID, 'notes.json')).toEqual({ ok: true, value: empty });
  });

  it('may leave out the lists that it does not need', () => {
    const parsed = parseEditorNotes(JSON.stringify({ schemaVersion: 1, edition: ID }), ID, 'x');
    expect(parsed).toEqual({ ok: true, value: empty });
  });

  it.each([
    [
      { drop: [{ evidence: 'the one on tariffs' }] },
      'drop.0.evidence: expected a passage by its id',
    ],
    [
      { verdicts: [{ ...verdict, verdict: 'good' }] },
      'verdicts.0.verdict: expected one of "improved"',
    ],
    [
      { verdicts: [{ ...verdict, because: '' }] },
      'verdicts.0.because: expected the reason: one line',
    ],
    [{ verdicts: [verdict, verdict] }, 'verdicts: expected each factor once'],
    [{ speakers: [{ evidence: '3f9a1c07be' }] }, 'speakers.0.speaker: expected'],
    [{ notes: [{ text: 'Unsigned.' }] }, 'notes.0.by: expected the name that signs it'],
    [{ notes: [{ ...note, text: 'x'.repeat(601) }] }, 'notes.0.text: expected the note'],
    [{ notes: [{ ...note, text: 'two\nlines' }] }, 'notes.0.text: expected the note'],
    [{ notes: [{ ...note, text: 'a \u202eturned' }] }, 'notes.0.text: expected the note'],
    [{ notes: [{ ...note, text: 'See ftp://example.com' }] }, 'notes.0.text: expected the note'],
    [{ notes: [{ ...note, text: 'javascript:alert(1)' }] }, 'notes.0.text: expected the note'],
    [{ notes: [{ ...note, text: 'https://a:b@example.com' }] }, 'notes.0.text: expected the note'],
    [{ notes: [{ ...note, text: 'https://parley.invalid/x' }] }, 'notes.0.text: expected the note'],
    [
      { notes: Array.from({ length: 6 }, (_, i) => ({ ...note, text: `No. ${i}` })) },
      'notes: expected at most 5',
    ],
    [{ notes: [{ ...note, by: '…' }] }, 'notes.0.by: expected the name'],
    [{ notes: [{ ...note, by: '\u3164' }] }, 'notes.0.by: expected the name'],
    [{ notes: [{ ...note, text: '\u2800a' }] }, 'notes.0.text: expected the note'],
    [{ notes: [{ ...note, text: 'with\u00addrawn' }] }, 'notes.0.text: expected the note'],
    [{ notes: [{ ...note, text: 'with\u200ddrawn' }] }, 'notes.0.text: expected the note'],
    [{ verdicts: [{ ...verdict, because: '12.' }] }, 'verdicts.0.because: expected the reason'],
    [{ dropp: [] }, 'notes.json: expected no field named dropp'],
  ])('with %j names the field and what was expected', (changes, fault) => {
    expect(faultsOf(changes).join('\n')).toContain(fault);
  });

  it('names every fault at once', () => {
    expect(faultsOf({ drop: [{}], verdicts: [{}], schemaVersion: 2 }).length).toBeGreaterThan(4);
  });
});
