import { InvalidArgumentError, type Command } from 'commander';
import type { Sender } from '#lib/delivery/encode-mail.ts';
import { forecast, type Forecast } from '#lib/delivery/forecast.ts';
import { MailWriter } from '#lib/delivery/mail-writer.ts';
import { QuotaPace, unlimitedPace, type PersonalPace } from '#lib/delivery/pace.ts';
import { formatFault } from '#lib/fault.ts';
import type { SendLimits } from '#lib/delivery/send-quota.ts';
import type { LocalStores } from '#lib/local/open-local.ts';
import type { SendDeps } from '#lib/local/send-edition.ts';
import { paceInProcess } from '#lib/local/pace-in-process.ts';
import { SmtpMailer, type SmtpServer } from '#lib/local/smtp-mailer.ts';
import { parseAddress } from '#lib/subscription/address.ts';
import { makeLinks } from '#lib/subscription/links.ts';
import { loadBrand } from './load-brand.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** How mail goes out. */
export interface MailOptions {
  /** Without: into the outbox folder. */
  smtp?: SmtpServer;
  from?: string;
  /** Takes mails that unsubscribe; without, only the links do. */
  mailbox?: string;
  /** Who is asked to approve an edition. */
  operator?: string;
  /** Mails a second; without, as fast as the server takes them. */
  rate?: number;
}

/** Slower, a group could not be sent under one claim. */
const LEAST_RATE = 1;

const DEFAULT_FROM = 'parley@example.com';

/** Adds the options of commands that mail. */
export function addMailOptions(command: Command): Command {
  return command
    .option('--smtp <host:port>', 'mail server; without, mail goes to the outbox folder', parseSmtp)
    .option('--rate <number>', 'mails a second at most, 1 or more', parseRate)
    .option('--from <address>', `sender (PARLEY_FROM, or ${DEFAULT_FROM})`, parseMailbox)
    .option(
      '--operator <address>',
      'who is asked to approve, where the topic asks for it (PARLEY_OPERATOR)',
      parseMailbox,
    )
    .option(
      '--mailbox <address>',
      'takes mails that unsubscribe (PARLEY_MAILBOX), by parley mailbox',
      parseMailbox,
    );
}

/** @throws UsageError where they stand beside `--remote`: a stack mails by its own account's SES, at its pace */
export function checkMailOptions(
  { settings }: Pick<Session, 'settings'>,
  { smtp, from, operator, mailbox, rate }: MailOptions,
): void {
  const isGiven = [smtp, from, operator, mailbox, rate].some((option) => option !== undefined);
  if (settings.remote === null || !isGiven) return;
  throw new UsageError(
    '--smtp, --from, --operator, --mailbox and --rate are for this machine: with --remote the stack mails, by SES and at its rate',
  );
}

/** What delivering needs, on this machine. */
export async function deliverDeps(
  session: Session,
  stores: LocalStores,
  options: MailOptions,
): Promise<SendDeps & Omit<LocalStores, 'pace'> & { pace: PersonalPace }> {
  const { settings, terminal } = session;
  const { smtp, rate } = options;
  const sender = await senderOf(session, options);
  if (smtp !== undefined) checkReachable(smtp, settings.siteUrl, sender);
  const now = clockFrom(settings.now, terminal);
  return {
    ...stores,
    mailer: smtp === undefined ? stores.outbox : new SmtpMailer(smtp, stores.outbox),
    mails: new MailWriter({ sender, links: makeLinks(settings.siteUrl, stores.keys) }),
    pace: rate === undefined ? unlimitedPace : ratePace(rate, now),
    now,
  };
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)$/;

/**
 * Readers must be able to open the links in their mails, and to answer.
 * @throws UsageError where a mail server elsewhere would get mails with links to this machine, or from the example address
 */
function checkReachable({ host }: SmtpServer, siteUrl: string, { address }: Sender): void {
  if (LOOPBACK.test(host)) return;
  const missing = [
    ...(LOOPBACK.test(new URL(siteUrl).hostname)
      ? [
          '--site https://… (PARLEY_SITE): the links in the mails, also to leave, would lead to this machine',
        ]
      : []),
    ...(address === DEFAULT_FROM
      ? [`--from ADDRESS (PARLEY_FROM): the mails would come from ${DEFAULT_FROM}`]
      : []),
  ];
  if (missing.length > 0) throw new UsageError(`to mail by ${host}, say ${missing.join('; and ')}`);
}

/** Who the mails come from. */
export async function senderOf(
  { terminal: { env } }: Session,
  { from, mailbox }: MailOptions,
): Promise<Sender> {
  const { name } = await loadBrand();
  const address = from ?? env['PARLEY_FROM'] ?? DEFAULT_FROM;
  return { address, name, unsubscribeMailbox: mailbox ?? env['PARLEY_MAILBOX'] ?? null };
}

/** A steady pace; a machine's own mail server has no daily quota that it tells. */
function ratePace(rate: number, now: () => Date): QuotaPace {
  const quota = { read: async () => limitsOf(rate) };
  return new QuotaPace({ store: paceInProcess(), quota, now });
}

/** What a machine's own mail server bears: a rate, where one is given. */
export const limitsOf = (rate: number | undefined): SendLimits => ({
  maxPerDay: null,
  maxPerSecond: rate ?? null,
  sentLast24h: 0,
});

/** What sending to so many will take on this machine, whose mail server costs nothing by the mail. */
export function foretell(recipients: number, { rate }: MailOptions, now: Date): Forecast {
  return forecast({ recipients, limits: limitsOf(rate), now, usdAThousand: null });
}

/** A clock that goes on from the command's time: claims grow old by it. */
function clockFrom(start: Date, terminal: Terminal): () => Date {
  const startedAt = terminal.now().getTime();
  return () => new Date(start.getTime() + terminal.now().getTime() - startedAt);
}

/** An e-mail address of the command line. */
export function parseMailbox(text: string): string {
  const parsed = parseAddress(text, 'address', '');
  if (parsed.ok) return parsed.value;
  throw new InvalidArgumentError(parsed.faults.map(formatFault).join('; '));
}

function parseSmtp(text: string): SmtpServer {
  const { host, port } =
    /^(?<host>\[[0-9a-f:]+\]|[^\s:]+):(?<port>\d{1,5})$/i.exec(text)?.groups ?? {};
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535)
    throw new InvalidArgumentError('Expected a host and a port such as 127.0.0.1:1025.');
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function parseRate(text: string): number {
  const rate = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(rate >= LEAST_RATE))
    throw new InvalidArgumentError(`Expected a number of at least ${LEAST_RATE}, such as 10.`);
  return rate;
}
