import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Handlebars from 'handlebars';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailRenderer, type CompiledTemplates } from '#lib/briefing/mail-renderer.ts';
import { templateModules } from '#lib/studio/template-modules.ts';

const FRAME = `<table role="presentation" title="a &quot;frame&quot; that both mails have \\ 'as it is'">`;
const compiled = (template: string) => String(Handlebars.precompile(template, { strict: true }));
const mail = (name: string, html: string) => ({
  [`${name}.html`]: compiled(html),
  [`${name}.text`]: compiled('{{name}}'),
  [`${name}.subject`]: compiled('To {{name}}'),
});

const modules = templateModules({
  ...mail('hello', `${FRAME}{{name}}, hello`),
  ...mail('farewell', `${FRAME}{{#if name}}Farewell {{name}}{{/if}}`),
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-modules-'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  for (const [file, source] of modules) writeFileSync(join(folder, file), source);
});
afterEach(() => rmSync(folder, { recursive: true }));

const load = async (file: string) =>
  (await import(pathToFileURL(join(folder, file)).href)) as { templates: CompiledTemplates };

describe('modules of templates', () => {
  it('print what was compiled', async () => {
    const { templates } = await load('farewell.js');
    const view = { preheader: '', name: 'R & D' };
    expect(mailRenderer(templates)('farewell', view)).toEqual({
      preheader: '',
      subject: 'To R &amp; D',
      text: 'R &amp; D',
      html: `${FRAME}Farewell R &amp; D`,
    });
  });

  it('are one a mail, and one with all', async () => {
    const namesIn = async (file: string) => Object.keys((await load(file)).templates);
    const [hello, farewell] = [await namesIn('hello.js'), await namesIn('farewell.js')];
    expect(hello).toEqual(['hello.html', 'hello.text', 'hello.subject']);
    expect(await namesIn('index.js')).toEqual([...hello, ...farewell]);
  });

  it('hold what several mails print once', () => {
    const holding = [...modules].filter(([, source]) => source.includes('that both mails have'));
    expect(holding.map(([file]) => file)).toEqual(['shared.js']);
  });

  it('still refuse a view without what they ask for', async () => {
    const render = mailRenderer((await load('hello.js')).templates);
    expect(() => render('hello', { preheader: '' })).toThrow('"name" not defined');
  });
});
