/** The style sheet of the public pages. Text contrast is at least 7:1 in both schemes. */
export const STYLE = `:root {
  color-scheme: light dark;
  --paper: #fbfaf7;
  --ink: #1f2328;
  --quiet: #50565d;
  --line: #d9d5cb;
  --accent: #1d4e89;
  --on-accent: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b;
    --ink: #e8e6e1;
    --quiet: #b4b2ad;
    --line: #3a3d42;
    --accent: #9cc4f5;
    --on-accent: #10233a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, 'Segoe UI', sans-serif;
}
header, main { max-width: 38rem; margin: 0 auto; padding: 1.25rem; }
header { border-bottom: 1px solid var(--line); font-family: Georgia, 'Times New Roman', serif; }
header a { color: inherit; text-decoration: none; font-weight: bold; }
h1 {
  margin: 1rem 0 0.75rem;
  font: bold 1.75rem/1.25 Georgia, 'Times New Roman', serif;
  overflow-wrap: anywhere;
}
p { margin: 0 0 1rem; }
a { color: var(--accent); }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: 0.75rem 0; border-top: 1px solid var(--line); }
li span, .quiet { color: var(--quiet); }
li span { display: block; }
button {
  min-height: 2.75rem;
  padding: 0.5rem 1.25rem;
  border: 1px solid var(--accent);
  border-radius: 0.375rem;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  cursor: pointer;
}
.quiet button { background: transparent; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
