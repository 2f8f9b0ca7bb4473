/** How a frame shows a mail. */
export interface FrameState {
  scheme: 'light' | 'dark';
  /** False: as programs show it that load no image before they are told to. */
  images: boolean;
  /** False: as programs show it that know no style at all. */
  css: boolean;
}

/** Reads a frame's state from its address; anything unknown is the usual. */
export function frameStateOf(query: (name: string) => string | undefined): FrameState {
  return {
    scheme: query('scheme') === 'dark' ? 'dark' : 'light',
    images: query('images') !== 'off',
    css: query('css') !== 'off',
  };
}

/** The address of a frame that shows a mail in a state. */
export function framePath(path: string, { scheme, images, css }: FrameState): string {
  const query = new URLSearchParams({
    scheme,
    ...(images ? {} : { images: 'off' }),
    ...(css ? {} : { css: 'off' }),
  });
  return `${path}/html?${query}`;
}

/**
 * The HTML of a mail for a frame: unchanged but for links, which open in windows of their own, and for
 * the colour scheme, which is the frame's and not that of the person who looks.
 */
export function frameHtml(mailHtml: string, { scheme }: Pick<FrameState, 'scheme'>): string {
  return mailHtml
    .replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`)
    .replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi, (_, asked: string) =>
      asked.toLowerCase() === scheme ? '(min-width: 0)' : '(max-width: 0)',
    )
    .replace(
      /(<meta\s[^>]*name="(?:supported-)?color-schemes?"[^>]*content=")[^"]*/gi,
      (_, start: string) => `${start}${scheme}`,
    )
    .replace(/(color-schemes?\s*:\s*)light dark/gi, (_, property: string) => property + scheme);
}

/** Leads links to the local pages to these here: the mail may have been sent while they had another port. */
export function linkedHere(mailHtml: string, origin: string): string {
  return mailHtml.replace(
    /(\shref=")http:\/\/127\.0\.0\.1:\d+(?=\/)/g,
    (_, start: string) => start + origin,
  );
}
