/** The studio's style sheet: serif headings, one warm and one cool colour for the eras, as in the e-mail. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #ffffff; --ink: #22252a; --soft: #5c6370; --line: #dedad2;
  --then: #8a4b14; --then-soft: #f7ecdf; --now: #0f5c73; --now-soft: #e1f0f4;
  --serif: Georgia, 'Times New Roman', serif;
  --sans: -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  --mono: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191c; --card: #1f2226; --ink: #e9e7e2; --soft: #a9aeb8; --line: #363a41;
    --then: #e7b07a; --then-soft: #3a2a1b; --now: #7cc7dc; --now-soft: #17333c;
  }
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 var(--sans); }
a { color: var(--now); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--now); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--card); padding: 0.5rem; z-index: 1; }
.top { border-bottom: 1px solid var(--line); background: var(--card); }
.top > div {
  display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: end;
  max-width: 72rem; margin: 0 auto; padding: 0.5rem 1rem 0;
}
.brand { padding: 0.5rem 0; font: 700 1.25rem var(--serif); color: var(--ink); text-decoration: none; }
.brand span { font-weight: 400; font-style: italic; color: var(--soft); }
nav { display: flex; overflow-x: auto; gap: 0 1.25rem; margin-bottom: -1px; }
nav a {
  flex: none; padding: 0.65rem 0; color: var(--soft); text-decoration: none;
  border-bottom: 3px solid transparent;
}
nav a:hover { color: var(--ink); border-color: var(--line); }
nav a[aria-current] { color: var(--ink); border-color: var(--then); }
nav a:focus-visible { outline-offset: -3px; }
main { max-width: 72rem; margin: 0 auto; padding: 1.25rem 1rem 4rem; }
h1 {
  font: 700 clamp(1.5rem, 1.1rem + 1.8vw, 2.1rem)/1.2 var(--serif);
  margin: 0.5rem 0; max-width: 40ch; text-wrap: balance; overflow-wrap: anywhere;
}
.lead { margin: 0 0 0.5rem; max-width: 65ch; color: var(--soft); }
.meta, .aside { margin: 0; color: var(--soft); font-size: 0.875rem; }
.empty { padding: 2rem; border: 1px dashed var(--line); border-radius: 8px; color: var(--soft); }
code { font-family: var(--mono); font-size: 0.9em; overflow-wrap: anywhere; }
.cards { list-style: none; margin: 1rem 0; padding: 0; display: grid; gap: 0.75rem; }
.card {
  display: grid; gap: 0.3rem; padding: 1rem 1.25rem; color: inherit; text-decoration: none;
  background: var(--card); border: 1px solid var(--line); border-radius: 8px; overflow-wrap: anywhere;
}
.card:hover { border-color: var(--soft); }
.card strong { font: 700 1.2rem/1.3 var(--serif); }
.badge { padding: 0.1rem 0.5rem; border-radius: 99px; font-weight: 600; margin-right: 0.25rem; }
.badge.then { background: var(--then-soft); color: var(--then); }
.badge.now { background: var(--now-soft); color: var(--now); }
.tabs { margin: 1rem 0; border-bottom: 1px solid var(--line); }
.frame { background: var(--card); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
.frame.phone { width: 392px; max-width: 100%; margin: 0 auto; border-radius: 24px; }
.frame iframe { display: block; width: 100%; height: min(85vh, 60rem); border: 0; }
.frame + .aside { margin-top: 0.75rem; }
pre {
  margin: 0; padding: 1.25rem; max-height: 85vh; overflow: auto; background: var(--card);
  border: 1px solid var(--line); border-radius: 8px; font: 0.875rem/1.55 var(--mono);
  white-space: pre-wrap; overflow-wrap: anywhere;
}
.facts { margin: 0.75rem 0; display: grid; gap: 0.5rem; }
.facts div { display: grid; grid-template-columns: minmax(7rem, 14rem) 1fr; gap: 0.25rem 1rem; }
.facts dt { color: var(--soft); font-size: 0.9375rem; overflow-wrap: anywhere; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.facts ul { margin: 0; padding-left: 1.1rem; }
@media (max-width: 36rem) { .facts div { grid-template-columns: 1fr; gap: 0; } }
`;
