import { templates } from '#templates/edition';
import type { EditionView } from './edition-view.ts';
import { mailRenderer, type Rendered } from './mail-renderer.ts';

const render = mailRenderer(templates);

/** Puts a checked view (`parseEditionView`) into the compiled templates. */
export function renderView(view: EditionView): Rendered {
  return render('edition', view);
}
