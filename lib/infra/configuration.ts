import * as z from 'zod/mini';
import { parseWith, type Parsed } from '#lib/fault.ts';
import { parseAddress } from '#lib/subscription/address.ts';

/** What an operator says with `-c name=value`. */
const Context = z.object({
  sender: z.string('the address the mails come from: -c sender=digest@example.org'),
  domain: z.optional(
    z
      .string('a domain such as example.org')
      .check(
        z.regex(/^([a-z0-9-]+\.)+[a-z0-9-]{2,}$/, 'a domain in lower case such as example.org'),
      ),
  ),
  operator: z.optional(z.string('an address that reports go to')),
  analyst: z.optional(z.literal('bedrock')),
  model: z.optional(
    z
      .string('the id of a model of Amazon Bedrock')
      .check(z.regex(/^[a-zA-Z0-9][\w.:/-]+$/, 'the id of a model of Amazon Bedrock')),
  ),
});

export interface Configuration {
  /** Address in From: of every mail. */
  sender: string;
  /** The domain that SES signs for (DKIM): the sender's, or one above it. */
  domain: string;
  /** Address that the report on each edition goes to; null where nobody wants one. */
  operator: string | null;
  /** Model or inference profile of Amazon Bedrock; null where the embedded engine does everything. */
  model: string | null;
}

/** Stands in where nothing is configured, so that a fresh clone can be synthesised and read. */
export const EXAMPLE: Configuration = {
  sender: 'digest@example.com',
  domain: 'example.com',
  operator: null,
  model: null,
};

/**
 * Reads the configuration from the CDK context; without any, the example. The domain is the
 * sender's own where none is given.
 * @param contextValue value of a context key, undefined where it is not set
 */
export function readConfiguration(contextValue: (name: string) => unknown): Parsed<Configuration> {
  const names = ['sender', 'domain', 'operator', 'analyst', 'model'];
  const given = Object.fromEntries(names.map((name) => [name, contextValue(name)]));
  if (Object.values(given).every((value) => value === undefined))
    return { ok: true, value: EXAMPLE };
  const context = parseWith(Context, given, 'context');
  if (!context.ok) return context;
  const model = modelOf(context.value);
  if (!model.ok) return model;
  const sender = parseAddress(context.value.sender, 'context', 'sender');
  if (!sender.ok) return sender;
  const ownDomain = sender.value.slice(sender.value.lastIndexOf('@') + 1);
  const domain = context.value.domain ?? ownDomain;
  const operator = operatorOf(context.value);
  if (!operator.ok) return operator;
  return aligned({
    sender: sender.value,
    domain,
    operator: operator.value,
    model: model.value,
  });
}

function operatorOf({ operator }: z.infer<typeof Context>): Parsed<string | null> {
  return operator === undefined
    ? { ok: true, value: null }
    : parseAddress(operator, 'context', 'operator');
}

/** Both or neither: there is no default model, and a model alone may be there by mistake. */
function modelOf({ analyst, model }: z.infer<typeof Context>): Parsed<string | null> {
  if ((analyst === undefined) === (model === undefined)) return { ok: true, value: model ?? null };
  const expected = '-c analyst=bedrock and -c model=ID together';
  const field = model === undefined ? 'model' : 'analyst';
  return { ok: false, faults: [{ source: 'context', field, expected }] };
}

/** DMARC passes only where the address lies in the signed domain. */
function aligned(configuration: Configuration): Parsed<Configuration> {
  const { sender, domain } = configuration;
  if (sender.endsWith(`@${domain}`) || sender.endsWith(`.${domain}`))
    return { ok: true, value: configuration };
  const expected = `an address of the domain ${domain}`;
  return { ok: false, faults: [{ source: 'context', field: 'sender', expected, found: sender }] };
}
