import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** Rules of WCAG 2.2 up to AA. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** And what axe counts as good practice in a page; a mail has no landmarks. */
const PAGE = [...WCAG, 'best-practice'];

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every way in which a page is looked at. */
const VIEWS = [320, 1024].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
);

/**
 * What is wrong with the page that stands in the window, narrow and wide, light and dark: what axe finds
 * (https://github.com/dequelabs/axe-core), and whether it has to be moved sideways to be read.
 */
export async function findings(page: Page, rules = PAGE): Promise<string[]> {
  // The pages forbid scripts; what the browser's own tools evaluate is free of that.
  await page.evaluate(await axe);
  const found: string[] = [];
  for (const { width, scheme } of VIEWS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    for (const finding of await findingsOfView(page, rules))
      found.push(`${width} ${scheme} ${finding}`);
  }
  return found;
}

function findingsOfView(page: Page, rules: string[]): Promise<string[]> {
  return page.evaluate<string[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => [
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))),
      ...(document.documentElement.scrollWidth > innerWidth ? ['wider than the window'] : []),
    ])`,
  );
}
