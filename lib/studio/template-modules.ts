/** Passages of HTML shorter than this are not worth a name. */
const SHARED_MIN = 60;

/**
 * What the compiler of Handlebars adds for runtimes older than ours, and the places of the source that a view without a
 * field would be told with; every view is checked before it is printed, and the studio compiles for itself.
 */
const OLDER_RUNTIME =
  /container\.lookupProperty \|\| function\(parent, propertyName\) \{[^}]*\}\s*return undefined\s*\}/g;
const PLACE = /, \{"start":\{"line":\d+,"column":\d+\},"end":\{"line":\d+,"column":\d+\}\} /g;

const STRING = /"(?:[^"\\]|\\.)*"/g;

/**
 * Compiled templates as modules, by file name: one a mail, so that a bundle holds only the mails that it sends; `shared.js`
 * with the passages that several of them print; `index.js` with all. Each exports `templates`, by name ("edition.html").
 * @param templates precompiled Handlebars by name, as JavaScript source
 */
export function templateModules(templates: Record<string, string>): Map<string, string> {
  const sources = Object.entries(templates).map(([name, source]) => ({
    ...{ name, mail: name.slice(0, name.indexOf('.')) },
    source: source.replace(OLDER_RUNTIME, 'container.lookupProperty').replace(PLACE, ''),
  }));
  const names = namesOfShared(sources.map(({ source }) => source));
  const mails = [...new Set(sources.map(({ mail }) => mail))];
  const modules = mails.map((mail): [string, string] => {
    const own = sources.filter((each) => each.mail === mail);
    return [`${mail}.js`, mailModule(own, names)];
  });
  const shared = [...names].map(([text, name]) => `export const ${name} = ${text};\n`).join('');
  return new Map([...modules, ['shared.js', shared], ['index.js', indexModule(mails)]]);
}

function namesOfShared(sources: string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const text of sources.flatMap((source) => source.match(STRING) ?? []))
    if (text.length >= SHARED_MIN) counts.set(text, (counts.get(text) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1);
  return new Map(shared.map(([text], index) => [text, `shared${index}`]));
}

function mailModule(own: { name: string; source: string }[], names: Map<string, string>): string {
  const used = new Set<string>();
  const entries = own.map(({ name, source }) => {
    const short = source.replace(STRING, (text) => {
      const shared = names.get(text);
      if (shared !== undefined) used.add(shared);
      return shared ?? text;
    });
    return `${JSON.stringify(name)}: ${short}`;
  });
  const line = `import { ${[...used].join(', ')} } from './shared.js';\n`;
  return `${used.size > 0 ? line : ''}export const templates = {\n${entries.join(',\n')}\n};\n`;
}

function indexModule(mails: string[]): string {
  const imports = mails.map(
    (mail, index) => `import { templates as mail${index} } from './${mail}.js';\n`,
  );
  const all = mails.map((_mail, index) => `...mail${index}`).join(', ');
  return `${imports.join('')}export const templates = { ${all} };\n`;
}
