const WHOLE_MAX_WORDS = 6;
const EDGE_WORDS = 3;

/**
 * The address of a page that opens at the given words, as a text fragment
 * (https://wicg.github.io/scroll-to-text-fragment/): `#:~:text=start,end`, or the words themselves
 * where they are few. A directive that the address brings gives way to it. Quotation marks at the edges are left out, since pages set them differently.
 */
export function withTextFragment(url: string, words: string): string {
  const list = withoutEdgeMarks(words).split(/\s+/);
  const directive =
    list.length <= WHOLE_MAX_WORDS
      ? encode(list.join(' '))
      : `${encode(list.slice(0, EDGE_WORDS).join(' '))},${encode(list.slice(-EDGE_WORDS).join(' '))}`;
  if (directive === '') return url;
  const hash = url.indexOf('#');
  const page = hash < 0 ? url : url.slice(0, hash);
  const fragment = hash < 0 ? '' : url.slice(hash + 1).split(':~:', 1)[0];
  return `${page}#${fragment}:~:text=${directive}`;
}

function withoutEdgeMarks(words: string): string {
  return words.replace(/^[\s"'“”‘’«»]+|[\s"'“”‘’«»,.;:]+$/gu, '');
}

/** The directive's own syntax uses comma and hyphen; `encodeURIComponent` leaves the hyphen, and throws at half a surrogate pair. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('-', '%2D');
}
