import type { HtmlValidate } from 'html-validate';
import type { Finding } from './finding.ts';

/**
 * Valid and accessible HTML by the rules of html-validate. What is wrong in a page may be right in a
 * mail: layout tables with their attributes, and MJML's skeleton.
 */
export const MAIL_RULES = {
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'long-title': 'off', 'no-deprecated-attr': 'off', 'prefer-native-element': 'off' },
} as const;

/** `Validator` is the class of html-validate, which is loaded only where mails are checked. */
export function checkAccessibility(html: string, Validator: typeof HtmlValidate): Finding[] {
  const validator = new Validator({ ...MAIL_RULES, extends: [...MAIL_RULES.extends] });
  const { results } = validator.validateStringSync(html);
  return results
    .flatMap(({ messages }) => messages)
    .map(({ severity, message, ruleId, line }) => ({
      check: 'accessibility' as const,
      level: severity >= 2 ? ('fault' as const) : ('warning' as const),
      message: `${message} (${ruleId})`,
      where: `line ${line}`,
    }));
}
