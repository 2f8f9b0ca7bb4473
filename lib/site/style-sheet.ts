import type { Brand } from '#lib/briefing/brand.ts';

/** The style sheet of the public pages, in the colours of the mails. */
export function styleSheet({ light, dark }: Brand): string {
  return `:root { color-scheme: light dark; ${variables(light)} }
@media (prefers-color-scheme: dark) { :root { ${variables(dark)} } }
${RULES}`;
}

function variables({ paper, ink, muted, rule, now }: Brand['light']): string {
  return `--paper: ${paper}; --ink: ${ink}; --muted: ${muted}; --rule: ${rule}; --accent: ${now};`;
}

const RULES = `* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, 'Segoe UI', sans-serif;
}
header, main { max-width: 38rem; margin: 0 auto; padding: 1.25rem; }
header { border-bottom: 1px solid var(--rule); font-family: Georgia, 'Times New Roman', serif; }
header a { color: inherit; text-decoration: none; font-weight: bold; }
h1 {
  margin: 1rem 0 0.75rem;
  font: bold 1.75rem/1.25 Georgia, 'Times New Roman', serif;
  overflow-wrap: anywhere;
}
p { margin: 0 0 1rem; }
a { color: var(--accent); }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: 0.75rem 0; border-top: 1px solid var(--rule); }
li span { display: block; color: var(--muted); }
button {
  min-height: 2.75rem;
  padding: 0.5rem 1.25rem;
  border: 1px solid var(--accent);
  border-radius: 0.375rem;
  background: var(--accent);
  color: var(--paper);
  font: inherit;
  cursor: pointer;
}
.quiet { margin-top: 2rem; color: var(--muted); }
.quiet button { background: transparent; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
