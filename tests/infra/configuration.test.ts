import { describe, expect, it } from 'vitest';
import { formatFault } from '#lib/fault.ts';
import { EXAMPLE, readConfiguration } from '#lib/infra/configuration.ts';

const read = (context: Record<string, unknown>) => readConfiguration((name) => context[name]);
const faults = (context: Record<string, unknown>) => {
  const parsed = read(context);
  return parsed.ok ? [] : parsed.faults.map(formatFault);
};

describe('readConfiguration', () => {
  it('takes the example where nothing is configured', () => {
    expect(read({})).toEqual({ ok: true, value: EXAMPLE });
  });

  it('takes the domain from the sender', () => {
    const value = { sender: 'digest@mail.example.org', domain: 'mail.example.org' };
    expect(read({ sender: value.sender })).toEqual({ ok: true, value });
  });

  it('lets a sender stand under the signed domain', () => {
    expect(read({ sender: 'digest@mail.example.org', domain: 'example.org' }).ok).toBe(true);
  });

  it.each([
    [
      { domain: 'example.org' },
      'context: sender: expected the address the mails come from: -c sender=digest@example.org',
    ],
    [
      { sender: 'digest' },
      'context: sender: expected an address with one @, such as ana@example.com, found "digest"',
    ],
    [
      { sender: 'a@example.org', domain: 'Example' },
      'context: domain: expected a domain in lower case such as example.org, found "Example"',
    ],
    [
      { sender: 'a@example.net', domain: 'example.org' },
      'context: sender: expected an address of the domain example.org, found a@example.net',
    ],
    [
      { sender: 'a@notexample.org', domain: 'example.org' },
      'context: sender: expected an address of the domain example.org, found a@notexample.org',
    ],
  ])('names the fault in %j', (context, message) => {
    expect(faults(context)).toEqual([message]);
  });
});
