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
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 var(--sans); }
a { color: var(--now); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--now); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--paper); padding: 0.5rem; z-index: 1; }
.top { border-bottom: 1px solid var(--rule); background: var(--paper); }
.top > div {
  display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: baseline;
  max-width: 72rem; margin: 0 auto; padding: 0.35rem 1rem 0;
}
.brand { padding: 0.4rem 0; font: 700 1.25rem var(--serif); color: var(--ink); text-decoration: none; }
.brand span { font-weight: 400; font-style: italic; color: var(--muted); }
nav { display: flex; overflow-x: auto; gap: 0 1.25rem; margin-bottom: -1px; }
nav a {
  flex: none; padding: 0.65rem 0; color: var(--muted); text-decoration: none;
  border-bottom: 3px solid transparent;
}
nav a:hover { color: var(--ink); border-color: var(--rule); }
nav a[aria-current] { color: var(--ink); border-color: var(--then); }
nav a:focus-visible { outline-offset: -3px; }
main { max-width: 72rem; margin: 0 auto; padding: 1.25rem 1rem 4rem; }
h1 {
  font: 700 clamp(1.5rem, 1.2rem + 1.2vw, 1.85rem)/1.2 var(--serif);
  margin: 0.5rem 0; max-width: 60rem; text-wrap: balance; overflow-wrap: anywhere;
}
.lead { margin: 0 0 0.5rem; max-width: 65ch; }
.meta, .aside { margin: 0; color: var(--muted); font-size: 0.875rem; }
.empty { padding: 2rem; border: 1px dashed var(--rule); border-radius: 8px; color: var(--muted); }
code { font-family: var(--mono); font-size: 0.9em; overflow-wrap: anywhere; }
.cards { list-style: none; margin: 1rem 0; padding: 0; display: grid; gap: 0.75rem; }
.card {
  display: grid; gap: 0.3rem; padding: 1rem 1.25rem; color: inherit; text-decoration: none;
  background: var(--paper); border: 1px solid var(--rule); border-radius: 8px; overflow-wrap: anywhere;
}
.card:hover { border-color: var(--muted); }
.card strong { font: 700 1.2rem/1.3 var(--serif); }
.badges { display: flex; flex-wrap: wrap; gap: 0.15rem 1rem; margin-top: 0.25rem; }
.then { color: var(--then); font-weight: 600; }
.now { color: var(--now); font-weight: 600; }
.tabs { margin: 1rem 0; border-bottom: 1px solid var(--rule); }
.frame {
  margin: 0; background: var(--paper); border: 1px solid var(--rule); border-radius: 8px; overflow: hidden;
}
.frame.phone { width: 392px; max-width: 100%; margin: 0 auto; border-radius: 24px; }
.frame iframe { display: block; width: 100%; height: min(85vh, 60rem); border: 0; }
.frame + .aside { margin-top: 0.75rem; }
pre {
  margin: 0; padding: 1.25rem; max-height: 85vh; overflow: auto; background: var(--paper);
  border: 1px solid var(--rule); border-radius: 8px; font: 0.875rem/1.55 var(--mono);
  white-space: pre-wrap; overflow-wrap: anywhere;
}
.facts { margin: 0.75rem 0; display: grid; gap: 0.5rem; }
.facts div { display: grid; grid-template-columns: minmax(7rem, 14rem) 1fr; gap: 0.25rem 1rem; }
.facts dt { color: var(--muted); font-size: 0.9375rem; overflow-wrap: anywhere; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.facts ul { margin: 0; padding-left: 1.1rem; }
@media (max-width: 36rem) { .facts div { grid-template-columns: 1fr; gap: 0; } }
`;
