import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { generator } from '../generator.ts';
import { bodyOf } from './listen.ts';
import { SesAccount } from './ses-account.ts';
import { fateOf, SES_FAULTS, type SesBehaviour, type SesFault } from './ses-behaviour.ts';
import { eventsOf, type Told } from './ses-events.ts';
import { readMail, SesTally, type SentMail } from './ses-tally.ts';

export interface SesLikeDeps {
  /** Milliseconds since 1970, bench time. */
  now: () => number;
  /** Told of each mail that was taken, with what SES will tell of it. */
  onTaken: (events: Told[]) => void;
}

/**
 * A server that takes SendRawEmail and GetSendQuota as SES does (SES API reference, version 2010-12-01, query
 * protocol), counts what it has taken, and goes wrong as it is told. What it counts is the truth of the bench.
 */
export class SesLikeServer {
  readonly tally = new SesTally();
  /** How often each thing went wrong. */
  readonly wrong: Record<string, number> = {};
  private readonly account: SesAccount;
  private readonly random: () => number;

  constructor(
    private readonly behaviour: SesBehaviour,
    private readonly deps: SesLikeDeps,
  ) {
    this.account = new SesAccount(behaviour);
    this.random = generator(behaviour.seed);
  }

  readonly listener: RequestListener = (request, response) => {
    this.answer(request, response).catch(() => response.destroy());
  };

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = new URLSearchParams(await bodyOf(request));
    if (call.get('Action') === 'GetSendQuota')
      return succeed(response, 'GetSendQuota', this.account.quota(this.deps.now()));
    const fault = this.chooseFault();
    if (fault?.endsWith('-before')) return fail(fault, response);
    const refusal = this.take(call);
    await sleep(this.behaviour.answersAfterMs);
    if ('code' in refusal) return refuse(response, refusal.code, refusal.message);
    if (fault !== null) return fail(fault, response);
    return succeed(response, 'SendRawEmail', refusal);
  }

  private take(call: URLSearchParams): { code: string; message: string } | { MessageId: string } {
    const mail = sentMail(call);
    const now = this.deps.now();
    const isRejected = fateOf(mail.destination) === 'rejected';
    if (isRejected) return this.refused('MessageRejected', 'Address is not accepted.');
    const limit = this.account.take(now);
    if (limit !== null) return this.refused('Throttling', limit);
    this.tally.take(mail);
    const MessageId = randomUUID();
    const { random } = this;
    this.deps.onTaken(eventsOf(mail, MessageId, this.behaviour.events, { now, random }));
    return { MessageId };
  }

  private refused(code: string, message: string) {
    this.note(`${code}: ${message}`);
    return { code, message };
  }

  private chooseFault(): SesFault | null {
    let dice = this.random();
    for (const fault of SES_FAULTS) {
      dice -= this.behaviour.faults[fault] ?? 0;
      if (dice >= 0) continue;
      this.note(fault);
      return fault;
    }
    return null;
  }

  private note(what: string): void {
    this.wrong[what] = (this.wrong[what] ?? 0) + 1;
  }
}

function sentMail(call: URLSearchParams): SentMail {
  const tags = new Map<string | null, string | null>();
  for (let i = 1; call.has(`Tags.member.${i}.Name`); i++)
    tags.set(call.get(`Tags.member.${i}.Name`), call.get(`Tags.member.${i}.Value`));
  return {
    ...readMail(Buffer.from(call.get('RawMessage.Data') ?? '', 'base64')),
    destination: call.get('Destinations.member.1') ?? '',
    tag: tags.get('delivery') ?? '',
  };
}

function fail(fault: SesFault, response: ServerResponse): void {
  if (fault.startsWith('drop')) response.destroy();
  if (fault.startsWith('error')) respond(response, 500, errorXml('InternalFailure', 'A fault.'));
}

const refuse = (response: ServerResponse, code: string, message: string) =>
  respond(response, 400, errorXml(code, message));

const errorXml = (code: string, message: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;

function succeed(response: ServerResponse, action: string, result: object): void {
  const fields = Object.entries(result).map(([name, value]) => `<${name}>${value}</${name}>`);
  const xml = `<${action}Response><${action}Result>${fields.join('')}</${action}Result></${action}Response>`;
  respond(response, 200, xml);
}

function respond(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'text/xml' });
  response.end(xml);
}
