import type { CheckedMail } from '#lib/studio/checks/finding.ts';

/** A mail in which no check finds anything, with some of it given. */
export function mailOf(given: Partial<CheckedMail> = {}): CheckedMail {
  return {
    subject: 'The ferry runs again',
    preheader: 'Two banks that did not speak share a timetable.',
    html: pageOf('<h1>The ferry runs</h1><p>It sails on Monday.</p>'),
    text: 'The ferry runs\n\nIt sails on Monday.\n',
    headers: null,
    ...given,
  };
}

/** A whole page around the inside of a body. */
export function pageOf(body: string, style = ''): string {
  const styles = style === '' ? '' : `<style>${style}</style>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>${styles}</head><body>${body}</body></html>`;
}
