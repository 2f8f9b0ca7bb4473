import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileTemplates, templateCompiler } from '#lib/studio/compile-templates.ts';
import { formatTemplateFault } from '#lib/studio/template-fault.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-templates-'));
  await mkdir(join(folder, 'partials'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, source: string) => writeFile(join(folder, name), source);
const mail = (inner: string) =>
  `<mjml>\n<mj-body>\n<mj-section><mj-column>\n${inner}\n</mj-column></mj-section>\n</mj-body>\n</mjml>\n`;

async function faults() {
  return (await compileTemplates(folder)).faults;
}

test('an MJML file becomes HTML, and a Handlebars file what its name says', async () => {
  await write('news.mjml', mail('<mj-text>{{subject}}</mj-text>'));
  await write('news.text.hbs', '{{subject}}');
  const compiled = await compileTemplates(folder);
  expect(Object.keys(compiled.templates)).toEqual(['news.html', 'news.text']);
});

test('a colour of the brand may stand in a style and in an attribute', async () => {
  await write('news.mjml', mail('<mj-text color="var(--light-ink)">x</mj-text>'));
  const compiled = await compileTemplates(folder);
  expect(compiled.templates['news.html']).toMatch(/"light"[^]*"ink"/);
});

test('an unknown attribute is told with file and line', async () => {
  await write('news.mjml', mail('<mj-text colour="red">x</mj-text>'));
  const [fault] = await faults();
  expect(fault && formatTemplateFault('templates', fault)).toBe(
    'templates/news.mjml:4: Attribute colour is illegal (mj-text)',
  );
});

test('a fault in a partial names the partial', async () => {
  await write('partials/part.mjml', '<mj-text>\nx\n</mj-text>\n<mj-text colour="red">y</mj-text>');
  await write('news.mjml', mail('<mj-include path="./partials/part.mjml" />'));
  expect(await faults()).toMatchObject([{ file: 'partials/part.mjml', line: 4 }]);
});

test('a block that is not closed is told with the line of the source', async () => {
  await write('news.mjml', mail('<mj-text>\n{{#each items}}\n{{this}}\n</mj-text>'));
  expect(await faults()).toMatchObject([{ file: 'news.mjml', line: expect.any(Number) }]);
});

test('a helper that does not exist is a fault', async () => {
  await write('news.text.hbs', 'one\n{{shout subject}}');
  expect(await faults()).toMatchObject([{ file: 'news.text.hbs', line: 2 }]);
});

test('an include that is missing is a fault', async () => {
  await write('news.mjml', mail('<mj-include path="./partials/none.mjml" />'));
  expect(await faults()).toEqual([
    { file: 'news.mjml', line: 4, reason: 'cannot read the include partials/none.mjml' },
  ]);
});

test('one faulty template does not hide the faults of another', async () => {
  await write('a.text.hbs', '{{#if x}}');
  await write('b.mjml', mail('<mj-nothing />'));
  expect((await faults()).map(({ file }) => file)).toEqual(['a.text.hbs', 'b.mjml']);
});

test('a template keeps its good parts where another has a fault', async () => {
  await write('a.mjml', mail('<mj-text>x</mj-text>'));
  await write('b.text.hbs', '{{#if x}}');
  expect(Object.keys((await compileTemplates(folder)).templates)).toEqual(['a.html']);
});

const styled = (style: string, rest: string) =>
  `<mjml>\n<mj-head>\n<mj-style>${style}</mj-style>\n<mj-style inline="inline">p { margin: 1px; }</mj-style>\n</mj-head>\n<mj-body>\n${rest}\n</mj-body>\n</mjml>\n`;
const section = '<mj-section><mj-column><mj-text><p>x</p></mj-text></mj-column></mj-section>';

test('a style sheet arrives as it is written, with the brand’s colours in it', async () => {
  await write('news.mjml', styled('\n.a { color: var(--dark-ink); }\n.b { top: 0 }\n', section));
  const html = (await compileTemplates(folder)).templates['news.html'];
  expect(html).toContain('.a { color: ');
  expect(html).toMatch(/"dark"[^]*"ink"/);
  expect(html).toContain('margin:1px');
});

test('a fault behind a style sheet is told with its own line', async () => {
  await write('news.mjml', styled('\n.a { top: 0 }\n.b { top: 0 }\n', '<mj-nothing />'));
  expect(await faults()).toMatchObject([{ file: 'news.mjml', line: 10 }]);
});

test('a compiler that is asked again sees changes of a style, a partial and a text', async () => {
  await write('partials/part.mjml', '<mj-style>.a { top: 1px }</mj-style>');
  const template = (words: string) =>
    `<mjml><mj-head><mj-include path="./partials/part.mjml" /></mj-head><mj-body><mj-section><mj-column><mj-text>${words}</mj-text></mj-column></mj-section></mj-body></mjml>`;
  await write('news.mjml', template('one'));
  const compile = templateCompiler(folder);
  const html = async () => (await compile(null)).templates['news.html'];
  expect(await html()).toContain('top: 1px');
  await write('partials/part.mjml', '<mj-style>.a { top: 2px }</mj-style>');
  expect(await html()).toContain('top: 2px');
  await write('news.mjml', template('two'));
  expect(await html()).toMatch(/two[^]*/);
  await write('partials/part.mjml', '<mj-style>.a { top: 1px }</mj-style>');
  expect(await html()).toContain('top: 1px');
});
