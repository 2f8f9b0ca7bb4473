import * as z from 'zod/mini';
import { parseWith, type Fault, type Parsed } from '#lib/fault.ts';

/** What an operator says with `-c name=value`. */
const Configuration = z.object({
  /** Address in From: of every mail. */
  sender: z
    .string('the address the mails come from: -c sender=digest@example.org')
    .check(
      z.regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/, 'an address such as digest@example.org'),
    ),
  /** The domain that SES signs for (DKIM): the sender's, or one above it. */
  domain: z
    .string('a domain in lower case such as example.org')
    .check(z.regex(/^([a-z0-9-]+\.)+[a-z0-9-]{2,}$/, 'a domain in lower case such as example.org')),
});

export type Configuration = z.infer<typeof Configuration>;

/** Stands in where nothing is configured, so that a fresh clone can be synthesised and read. */
export const EXAMPLE: Configuration = { sender: 'digest@example.com', domain: 'example.com' };

/**
 * Reads the configuration from the CDK context; without any, the example. The domain is the
 * sender's own where none is given.
 * @param contextValue value of a context key, undefined where it is not set
 */
export function readConfiguration(contextValue: (name: string) => unknown): Parsed<Configuration> {
  const sender = contextValue('sender');
  const domain = contextValue('domain');
  if (sender === undefined && domain === undefined) return { ok: true, value: EXAMPLE };
  const data = { sender, domain: domain ?? domainOf(sender) };
  const parsed = parseWith(Configuration, data, 'context');
  if (!parsed.ok) return parsed;
  const faults = alignmentFaults(parsed.value);
  return faults.length > 0 ? { ok: false, faults } : parsed;
}

function domainOf(sender: unknown): unknown {
  // A sender without a domain is a fault of the sender alone.
  return typeof sender === 'string' && sender.includes('@')
    ? sender.slice(sender.lastIndexOf('@') + 1)
    : EXAMPLE.domain;
}

/** DMARC passes only where the address lies in the signed domain. */
function alignmentFaults({ sender, domain }: Configuration): Fault[] {
  if (sender.endsWith(`@${domain}`) || sender.endsWith(`.${domain}`)) return [];
  const expected = `an address of the domain ${domain}`;
  return [{ source: 'context', field: 'sender', expected, found: sender }];
}
