import { html } from 'hono/html';
import { say } from '#lib/briefing/wording.ts';
import { faultSummary, textField } from './form.ts';
import type { MakePage } from './page.ts';

/** What was entered, and what is wrong with it. */
export interface NewAddressForm {
  value?: string;
  fault?: 'addressFault' | 'sameFault';
}

/** Where somebody enters the address at which they want their mails. */
export function newAddressPage(
  path: string,
  topic: string,
  { value = '', fault }: NewAddressForm,
): MakePage {
  return ({ wording, to }) => {
    const { newAddress: words, subscribe } = wording.pages;
    const faults = { addressFault: subscribe.addressFault, sameFault: words.sameFault };
    const told = fault === undefined ? null : faults[fault];
    return {
      title: words.title,
      content: html`${faultSummary(wording, told === null ? [] : [{ name: FIELD, text: told }])}
        <p>${say(wording, words.text, { topic })}</p>
        <form method="post" action="${to(path)}" novalidate>
          ${textField({
            name: FIELD,
            label: words.address,
            type: 'email',
            hint: words.hint,
            autocomplete: 'email',
            required: true,
            value,
            ...(told !== null && { fault: told }),
          })}
          <button type="submit">${words.button}</button>
        </form>`,
    };
  };
}

const FIELD = 'new-address';
