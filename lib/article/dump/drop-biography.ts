/** Paragraphs at an article's end among which a note on its author is looked for. */
const REACH_PARAGRAPHS = 3;

const ROLE =
  /^(?:the (?:author|writer|columnist)|[\p{Lu}][\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]+){1,3}) (?:is|was|has been|covers|writes|reports|joined|served)\b.{0,120}\b(?:reporter|correspondent|journalist|editor|columnist|bureau chief|staff writer|contributor|contributing|freelance|covers|writes|reporting|newsroom|for (?:this|the) (?:newspaper|paper|website|outlet))\b/iu;

/** Drops notes on the author from an article's end; a paragraph that quotes somebody is none. */
export function dropBiography(paragraphs: readonly string[], authors: readonly string[]): string[] {
  const tail = Math.max(1, paragraphs.length - REACH_PARAGRAPHS);
  const first = paragraphs.findIndex((text, index) => index >= tail && isBiography(text, authors));
  return first < 0 ? [...paragraphs] : paragraphs.slice(0, first);
}

function isBiography(text: string, authors: readonly string[]): boolean {
  if (/["“”]/.test(text)) return false;
  if (/^the (?:author|writer|columnist) (?:is|was|has|can)\b/i.test(text)) return true;
  return ROLE.test(text) || authors.some((name) => isAbout(name, text));
}

/** "Ann Lee covers trade." opens with an author's full name and says what she does. */
function isAbout(name: string, text: string): boolean {
  return (
    text.startsWith(`${name} `) &&
    /^ (?:is|was|has|covers|writes|reports|joined|works|lives)\b/.test(text.slice(name.length))
  );
}
