import type { CheckedMail, Finding, FindingLevel } from './finding.ts';

/**
 * Headers of a mail to a list. Gmail and Yahoo ask bulk senders for List-Unsubscribe with one click
 * (RFC 2369, RFC 8058) since February 2024; List-Id (RFC 2919) is what readers filter by.
 */
export function checkListHeaders({ headers }: Pick<CheckedMail, 'headers'>): Finding[] {
  if (headers === null) return [];
  const byName = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return [
    ...unsubscribeFindings(byName.get('list-unsubscribe'), byName.get('list-unsubscribe-post')),
    ...(byName.has('list-id') ? [] : [finding('warning', 'no List-Id header (RFC 2919)')]),
  ];
}

function unsubscribeFindings(address: string | undefined, post: string | undefined): Finding[] {
  if (address === undefined) return [finding('fault', 'no List-Unsubscribe header (RFC 2369)')];
  const findings: Finding[] = [];
  if (!/<https?:\/\/[^>\s]+>/.test(address))
    findings.push(finding('fault', 'List-Unsubscribe names no web address (RFC 8058)', address));
  if (post?.trim() !== 'List-Unsubscribe=One-Click')
    findings.push(
      finding('fault', 'no List-Unsubscribe-Post: List-Unsubscribe=One-Click (RFC 8058)'),
    );
  return findings;
}

function finding(level: FindingLevel, message: string, where: string | null = null): Finding {
  return { check: 'list headers', level, message, where };
}
