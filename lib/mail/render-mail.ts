import type { Brand } from '#lib/briefing/brand.ts';
import { mailRenderer, type Rendered } from '#lib/briefing/mail-renderer.ts';
import { printableDeep } from '#lib/briefing/printable.ts';
import type { Wording } from '#lib/briefing/wording.ts';
import { formatFault, parseWith, type Fault, type Parsed } from '#lib/fault.ts';
import type { MailKind } from './mail-kind.ts';

/** A mail whose facts cannot be printed: an address that is none, or a program that is wrong. */
export class UnprintableMail extends Error {
  override readonly name = 'UnprintableMail';
  readonly faults: Fault[];

  constructor(mail: string, faults: Fault[]) {
    super(`the mail "${mail}" cannot be printed: ${faults.map(formatFault).join('; ')}`);
    this.faults = faults;
  }
}

/**
 * A mail beside the editions, from facts that the program has. The same facts give the same bytes.
 * @throws UnprintableMail with every fault where the facts do not make a view
 */
export function renderMail<Facts, View extends { preheader: string }>(
  kind: MailKind<Facts, View>,
  facts: Facts,
  brand: Brand,
  wording: Wording,
): Rendered {
  const view = viewMail(kind, facts, brand, wording);
  if (!view.ok) throw new UnprintableMail(kind.name, view.faults);
  return mailRenderer(kind.templates)(kind.name, view.value);
}

/**
 * What the templates of a mail print, checked. Texts are made printable first: what a subscriber or an
 * article wrote can break out of no line and no header.
 */
export function viewMail<Facts, View extends { preheader: string }>(
  kind: MailKind<Facts, View>,
  facts: Facts,
  brand: Brand,
  wording: Wording,
): Parsed<View> {
  return parseWith(kind.view, printableDeep(kind.toView(facts, brand, wording)), kind.name);
}
