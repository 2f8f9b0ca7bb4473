import type { MailDocument, MailElement } from './mail-document.ts';

export type Scheme = 'light' | 'dark';

/** Properties of an element by name, as its style sheets and attributes set them; not inherited ones. */
export type OwnStyle = ReadonlyMap<string, string>;

interface Declaration {
  property: string;
  value: string;
  /** Higher wins; of two alike the later one. */
  weight: number;
}

interface StyleRule {
  selectorText?: string;
  style?: ArrayLike<string> & {
    getPropertyValue(name: string): string;
    getPropertyPriority(name: string): string;
  };
  media?: { mediaText: string };
  cssRules?: StyleRule[];
}

const IMPORTANT = 1_000_000;
const INLINE = 100_000;
const SCHEME_QUERY = /^\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)$/;

/**
 * The style that each element is given in a scheme: attributes, style sheets and style attributes by
 * weight. Media queries other than that of the scheme do not hold: colours do not depend on the width.
 */
export function ownStyles(document: MailDocument, scheme: Scheme): Map<MailElement, OwnStyle> {
  const found = new Map<MailElement, Declaration[]>();
  const add = (element: MailElement, declarations: Declaration[]) =>
    found.set(element, [...(found.get(element) ?? []), ...declarations]);
  for (const element of document.querySelectorAll('[bgcolor], [color]'))
    add(element, attributeDeclarations(element));
  for (const rule of rulesOf(document, scheme))
    for (const selector of (rule.selectorText ?? '').split(','))
      for (const element of matches(document, selector))
        add(element, ruleDeclarations(rule, selector));
  for (const element of document.querySelectorAll('[style]'))
    add(element, inlineDeclarations(element.getAttribute('style') ?? ''));
  return new Map([...found].map(([element, declarations]) => [element, cascaded(declarations)]));
}

function cascaded(declarations: readonly Declaration[]): OwnStyle {
  const sorted = declarations.toSorted((a, b) => a.weight - b.weight);
  return new Map(sorted.map(({ property, value }) => [property, value]));
}

function rulesOf(document: MailDocument, scheme: Scheme): StyleRule[] {
  const sheets = [...document.querySelectorAll('style:not([media])')] as (MailElement & {
    sheet: { cssRules: StyleRule[] };
  })[];
  return sheets.flatMap(({ sheet }) => sheet.cssRules).flatMap((rule) => held(rule, scheme));
}

function held(rule: StyleRule, scheme: Scheme): StyleRule[] {
  if (rule.media === undefined) return rule.selectorText === undefined ? [] : [rule];
  const [, query] = SCHEME_QUERY.exec(rule.media.mediaText.trim()) ?? [];
  return query === scheme ? (rule.cssRules ?? []).flatMap((inner) => held(inner, scheme)) : [];
}

/** A selector that only some mail program understands matches nothing. */
function matches(document: MailDocument, selector: string): MailElement[] {
  try {
    return [...document.querySelectorAll(selector.trim())];
  } catch {
    return [];
  }
}

function ruleDeclarations({ style }: StyleRule, selector: string): Declaration[] {
  if (style === undefined) return [];
  return Array.from(style, (property) => ({
    property,
    value: style.getPropertyValue(property),
    weight:
      specificity(selector) + (style.getPropertyPriority(property) === 'important' ? IMPORTANT : 0),
  })).flatMap(longhands);
}

function inlineDeclarations(style: string): Declaration[] {
  return [...style.matchAll(/([\w-]+)\s*:\s*([^;]+)/g)].flatMap(([, property = '', value = '']) => {
    const [, plain = value, important] = /^(.*?)\s*(!important)?$/i.exec(value.trim()) ?? [];
    const weight = INLINE + (important === undefined ? 0 : IMPORTANT);
    return longhands({ property: property.toLowerCase(), value: plain, weight });
  });
}

function attributeDeclarations(element: MailElement): Declaration[] {
  const pairs = [
    ['background-color', element.getAttribute('bgcolor')],
    ['color', element.getAttribute('color')],
  ] as const;
  return pairs.flatMap(([property, value]) =>
    value === null ? [] : [{ property, value, weight: -1 }],
  );
}

/** The parts of `font` and `background` that bear on contrast, as properties of their own. */
function longhands(declaration: Declaration): Declaration[] {
  const { property, value } = declaration;
  if (property === 'background') {
    const colour = /#[0-9a-f]{3,8}\b|rgb\([^)]*\)|^[a-z]+$/i.exec(value.trim())?.[0];
    return colour === undefined
      ? []
      : [{ ...declaration, property: 'background-color', value: colour }];
  }
  if (property !== 'font') return [declaration];
  const size = /([\d.]+px)/.exec(value)?.[1];
  const weight = /\b(bold|[1-9]00)\b/.exec(value.replace(/[\d.]+px.*/, ''))?.[1] ?? 'normal';
  return [
    ...(size === undefined ? [] : [{ ...declaration, property: 'font-size', value: size }]),
    { ...declaration, property: 'font-weight', value: weight },
  ];
}

/** Ids, then classes and attributes, then element names (https://www.w3.org/TR/selectors-4/#specificity). */
export function specificity(selector: string): number {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0;
  return (
    count(/#[\w-]+/g) * 10_000 +
    count(/\.[\w-]+|\[[^\]]*\]|(?<!:):(?!:)[\w-]+/g) * 100 +
    count(/(?<![\w.#:[-])[a-z][\w-]*/gi)
  );
}
