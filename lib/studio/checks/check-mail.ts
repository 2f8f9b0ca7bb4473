import { checkAccessibility } from './accessibility.ts';
import { checkContrast } from './contrast.ts';
import type { CheckedMail, CheckName, Finding } from './finding.ts';
import { checkLinks } from './links.ts';
import { checkListHeaders } from './list-headers.ts';
import { checkMailClients } from './mail-clients.ts';
import { parseMail } from './mail-document.ts';
import { checkSize } from './size.ts';
import { checkSpamTraits } from './spam-traits.ts';
import { checkTextPart } from './text-part.ts';

const ORDER = ['fault', 'warning', 'note'];

/**
 * Everything that the checks find in one mail, faults first. html-validate and caniemail are packages
 * of development: where they are not installed, a note says what was not checked.
 */
export async function checkMail(mail: CheckedMail): Promise<Finding[]> {
  const document = parseMail(mail.html);
  const findings = [
    ...checkSize(mail),
    ...checkListHeaders(mail),
    ...checkSpamTraits(mail, document),
    ...checkLinks(document),
    ...checkContrast(document),
    ...checkTextPart(mail, document),
    ...(await borrowed('accessibility', 'html-validate', async () => {
      const { HtmlValidate } = await import('html-validate');
      return checkAccessibility(mail.html, HtmlValidate);
    })),
    ...(await borrowed('mail clients', 'caniemail', async () => {
      const { caniemail } = await import('caniemail');
      return checkMailClients(mail.html, caniemail);
    })),
  ];
  return findings.sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
}

async function borrowed(
  check: CheckName,
  packageName: string,
  run: () => Promise<Finding[]>,
): Promise<Finding[]> {
  try {
    return await run();
  } catch (error) {
    if (!isNotInstalled(error)) throw error;
    const message = `not checked: the package ${packageName} is not installed (npm ci)`;
    return [{ check, level: 'note', message, where: null }];
  }
}

function isNotInstalled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
