import { foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import {
  encodeMail,
  listUnsubscribe,
  type CommonParts,
  type PersonalParts,
} from './encode-mail.ts';
import type { MailBuffers } from './mail-buffers.ts';

/**
 * The encoded mail of an edition, as a form: everything is printed but what is personal. Filled in it is
 * byte for byte what `encodeMail` makes.
 *
 * Header fields are whole lines, so they are encoded anew for each subscriber. In the body, encoded as
 * quoted-printable, a link cannot simply be put in: the soft line breaks after it depend on what stands
 * there. But they depend on no letter or digit, only on how many there are, and on what stands between
 * them: line breaks, the escapes of other characters and the punctuation after which the encoder likes to break.
 * So a form is good for all links of one `shape`, and there the places of their letters are fixed.
 * In base64 every character after the link would move, so it is not used.
 */
export interface MailForm {
  /** Header fields in their order: as they stand in the mail, or what `PERSONAL_FIELDS` makes of them. */
  fields: (string | keyof typeof PERSONAL_FIELDS)[];
  /** The rest of the mail, from the empty line after the header, with other letters in the blanks. */
  body: Buffer;
  blanks: Blank[];
  common: CommonParts;
}

/** Where a part of the unsubscribe link stands in the body. */
interface Blank {
  at: number;
  /** The part of the link: its first character, and the one after its last. */
  from: number;
  to: number;
}

/** Letters, digits, - and _: characters that the encoders of text, HTML and quoted-printable leave alone and treat alike. */
const PLAIN = /[\w-]/g;

/** Links of one shape differ in nothing but letters, digits, - and _. */
export const shapeOf = (url: string): string => url.replace(PLAIN, 'a');

/**
 * Makes the form for unsubscribe links of one shape. The blanks are where two mails differ that are
 * encoded with different letters in the link, whatever the encoder did around them.
 */
export async function makeForm(common: CommonParts, shape: string): Promise<MailForm> {
  const [first, second] = [
    split(await encodeMail(common, { ...SOMEBODY, unsubscribeUrl: shape })),
    split(await encodeMail(common, { ...SOMEBODY, unsubscribeUrl: shape.replace(PLAIN, 'b') })),
  ];
  const blanks = findBlanks(first.body, second.body, shape);
  return { fields: fieldsOf(first.header), body: first.body, blanks, common };
}

const SOMEBODY = {
  to: { name: 'Somebody', address: 'somebody@example.com' },
  messageId: 'somebody@example.com',
  at: new Date(0),
};

function split(mail: Buffer): { header: string; body: Buffer } {
  const end = mail.indexOf('\r\n\r\n');
  return { header: mail.toString('utf8', 0, end), body: mail.subarray(end) };
}

function fieldsOf(header: string): MailForm['fields'] {
  return header.split(/\r\n(?![ \t])/).map((field) => {
    const name = field.slice(0, field.indexOf(':'));
    return isPersonal(name) ? name : field;
  });
}

const isPersonal = (name: string): name is keyof typeof PERSONAL_FIELDS =>
  Object.hasOwn(PERSONAL_FIELDS, name);

/** Every place in which the bodies differ is the next plain character of the link, which may occur many times. */
function findBlanks(first: Buffer, second: Buffer, shape: string): Blank[] {
  const plain = [...shape.matchAll(PLAIN)].map(({ index }) => index);
  const blanks: Blank[] = [];
  let found = 0;
  for (let at = 0; at < first.length; at++) {
    if (first[at] === second[at]) continue;
    const from = plain[found++ % plain.length] ?? 0;
    const last = blanks.at(-1);
    // As far apart in the mail as in the link: what stands between them is the link's own, unchanged.
    const goesOn = last !== undefined && from > last.from && at - last.at === from - last.from;
    if (goesOn) last.to = from + 1;
    else blanks.push({ at, from, to: from + 1 });
  }
  if (found % plain.length !== 0 || first.length !== second.length)
    throw new Error('the encoded mail does not hold the whole of each link');
  return blanks;
}

/** Fills a form in for one subscriber, whose link has the form's shape. */
export function fillForm(
  { fields, body, blanks, common }: MailForm,
  personal: PersonalParts,
  buffers: MailBuffers,
): Buffer {
  const header = fields
    .map((field) => (isPersonal(field) ? PERSONAL_FIELDS[field](personal, common) : field))
    .join('\r\n');
  const mail = buffers.take(header.length * UTF8_MAX_BYTES + body.length);
  const start = mail.write(header, 'utf8');
  body.copy(mail, start);
  for (const { at, from, to } of blanks)
    mail.write(personal.unsubscribeUrl.slice(from, to), start + at, 'latin1');
  return buffers.lend(mail, start + body.length);
}

/** Of one UTF-16 unit. */
const UTF8_MAX_BYTES = 3;

/** Header fields that are personal, encoded and folded by nodemailer as it does in a whole mail. */
const PERSONAL_FIELDS = {
  'List-Unsubscribe': ({ unsubscribeUrl }: PersonalParts, { sender }: CommonParts) =>
    `List-Unsubscribe: ${listUnsubscribe(unsubscribeUrl, sender)}`,
  To: ({ to }: PersonalParts) => fieldOf('To', { ...to }),
  'Message-ID': ({ messageId }: PersonalParts) => fieldOf('Message-ID', `<${messageId}>`),
  Date: ({ at }: PersonalParts) => fieldOf('Date', at),
};

const encoder = new MimeNode('text/plain', { textEncoding: 'quoted-printable' });

type HeaderValue = Parameters<typeof encoder.encodeHeaderValue>[1];

const fieldOf = (key: string, value: HeaderValue) =>
  foldLines(`${key}: ${encoder.encodeHeaderValue(key, value)}`, LINE_CHARS);

/** As nodemailer folds its headers. */
const LINE_CHARS = 76;
