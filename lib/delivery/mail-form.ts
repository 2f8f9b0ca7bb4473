import { foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import type { PersonalLink } from '#lib/briefing/placeholders.ts';
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
  /** The personal header fields in their order, each with the lines before it. */
  fields: { before: string; field: PersonalField }[];
  /** The lines of the header after those. */
  rest: string;
  /** The mail from the empty line after the header on, with other letters in the blanks. */
  body: Buffer;
  blanks: Blank[];
}

/** Where a part of one of the reader's links stands in the body. */
interface Blank {
  link: PersonalLink;
  at: number;
  /** The part of the link: its first character, and the one after its last. */
  from: number;
  to: number;
}

/** Letters, digits, - and _: characters that the encoders of text, HTML and quoted-printable leave alone and treat alike. */
const PLAIN = /[\w-]/g;

type ReaderLinks = PersonalParts['links'];

/** Says of other readers' links whether they have the same shape as these: they differ in nothing but letters, digits, - and _. */
export function sameShape(links: ReaderLinks): (others: ReaderLinks) => boolean {
  const shapes = namesOf(links).map((name) => [name, shapeOf(links[name])] as const);
  return (others) => shapes.every(([name, shape]) => shape.test(others[name]));
}

const namesOf = (links: ReaderLinks) => Object.keys(links) as PersonalLink[];

function shapeOf(url: string): RegExp {
  const source = url.replace(/([\w-]+)|[^\w-]/g, (text, plain?: string) =>
    plain === undefined ? `\\u{${text.codePointAt(0)?.toString(16)}}` : `[\\w\\-]{${plain.length}}`,
  );
  return new RegExp(`^${source}$`, 'u');
}

/**
 * Makes the form for links of the shape of these. The blanks are where two mails differ that are encoded
 * with other letters in the links, whatever the encoder did around them; which letter, tells which link.
 */
export async function makeForm(common: CommonParts, links: ReaderLinks): Promise<MailForm> {
  const names = namesOf(links);
  const encodeWith = async (letterOf: (index: number) => string) => {
    const lettered = names.map((name, i) => [name, links[name].replace(PLAIN, letterOf(i))]);
    const personal = { ...SOMEBODY, links: Object.fromEntries(lettered) as ReaderLinks };
    return split(await encodeMail(common, personal));
  };
  const first = await encodeWith(() => 'a');
  const second = await encodeWith((i) => String.fromCharCode(FIRST_LETTER + i));
  const blanks = findBlanks(first.body, second.body, links);
  return { ...fieldsOf(first.header), body: first.body, blanks };
}

/** In the place of the first link's characters; the next letter stands for those of the next link. */
const FIRST_LETTER = 'b'.charCodeAt(0);

const SOMEBODY = {
  to: { name: 'Somebody', address: 'somebody@example.com' },
  unsubscribeMailto: null,
  messageId: 'somebody@example.com',
  at: new Date(0),
};

function split(mail: Buffer): { header: string; body: Buffer } {
  const end = mail.indexOf('\r\n\r\n');
  return { header: mail.toString('utf8', 0, end), body: mail.subarray(end + 2) };
}

function fieldsOf(header: string): Pick<MailForm, 'fields' | 'rest'> {
  const fields: MailForm['fields'] = [];
  let rest = '';
  for (const lines of header.split(/\r\n(?![ \t])/)) {
    const field = lines.slice(0, lines.indexOf(':'));
    if (!isPersonal(field)) rest += `${lines}\r\n`;
    else {
      fields.push({ before: rest, field });
      rest = '';
    }
  }
  return { fields, rest };
}

const isPersonal = (name: string): name is PersonalField => Object.hasOwn(PERSONAL_FIELDS, name);

/** Every place in which the bodies differ is the next plain character of a link, which may occur many times. */
function findBlanks(first: Buffer, second: Buffer, links: ReaderLinks): Blank[] {
  const expected = namesOf(links).map((link) => ({ link, ...plainCharacters(links[link]) }));
  const blanks: Blank[] = [];
  for (let at = 0; at < first.length; at++) {
    const letter = second[at];
    if (letter === undefined || first[at] === letter) continue;
    const next = expected[letter - FIRST_LETTER];
    if (next === undefined) throw new Error('the mails differ in more than the links');
    const { link } = next;
    const from = next.take();
    const last = blanks.at(-1);
    // As far apart in the mail as in the link: what stands between them is the link's own, unchanged.
    const goesOn = last?.link === link && from > last.from && at - last.at === from - last.from;
    if (goesOn) last.to = from + 1;
    else blanks.push({ link, at, from, to: from + 1 });
  }
  if (first.length !== second.length || !expected.every((link) => link.isWhole()))
    throw new Error('the encoded mail does not hold the whole of each link');
  return blanks;
}

/** The places of a link's plain characters, one after the other, again and again. */
function plainCharacters(url: string) {
  const places = [...url.matchAll(PLAIN)].map(({ index }) => index);
  let taken = 0;
  return {
    take: () => places[taken++ % places.length] ?? 0,
    isWhole: () => taken % places.length === 0,
  };
}

/** Fills a form in for one subscriber, whose links have the form's shape. */
export function fillForm(
  { fields, rest, body, blanks }: MailForm,
  personal: PersonalParts,
  buffers: MailBuffers,
): Buffer {
  let header = '';
  for (const { before, field } of fields)
    header += `${before}${PERSONAL_FIELDS[field](personal)}\r\n`;
  header += rest;
  const mail = buffers.take(header.length * UTF8_MAX_BYTES + body.length);
  const start = mail.write(header, 'utf8');
  body.copy(mail, start);
  for (const { link, at, from, to } of blanks)
    mail.write(personal.links[link].slice(from, to), start + at, 'latin1');
  return buffers.lend(mail, start + body.length);
}

/** Of one UTF-16 unit. */
const UTF8_MAX_BYTES = 3;

/** Header fields that are personal, encoded and folded as in a whole mail. */
const PERSONAL_FIELDS = {
  'List-Unsubscribe': (personal: PersonalParts) => `List-Unsubscribe: ${listUnsubscribe(personal)}`,
  'Message-ID': ({ messageId }: PersonalParts) => `Message-ID: <${messageId}>`,
  To: ({ to }: PersonalParts) => toField(to),
  Date: ({ at }: PersonalParts) => dateField(at),
};

/**
 * An address that nodemailer prints as it is. It looks at each part of each address to find that out,
 * which takes longer than the copy of the whole mail; so it is asked only for the others.
 */
const BARE_ADDRESS =
  /^[A-Za-z0-9]+(?:[._+-][A-Za-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}$/;

function toField(to: PersonalParts['to']): string {
  const bare = `To: ${to.address}`;
  if (to.name === '' && bare.length < LINE_CHARS && BARE_ADDRESS.test(to.address)) return bare;
  return foldLines(`To: ${encoder.encodeHeaderValue('To', { ...to })}`, LINE_CHARS);
}

const encoder = new MimeNode('text/plain', { textEncoding: 'quoted-printable' });

/** As nodemailer folds its headers. */
const LINE_CHARS = 76;

let lastDate = { second: NaN, field: '' };

/** Many mails are written in one second, and have the same. */
function dateField(at: Date): string {
  const second = Math.floor(at.getTime() / 1000);
  if (second !== lastDate.second)
    lastDate = { second, field: `Date: ${at.toUTCString().replace('GMT', '+0000')}` };
  return lastDate.field;
}

type PersonalField = keyof typeof PERSONAL_FIELDS;
