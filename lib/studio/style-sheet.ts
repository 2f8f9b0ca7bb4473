import type { Brand } from '#lib/briefing/brand.ts';

/** The studio's style sheet: serif headings, and the colours of the mails. */
export function styleSheet({ light, dark }: Brand): string {
  return `:root { color-scheme: light dark; ${variables(light)} }
@media (prefers-color-scheme: dark) { :root { ${variables(dark)} } }
${RULES}`;
}

function variables(palette: Brand['light']): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');
}

const RULES = `:root {
  --serif: Georgia, 'Times New Roman', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  --mono: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 0.875rem/1.5 var(--sans); }
a { color: var(--now); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--now); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--paper); padding: 0.5rem; z-index: 1; }

.top {
  display: flex; align-items: center; gap: 0 1.75rem; height: 3rem; padding: 0 1rem;
  border-bottom: 1px solid var(--rule);
}
.brand { font: 700 1.125rem var(--serif); color: var(--ink); text-decoration: none; }
.brand span { font-weight: 400; font-style: italic; color: var(--muted); }
.top nav { display: flex; gap: 1.25rem; align-self: stretch; overflow-x: auto; }
.top nav a {
  display: flex; align-items: center; flex: none; padding: 0 0.25rem; color: var(--muted); text-decoration: none;
  border-bottom: 2px solid transparent; border-top: 2px solid transparent;
}
.top nav a:hover { color: var(--ink); }
.top nav a[aria-current] { color: var(--ink); border-bottom-color: var(--then); }
.state { margin: 0 0 0 auto; color: var(--muted); font-size: 0.8125rem; }
.state:not(:empty)::before { content: '● '; color: var(--then); font-size: 0.7em; vertical-align: 0.15em; }

.panes { display: grid; grid-template-columns: 11rem minmax(0, 1fr) 16rem; height: calc(100vh - 3rem); }
.side, aside { overflow-y: auto; padding: 1rem; }
.side { border-right: 1px solid var(--rule); padding: 1rem 0.5rem; }
aside { border-left: 1px solid var(--rule); }
h2 { margin: 0 0 0.5rem; font: 600 0.75rem/1.5 var(--sans); color: var(--muted); letter-spacing: 0.02em; }
.side h2 { padding: 0 0.5rem; margin: 1.25rem 0 0.25rem; }
.side h2:first-child { margin-top: 0; }
.side ul { list-style: none; margin: 0; padding: 0; }
.side li a {
  display: block; padding: 0.3rem 0.5rem; border-radius: 5px; color: var(--ink);
  text-decoration: none; overflow-wrap: anywhere;
}
.side li a:hover { background: color-mix(in srgb, var(--rule) 45%, transparent); }
.side li a[aria-current] { background: var(--rule); font-weight: 600; }
.side li span { color: var(--muted); font-weight: 400; }
.letters a > * { display: block; }
.letters time { color: var(--muted); font-size: 0.75rem; font-weight: 400; }
.empty { margin: 0; padding: 0.25rem 0.5rem; color: var(--muted); }

main { min-width: 0; overflow-y: auto; background: var(--ground); }
#mail { display: flex; flex-direction: column; min-height: 100%; }
.head { padding: 0.875rem 1.25rem 0.75rem; background: var(--paper); }
.head p { margin: 0; overflow-wrap: anywhere; }
.meta, .lead { color: var(--muted); }
h1 { font: 700 1.25rem/1.3 var(--serif); margin: 0.125rem 0; overflow-wrap: anywhere; text-wrap: balance; }
.tabs {
  position: sticky; top: 0; z-index: 1; display: flex; overflow-x: auto; gap: 0 1.125rem;
  padding: 0 1.25rem; background: var(--paper); border-bottom: 1px solid var(--rule);
}
.tabs a {
  flex: none; padding: 0.5rem 0; color: var(--muted); text-decoration: none;
  border-bottom: 2px solid transparent;
}
.tabs a:hover { color: var(--ink); }
.tabs a[aria-current] { color: var(--ink); border-color: var(--then); }
.tabs a:focus-visible, .top nav a:focus-visible { outline-offset: -2px; }
.view {
  flex: 1; display: flex; justify-content: safe center; align-items: flex-start; gap: 1.5rem;
  padding: 1rem 1.25rem 1.25rem; overflow-x: auto;
}
.frame { margin: 0; flex: none; max-width: 100%; }
.frame.w622 { width: 624px; }
.frame.w375 { width: 377px; }
.frame.w320 { width: 322px; }
figcaption { padding: 0 0.25rem 0.375rem; font-size: 0.8125rem; }
figcaption a { color: var(--muted); text-decoration: none; }
figcaption a:hover { text-decoration: underline; }
.frame iframe {
  display: block; width: 100%; height: calc(100vh - 14rem); min-height: 24rem; background: #fff;
  border: 1px solid var(--rule); border-radius: 8px;
}
.frame.dark iframe { background: #121212; }
.w375 iframe, .w320 iframe { border-radius: 20px; }
pre, .view > .facts {
  flex: 1; min-width: 0; margin: 0; padding: 1.25rem; background: var(--paper);
  border: 1px solid var(--rule); border-radius: 8px;
}
pre { max-height: calc(100vh - 12.5rem); overflow: auto; font: 0.8125rem/1.55 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
.text pre { flex: 0 1 84ch; }
code, kbd { font-family: var(--mono); font-size: 0.9em; overflow-wrap: anywhere; }
pre code { font-size: 1em; }
kbd { border: 1px solid var(--rule); border-radius: 4px; padding: 0 0.3em; }

.faults { margin: 0 1.25rem 0.75rem; padding: 0.75rem 1rem; border: 1px solid var(--then); border-radius: 8px; background: var(--paper); }
#faults { background: var(--paper); }
.faults h2 { color: var(--then); margin: 0; font-size: 0.875rem; }
.faults ul { margin: 0.25rem 0 0; padding: 0; list-style: none; }
.faults li { overflow-wrap: anywhere; }
.faults code { font-weight: 600; margin-right: 0.5em; }
.faults p { margin: 0.25rem 0 0; color: var(--muted); }

aside section + section { margin-top: 1.5rem; }
aside p { margin: 0; }
.notice { padding: 0.5rem 0.75rem; margin-bottom: 1rem; border: 1px solid var(--now); border-radius: 6px; }
details { border-top: 1px solid var(--rule); }
details:last-child { border-bottom: 1px solid var(--rule); }
summary { padding: 0.4rem 0; cursor: pointer; font-weight: 600; }
.fault summary { color: var(--then); }
details ul { list-style: none; margin: 0 0 0.75rem; padding: 0; display: grid; gap: 0.625rem; }
details li { overflow-wrap: anywhere; font-size: 0.8125rem; line-height: 1.45; }
details li b { display: block; color: var(--muted); font-weight: 400; font-size: 0.75rem; }
.where { display: block; color: var(--muted); font: 0.75rem/1.45 var(--mono); }
.good { margin-bottom: 0.5rem; }
[aria-busy] { opacity: 0.6; }
#checks:empty::after, #checks[aria-busy]:empty::after { content: 'checking …'; color: var(--muted); }
meter { width: 100%; height: 0.625rem; }
.facts { margin: 0; display: grid; gap: 0.25rem; }
.facts div { display: grid; grid-template-columns: minmax(4.5rem, 12rem) 1fr; gap: 0.25rem 0.75rem; }
aside .facts div { grid-template-columns: 4.5rem 1fr; }
.facts dt { color: var(--muted); overflow-wrap: anywhere; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.facts ul { margin: 0; padding-left: 1.1rem; }
form { display: grid; gap: 0.5rem; }
input, button { font: inherit; color: inherit; border: 1px solid var(--rule); border-radius: 6px; padding: 0.375rem 0.625rem; background: var(--paper); }
label { color: var(--muted); }
input { display: block; width: 100%; margin-top: 0.125rem; color: var(--ink); }
button { cursor: pointer; border-color: var(--muted); }
button:hover { border-color: var(--ink); }
.keys p { color: var(--muted); }
.message { padding: 2rem; max-width: 44rem; background: var(--paper); min-height: 100%; }

@media (max-width: 72rem) {
  .panes { grid-template-columns: 12rem minmax(0, 1fr); height: auto; }
  main, .side { max-height: none; overflow: visible; }
  aside { grid-column: 1 / -1; border-left: 0; border-top: 1px solid var(--rule); }
  .tabs { flex-wrap: wrap; }
  .view { justify-content: flex-start; }
}
@media (max-width: 44rem) {
  .panes { display: block; }
  .side { border-right: 0; border-bottom: 1px solid var(--rule); max-height: 14rem; overflow-y: auto; }
  .tabs { flex-wrap: nowrap; }
  .view { flex-direction: column; padding: 0.75rem; }
  .frame { max-width: none; }
  .view > .facts, pre { width: 100%; }
  .facts div { grid-template-columns: 1fr; gap: 0; }
  .state { display: none; }
}
`;
