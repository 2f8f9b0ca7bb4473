/** Style sheets that MJML would copy into the elements have an attribute, and stay. */
const STYLE = /(<mj-style\s*>)([^]*?)(?=<\/mj-style>)/g;

/** A source of MJML with a slot in the place of each of its style sheets. */
export interface Skeleton {
  source: string;
  /** The style sheets by the name of their slot. */
  styles: ReadonlyMap<string, string>;
}

/**
 * Takes the style sheets out of a source before MJML, to be put back after it: a change of style needs
 * no MJML. `prefix` tells the slots of one file from those of another.
 */
export function takeStyles(source: string, prefix: string): Skeleton {
  const styles = new Map<string, string>();
  const skeleton = source.replace(STYLE, (_, open: string, style: string) => {
    const slot = `.slot-${prefix}-${styles.size}{}`;
    styles.set(slot, style);
    return `${open}${slot}`;
  });
  return { source: skeleton, styles };
}

/** Puts into each place the slot that `slotOf` names for its style sheet; every line stays on its line. */
export function emptyStyles(source: string, slotOf: ReadonlyMap<string, string>): string {
  return source.replace(STYLE, (_, open: string, style: string) => {
    const lines = style.split('\n').length - 1;
    return `${open}${slotOf.get(style) ?? ''}${'\n'.repeat(lines)}`;
  });
}

/** Puts style sheets into what MJML made of their skeletons. */
export function putStyles(html: string, styles: Iterable<readonly [string, string]>): string {
  return [...styles].reduce((done, [slot, style]) => done.replaceAll(slot, () => style), html);
}
