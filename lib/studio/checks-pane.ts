import { html } from 'hono/html';
import type { Finding, FindingLevel } from './checks/finding.ts';
import { layout, type Markup } from './layout.ts';

const LEVELS: readonly { level: FindingLevel; one: string; many: string }[] = [
  { level: 'fault', one: 'fault', many: 'faults' },
  { level: 'warning', one: 'warning', many: 'warnings' },
  { level: 'note', one: 'note', many: 'notes' },
];

/** What the checks found: a line of totals, then a list a level; notes are folded away. */
export function checksPane(findings: readonly Finding[]): Markup {
  const groups = LEVELS.map((each) => ({
    ...each,
    found: findings.filter(({ level }) => level === each.level),
  })).filter(({ found }) => found.length > 0);
  const isGood = groups.every(({ level }) => level === 'note');
  return html`${isGood ? html`<p class="good">Nothing to mend.</p>` : ''}
  ${groups.map(
    ({ level, one, many, found }) =>
      html`<details class="${level}" ${level === 'fault' ? html`open` : ''} id="checks-${level}">
        <summary>${found.length} ${found.length === 1 ? one : many}</summary>
        <ul>
          ${found.map(findingItem)}
        </ul>
      </details>`,
  )}`;
}

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
