import type { Brand } from '#lib/briefing/brand.ts';

/** The style sheet of the public pages, in the look of the mails (`templates/partials/head.mjml`). */
export function styleSheet({ light, dark }: Brand): string {
  return `:root { color-scheme: light dark; ${variables(light)} }
@media (prefers-color-scheme: dark) { :root { ${variables(dark)} } }
${BASE}${FRAME}${LISTS}${FORMS}${WIDE}`;
}

function variables(palette: Brand['light']): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');
}

const BASE = `* { box-sizing: border-box; }
:root {
  --serif: Georgia, 'Times New Roman', 'Apple SD Gothic Neo', 'Malgun Gothic', serif;
  --sans: Arial, 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif;
}
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.6 var(--serif);
  overflow-wrap: anywhere;
  -webkit-text-size-adjust: 100%;
}
:lang(ko) { word-break: keep-all; }
h1 { margin: 0 0 1rem; font-size: 1.6875rem; line-height: 1.22; font-weight: normal; text-wrap: balance; }
h2 {
  margin: 2.5rem 0 0.75rem;
  padding-top: 0.5625rem;
  border-top: 2px solid var(--ink);
  font: bold 0.9375rem/1.4 var(--sans);
}
h3 { margin: 1.5rem 0 0.25rem; font-size: 1.375rem; line-height: 1.28; }
p { margin: 0 0 1rem; }
a { color: inherit; text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--now); outline-offset: 2px; }
.lead { font-size: 1.25rem; line-height: 1.45; }
.small, small { color: var(--muted); font: 0.875rem/1.5 var(--sans); }
`;

const FRAME = `.skip { position: absolute; left: -100vw; padding: 0.75rem 1rem; background: var(--paper); font: 1rem var(--sans); }
.skip:focus { left: 0; top: 0; z-index: 1; }
.paper { max-width: 37.5rem; min-height: 100vh; margin: 0 auto; padding: 1.375rem 1.25rem 1.75rem; background: var(--paper); }
header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; }
header::after {
  content: '';
  flex: 0 0 100%;
  height: 4px;
  margin: 0.375rem 0 1.75rem;
  background: linear-gradient(to right, var(--then) 50%, var(--now) 50%);
}
.brand { padding: 0.25rem 0; font-size: 1.6875rem; line-height: 1.26; font-weight: bold; text-decoration: none; }
nav { display: flex; flex-wrap: wrap; gap: 0 1.25rem; font: 0.875rem/1.4 var(--sans); }
nav a, nav span { padding: 0.375rem 0; }
nav [aria-current] { color: var(--muted); }
footer {
  margin-top: 3.5rem;
  padding-top: 0.625rem;
  border-top: 1px solid var(--rule);
  color: var(--muted);
  font: 0.8125rem/1.5 var(--sans);
}
footer p { margin: 0.625rem 0 0; }
footer nav { color: var(--ink); }
`;

const LISTS = `.list { margin: 0; padding: 0; list-style: none; }
.list > li { padding: 0.875rem 0; border-top: 1px solid var(--rule); }
.list > li:first-child { border-top: 0; }
.list a { font-size: 1.25rem; line-height: 1.35; }
.list p { margin: 0.25rem 0 0; }
.eras b:first-of-type { color: var(--then); }
.eras b:last-of-type { color: var(--now); }
dl { margin: 0 0 1rem; }
dt { color: var(--muted); font: 0.875rem/1.5 var(--sans); }
dd { margin: 0 0 0.75rem; }
`;

const FORMS = `.field, fieldset { margin: 0 0 1.375rem; padding: 0; border: 0; }
.field > label, legend { display: block; margin-bottom: 0.25rem; padding: 0; font: bold 1rem/1.4 var(--sans); }
.hint { margin: 0 0 0.375rem; color: var(--muted); font: 0.875rem/1.5 var(--sans); }
.fault { margin: 0 0 0.375rem; font: bold 0.875rem/1.5 var(--sans); }
.fault::before { content: '✕ '; content: '✕ ' / ''; }
input:not([type='radio'], [type='checkbox']), select, textarea {
  width: 100%;
  min-height: 3rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--muted);
  border-radius: 3px;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.4 var(--sans);
}
input[aria-invalid], select[aria-invalid] { border: 2px solid var(--ink); }
.option { display: flex; gap: 0.75rem; align-items: baseline; padding: 0.5rem 0; font: 1rem/1.4 var(--sans); }
.option input { flex: none; width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--now); transform: translateY(0.1875rem); }
.option small { display: block; }
button, .button {
  display: inline-block;
  min-height: 2.875rem;
  padding: 0.75rem 1.5rem;
  border: 1px solid var(--ink);
  border-radius: 3px;
  background: var(--ink);
  color: var(--paper);
  font: bold 1rem/1.25 var(--sans);
  text-decoration: none;
  cursor: pointer;
}
button:hover, .button:hover { text-decoration: underline; }
.quiet { margin-top: 2.25rem; }
.quiet p { margin-bottom: 0.5rem; color: var(--muted); }
.quiet button { background: transparent; color: var(--ink); }
.note, .summary { margin: 0 0 1.5rem; padding: 0.75rem 1rem; border: 1px solid var(--rule); border-left: 4px solid var(--now); }
.summary { border: 2px solid var(--ink); border-left-width: 6px; font-family: var(--sans); }
.note > :last-child, .summary > :last-child { margin-bottom: 0; }
.summary p { margin-bottom: 0.25rem; font-weight: bold; }
.summary ul { margin: 0; padding-left: 1.125rem; }
.trap { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
details { margin: 0 0 1.375rem; }
summary { padding: 0.625rem 0; font: 1rem/1.4 var(--sans); cursor: pointer; }
details[open] > summary { margin-bottom: 0.75rem; }
`;

const WIDE = `@media (min-width: 40rem) {
  body { background: var(--ground); }
  .paper { padding: 1.375rem 1.75rem 1.75rem; }
  h1 { font-size: 2rem; line-height: 1.19; }
}
`;
