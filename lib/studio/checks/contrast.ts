import {
  contrastRatio,
  SIGN_CONTRAST,
  TEXT_CONTRAST,
  type Colour,
} from '#lib/briefing/contrast.ts';
import { ownStyles, type OwnStyle, type Scheme } from './cascade.ts';
import { hexOf, parseColour } from './colour.ts';
import type { Finding } from './finding.ts';
import {
  collapse,
  isElement,
  isText,
  type MailDocument,
  type MailElement,
} from './mail-document.ts';

/** What an element hands on to what stands in it. */
interface Setting {
  colour: Colour;
  background: Colour;
  sizePx: number;
  bold: boolean;
}

/** Words in one pair of colours. */
interface Pair extends Setting {
  /** The first words found so. */
  words: string;
}

const DEFAULTS: Record<Scheme, Setting> = {
  light: { colour: [0, 0, 0], background: [255, 255, 255], sizePx: 16, bold: false },
  dark: { colour: [255, 255, 255], background: [18, 18, 18], sizePx: 16, bold: false },
};

/**
 * Contrast of all words in the light and in the dark scheme, from the colours that style sheets and
 * attributes give them: WCAG 2.2 AA, 4.5 for text, 3 for large text (1.4.3) and for signs (1.4.11).
 */
export function checkContrast(document: MailDocument): Finding[] {
  return (['light', 'dark'] as const).flatMap((scheme) =>
    pairsOf(document, scheme).flatMap((pair) => contrastFinding(pair, scheme)),
  );
}

function contrastFinding(pair: Pair, scheme: Scheme): Finding[] {
  const ratio = contrastRatio(pair.colour, pair.background);
  const needed = neededRatio(pair);
  if (ratio >= needed) return [];
  const colours = `${hexOf(pair.colour)} on ${hexOf(pair.background)}`;
  const message = `${colours} in the ${scheme} scheme: contrast ${floor(ratio)}, needed ${needed}`;
  return [{ check: 'contrast', level: 'fault', message, where: pair.words }];
}

function neededRatio({ words, sizePx, bold }: Pair): number {
  const isSign = !/[\p{L}\p{N}]/u.test(words);
  const isLarge = sizePx >= 24 || (bold && sizePx >= 18.66);
  return isSign || isLarge ? SIGN_CONTRAST : TEXT_CONTRAST;
}

/** Never up: 4.48 is not 4.5. */
const floor = (ratio: number) => Math.floor(ratio * 100) / 100;

function pairsOf(document: MailDocument, scheme: Scheme): Pair[] {
  const styles = ownStyles(document, scheme);
  const pairs = new Map<string, Pair>();
  const visit = (element: MailElement, inherited: Setting) => {
    const own = styles.get(element);
    if (own?.get('display') === 'none') return;
    const setting = settingOf(element, own, inherited);
    for (const child of element.childNodes)
      if (isElement(child)) visit(child, setting);
      else if (isText(child)) addPair(pairs, child.textContent, setting);
  };
  visit(document.body, DEFAULTS[scheme]);
  return [...pairs.values()];
}

function addPair(pairs: Map<string, Pair>, text: string, setting: Setting): void {
  const words = collapse(text).slice(0, 60);
  if (words === '') return;
  const pair = { ...setting, words };
  const key = `${hexOf(setting.colour)} ${hexOf(setting.background)} ${neededRatio(pair)}`;
  if (!pairs.has(key)) pairs.set(key, pair);
}

const BOLD_BY_NATURE = /^(?:b|strong|th|h[1-6])$/;

function settingOf(element: MailElement, own: OwnStyle | undefined, inherited: Setting): Setting {
  const weight = own?.get('font-weight');
  const size = /^([\d.]+)px$/.exec(own?.get('font-size') ?? '')?.[1];
  return {
    colour: parseColour(own?.get('color') ?? '') ?? inherited.colour,
    background: parseColour(own?.get('background-color') ?? '') ?? inherited.background,
    sizePx: size === undefined ? inherited.sizePx : Number(size),
    bold:
      weight === undefined
        ? inherited.bold || BOLD_BY_NATURE.test(element.localName)
        : weight === 'bold' || Number(weight) >= 600,
  };
}
