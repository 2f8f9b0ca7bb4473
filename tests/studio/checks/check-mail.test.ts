import { expect, it } from 'vitest';
import { checkMail } from '#lib/studio/checks/check-mail.ts';
import { mailOf, pageOf } from './mail.ts';

it('finds nothing in a mail without faults, but perhaps what some programs know in part', async () => {
  const findings = await checkMail(mailOf());
  expect(findings.filter(({ level }) => level !== 'note')).toEqual([]);
});

it('tells the faults of accessibility with their line', async () => {
  const html = pageOf('\n<img src="x.png">\n<p>It sails on Monday, it sails on Monday.</p>');
  const findings = (await checkMail(mailOf({ html }))).filter(
    ({ check }) => check === 'accessibility',
  );
  expect(findings).toMatchObject([{ level: 'fault', where: 'line 2' }]);
  expect(findings[0]?.message).toMatch(/alt/);
});

it('names the mail programs that do not know a feature', async () => {
  const html = pageOf('<div style="display:grid;gap:4px"><p>It sails on Monday.</p></div>');
  const findings = await checkMail(mailOf({ html }));
  const grid = findings.find(({ message }) => message.includes('grid'));
  expect(grid).toMatchObject({ check: 'mail clients', level: 'warning' });
  expect(grid?.message).toContain('Outlook (Windows)');
});

it('puts faults first', async () => {
  const html = pageOf('<a href="http://example.com">x</a><a href="#gone">y</a>');
  const levels = (await checkMail(mailOf({ html }))).map(({ level }) => level);
  expect(levels).toEqual([...levels].sort((a, b) => order(a) - order(b)));
  expect(levels[0]).toBe('fault');
});

const order = (level: string) => ['fault', 'warning', 'note'].indexOf(level);
