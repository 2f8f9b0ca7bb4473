import * as z from 'zod/mini';
import { parseWith, type Fault, type Parsed } from '#lib/fault.ts';
import { parseAddress } from '#lib/subscription/address.ts';

/** What an operator says with `-c name=value`, or in a stage file. */
const Settings = z.strictObject({
  sender: z.string('the address the mails come from: -c sender=digest@example.org'),
  domain: z.optional(
    z
      .string('a domain such as example.org')
      .check(
        z.regex(/^([a-z0-9-]+\.)+[a-z0-9-]{2,}$/, 'a domain in lower case such as example.org'),
      ),
  ),
  operator: z.optional(z.string('an address that reports and alarms go to')),
  topics: z.optional(
    z
      .string('ids of topics with commas between')
      .check(z.regex(/^[a-z0-9-]+(,[a-z0-9-]+)*$/, 'ids of topics with commas between')),
  ),
  sending: z.optional(z.enum(['on', 'off'], 'on or off')),
  mailbox: z.optional(z.enum(['on', 'off'], 'on or off')),
  zone: z.optional(
    z
      .string('the id of a hosted zone of Route 53')
      .check(z.regex(/^Z[A-Z0-9]+$/, 'the id of a hosted zone of Route 53, such as Z0123456789')),
  ),
  analyst: z.optional(z.literal('bedrock', 'bedrock')),
  model: z.optional(
    z
      .string('the id of a model of Amazon Bedrock')
      .check(z.regex(/^[a-zA-Z0-9][\w.:/-]+$/, 'the id of a model of Amazon Bedrock')),
  ),
});
type Settings = z.infer<typeof Settings>;

/** Names of everything that can be said, beside `stage`. */
export const SETTINGS: readonly string[] = Object.keys(Settings.shape);

export interface Configuration {
  /** Address in From: of every mail. */
  sender: string;
  /** The domain that SES signs for (DKIM): the sender's, or one above it. */
  domain: string;
  /** Address that reports and alarms go to; null where nobody wants any. */
  operator: string | null;
  /** Ids of the topics that have a schedule; null: all. */
  topics: string[] | null;
  /** False: nothing is composed by a schedule and nothing is mailed; for trying a restored backup. */
  isSending: boolean;
  /** Whether mails that unsubscribe are taken too, where the region's SES receives mail. */
  hasMailbox: boolean;
  /** Hosted zone of the domain, where the DNS records are made; null: they are printed. */
  zone: string | null;
  /** Model or inference profile of Amazon Bedrock; null where the embedded engine does everything. */
  model: string | null;
}

/** Stands in where nothing is configured, so that a fresh clone can be synthesised and read. */
export const EXAMPLE: Configuration = {
  sender: 'digest@example.com',
  domain: 'example.com',
  operator: null,
  topics: null,
  isSending: true,
  hasMailbox: false,
  zone: null,
  model: null,
};

/**
 * Checks what an operator said. Without anything, the example. The domain is the sender's own where
 * none is given.
 * @param settings by name; undefined where it is not said
 * @param source how a fault names where they stand
 */
export function parseConfiguration(
  settings: Record<string, unknown>,
  source: string,
): Parsed<Configuration> {
  if (Object.values(settings).every((value) => value === undefined))
    return { ok: true, value: EXAMPLE };
  const said = parseWith(Settings, settings, source);
  if (!said.ok) return said;
  const sender = parseAddress(said.value.sender, source, 'sender');
  const operator = operatorOf(said.value, source);
  const faults = [...faultsOf(sender), ...faultsOf(operator), ...modelFaults(said.value, source)];
  if (!sender.ok || !operator.ok || faults.length > 0) return { ok: false, faults };
  const { domain, topics, sending, mailbox, zone, model } = said.value;
  const configuration = {
    sender: sender.value,
    domain: domain ?? sender.value.slice(sender.value.lastIndexOf('@') + 1),
    operator: operator.value,
    topics: topics?.split(',') ?? null,
    isSending: sending !== 'off',
    hasMailbox: mailbox === 'on',
    zone: zone ?? null,
    model: model ?? null,
  };
  return aligned(configuration, source);
}

function operatorOf({ operator }: Settings, source: string): Parsed<string | null> {
  return operator === undefined
    ? { ok: true, value: null }
    : parseAddress(operator, source, 'operator');
}

/** Both or neither: there is no default model, and a model alone may be there by mistake. */
function modelFaults({ analyst, model }: Settings, source: string): Fault[] {
  if ((analyst === undefined) === (model === undefined)) return [];
  const expected = '-c analyst=bedrock and -c model=ID together';
  return [{ source, field: model === undefined ? 'model' : 'analyst', expected }];
}

/** DMARC passes only where the address lies in the signed domain. */
function aligned(configuration: Configuration, source: string): Parsed<Configuration> {
  const { sender, domain } = configuration;
  if (sender.endsWith(`@${domain}`) || sender.endsWith(`.${domain}`))
    return { ok: true, value: configuration };
  const expected = `an address of the domain ${domain}`;
  return { ok: false, faults: [{ source, field: 'sender', expected, found: sender }] };
}

const faultsOf = (parsed: Parsed<unknown>) => (parsed.ok ? [] : parsed.faults);
