import { describe, expect, it } from 'vitest';
import { formatFault } from '#lib/fault.ts';
import { EXAMPLE, parseConfiguration } from '#lib/infra/configuration.ts';

const read = (context: Record<string, unknown>) => parseConfiguration(context, 'context');
const faults = (context: Record<string, unknown>) => {
  const parsed = read(context);
  return parsed.ok ? [] : parsed.faults.map(formatFault);
};

describe('parseConfiguration', () => {
  it('takes the example where nothing is configured', () => {
    expect(read({})).toEqual({ ok: true, value: EXAMPLE });
  });

  it('takes the domain from the sender', () => {
    const value = { ...EXAMPLE, sender: 'digest@mail.example.org', domain: 'mail.example.org' };
    expect(read({ sender: value.sender })).toEqual({ ok: true, value });
  });

  it('takes an operator who is told of each edition', () => {
    const sender = 'digest@example.org';
    const named = read({ sender, operator: 'ana@example.org' });
    expect(named).toMatchObject({ ok: true, value: { operator: 'ana@example.org' } });
    expect(faults({ sender, operator: 'ana' })[0]).toContain('context: operator: expected');
  });

  it('takes topics, a zone and whether anything is sent', () => {
    const said = { sender: 'digest@example.org', topics: 'a,b', zone: 'Z0123', sending: 'off' };
    const value = { topics: ['a', 'b'], zone: 'Z0123', isSending: false };
    expect(read(said)).toMatchObject({ ok: true, value });
  });

  it('lets a sender stand under the signed domain', () => {
    expect(read({ sender: 'digest@mail.example.org', domain: 'example.org' }).ok).toBe(true);
  });

  it('takes a model where both analyst and model are named', () => {
    const sender = 'digest@example.org';
    const named = { analyst: 'bedrock', model: 'eu.example.model-v1:0' };
    expect(read({ sender, ...named })).toMatchObject({ ok: true, value: { model: named.model } });
  });

  it.each([
    [
      { sender: 'a@example.org', analyst: 'bedrock' },
      'context: model: expected -c analyst=bedrock and -c model=ID together',
    ],
    [
      { sender: 'a@example.org', model: 'example.model-v1' },
      'context: analyst: expected -c analyst=bedrock and -c model=ID together',
    ],
    [
      { sender: 'a@example.org', analyst: 'bedrock', model: '*' },
      'context: model: expected the id of a model of Amazon Bedrock, found "*"',
    ],
    [
      { domain: 'example.org' },
      'context: sender: expected the address the mails come from: -c sender=digest@example.org',
    ],
    [
      { sender: 'a@example.org', sending: 'no' },
      'context: sending: expected on or off, found "no"',
    ],
    [
      { sender: 'a@example.org', operator: 'ana', model: 'example.model-v1' },
      'context: operator: expected an address with one @, such as ana@example.com, found "ana"',
      'context: analyst: expected -c analyst=bedrock and -c model=ID together',
    ],
    [
      { sender: 'a@example.org', zone: 'example.org' },
      'context: zone: expected the id of a hosted zone of Route 53, such as Z0123456789, found "example.org"',
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
  ])('names the faults in %j', (context, ...messages) => {
    expect(faults(context)).toEqual(messages);
  });
});
