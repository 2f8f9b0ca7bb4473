import type * as z from 'zod/mini';
import type { Brand } from '#lib/briefing/brand.ts';
import type { CompiledTemplates } from '#lib/briefing/mail-renderer.ts';
import type { Wording } from '#lib/briefing/wording.ts';

/**
 * One kind of mail beside the editions: the facts that it tells, and how they become what its templates
 * print. `name` is that of the templates: `templates/NAME.mjml`, `NAME.text.hbs`, `NAME.subject.hbs`.
 */
export interface MailKind<Facts, View extends { preheader: string }> {
  name: string;
  /** They come with their mail, so that a function's bundle holds those of the mails that it sends. */
  templates: CompiledTemplates;
  facts: z.ZodMiniType<Facts>;
  view: z.ZodMiniType<View>;
  toView: (facts: Facts, brand: Brand, wording: Wording) => View;
}
