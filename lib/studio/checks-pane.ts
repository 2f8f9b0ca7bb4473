import { html } from 'hono/html';
import type { Finding, FindingLevel } from './checks/finding.ts';
import { layout, type Markup } from './layout.ts';

/** Findings that are told under one heading. */
interface Group {
  id: string;
  one: string;
  many: string;
  has(finding: Finding): boolean;
}

const isOfClients = ({ check }: Finding) => check === 'mail clients';
const ofLevel =
  (level: FindingLevel) =>
  (finding: Finding): boolean =>
    finding.level === level && !isOfClients(finding);

/** What some program does not know is no fault of the mail: it is looked up, and folded away. */
const GROUPS: readonly Group[] = [
  { id: 'fault', one: 'fault', many: 'faults', has: ofLevel('fault') },
  { id: 'warning', one: 'warning', many: 'warnings', has: ofLevel('warning') },
  { id: 'note', one: 'note', many: 'notes', has: ofLevel('note') },
  {
    id: 'clients',
    one: 'feature left out by a mail program',
    many: 'features left out by mail programs',
    has: (finding) => isOfClients(finding) && finding.level === 'warning',
  },
  {
    id: 'clients-in-part',
    one: 'feature known in part',
    many: 'features known in part',
    has: (finding) => isOfClients(finding) && finding.level !== 'warning',
  },
];

/** What the checks found: a line of totals, then a list a group; faults and warnings are unfolded. */
export function checksPane(findings: readonly Finding[]): Markup {
  const groups = GROUPS.map((each) => ({ ...each, found: findings.filter(each.has) })).filter(
    ({ found }) => found.length > 0,
  );
  const isGood = groups.every(({ id }) => !isOpen(id));
  return html`${isGood ? html`<p class="good">Nothing to mend.</p>` : ''}
  ${groups.map(
    ({ id, one, many, found }) =>
      html`<details class="${id}" ${isOpen(id) ? html`open` : ''} id="checks-${id}">
        <summary>${found.length} ${found.length === 1 ? one : many}</summary>
        <ul>
          ${found.map(findingItem)}
        </ul>
      </details>`,
  )}`;
}

const isOpen = (id: string) => id === 'fault' || id === 'warning';

function findingItem({ check, message, where }: Finding): Markup {
  return html`<li>
    <b>${check}</b> ${message} ${where === null ? '' : html`<span class="where">${where}</span>`}
  </li>`;
}

/** The same as a page, for a browser without scripts. */
export function checksPage(path: string, findings: readonly Finding[]): Markup {
  const main = html`<div class="message">
    <h1>Checks</h1>
    ${checksPane(findings)}
    <p><a href="${path}">Back to the mail</a></p>
  </div>`;
  return layout('Checks', null, { side: html``, main, aside: html`` });
}
