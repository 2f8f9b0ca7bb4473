import type { CheckedMail, Finding, FindingLevel } from './finding.ts';
import { collapse, visibleText, type MailDocument } from './mail-document.ts';

/** Characters of a subject that most lists of mails show on a computer; phones show about 40. */
export const MAX_SUBJECT_CHARS = 78;
/** Fewer letters than that may be an abbreviation. */
const MIN_CAPITALS = 8;
const MIN_WORDS_A_LINK = 8;
const MIN_LINKS = 10;
const MIN_WORDS_BESIDE_IMAGES = 20;

/** What filters and readers take for an unwanted mail. */
export function checkSpamTraits(mail: CheckedMail, document: MailDocument): Finding[] {
  return [...subjectFindings(mail.subject), ...partFindings(mail), ...bodyFindings(document)];
}

function subjectFindings(subject: string): Finding[] {
  if (subject.trim() === '') return [finding('fault', 'no subject')];
  const letters = subject.replace(/[^\p{Lu}\p{Ll}]/gu, '');
  const found: (Finding | false)[] = [
    letters.length >= MIN_CAPITALS &&
      !/\p{Ll}/u.test(letters) &&
      finding('warning', 'the subject is all in capitals', subject),
    /!{2,}|[?!]{3,}/.test(subject) && finding('warning', 'the subject shouts', subject),
    /^(?:re|fwd?|aw|wg)\s*:/i.test(subject.trim()) &&
      finding('warning', 'the subject looks like an answer to a mail nobody wrote', subject),
    [...subject].length > MAX_SUBJECT_CHARS &&
      finding(
        'warning',
        `the subject has ${[...subject].length} characters; lists of mails show up to ${MAX_SUBJECT_CHARS}`,
      ),
  ];
  return found.filter((each) => each !== false);
}

function partFindings({ text, preheader }: CheckedMail): Finding[] {
  const findings: Finding[] = [];
  if (collapse(text) === '') findings.push(finding('fault', 'no text part'));
  if (collapse(preheader) === '')
    findings.push(
      finding('warning', 'no preheader: the list of mails shows whatever comes first in the mail'),
    );
  return findings;
}

function bodyFindings(document: MailDocument): Finding[] {
  const words = visibleText(document.body).split(' ').length;
  const links = [...document.querySelectorAll('a[href]')].length;
  const images = [...document.querySelectorAll('img')].length;
  const findings: Finding[] = [];
  if (links >= MIN_LINKS && words < links * MIN_WORDS_A_LINK)
    findings.push(finding('warning', `${links} links in ${words} words`));
  if (images > 0 && words < MIN_WORDS_BESIDE_IMAGES)
    findings.push(finding('warning', `hardly any words (${words}) beside its images`));
  return findings;
}

function finding(level: FindingLevel, message: string, where: string | null = null): Finding {
  return { check: 'spam traits', level, message, where };
}
