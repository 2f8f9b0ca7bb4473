const VARIABLE = /var\(--([a-z]+-[a-z]+)\)/g;

/**
 * Lets templates name the brand's colours as `var(--light-ink)`, in styles and in MJML attributes alike.
 * Mail clients know no CSS variables, MJML refuses what is no colour, and its inlining of styles knows
 * no Handlebars. So each gets a colour of its own as a stand-in before MJML, and becomes the Handlebars
 * expression of the brand's colour after it.
 */
export function brandColours(): {
  put: (source: string) => string;
  restore: (html: string) => string;
} {
  const names: string[] = [];
  return {
    put: (source) =>
      source.replace(VARIABLE, (_, name: string) => {
        if (!names.includes(name)) names.push(name);
        return standIn(names.indexOf(name));
      }),
    restore: (html) =>
      names.reduce(
        (done, name, index) => done.replaceAll(standIn(index), expressionOf(name)),
        html,
      ),
  };
}

/** The same for a style sheet that MJML does not see. */
export function brandExpressions(style: string): string {
  return style.replace(VARIABLE, (_, name: string) => expressionOf(name));
}

const expressionOf = (name: string) => `{{@root.brand.${name.replace('-', '.')}}}`;

/** No template uses these colours: they are as good as black. */
function standIn(index: number): string {
  return `#0000${(index + 1).toString(16).padStart(2, '0')}`;
}
