import type { EditorNote } from './briefing.ts';
import type { EditorNoteView } from './edition-view.ts';
import { addressesIn } from './editor-text.ts';
import { linkFault } from './link-fault.ts';
import { href } from './quote-view.ts';
import type { Wording } from './wording.ts';

/** A note with its addresses as links; the words are printed as they were written. */
export function editorNoteView({ text, by }: EditorNote, wording: Wording): EditorNoteView {
  const words: EditorNoteView['words'] = [];
  for (const word of text.split(/\s+/u)) {
    const url = href(addressesIn(word).find((address) => linkFault(address) === null) ?? null);
    const last = words.at(-1);
    if (url === null && last?.url === null) last.text += ` ${word}`;
    else words.push({ text: word, url });
  }
  return { label: wording.editor.note, words, by };
}
