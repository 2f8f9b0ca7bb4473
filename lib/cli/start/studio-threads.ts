import type { CheckedMail, Finding } from '#lib/studio/checks/finding.ts';
import type { Compilation } from '#lib/studio/compile-templates.ts';
import { inThread } from '#lib/studio/threads/in-thread.ts';
import { studioThread } from '../package-root.ts';

/** The slow work of the studio, each in a thread of its own. */
export interface StudioThreads {
  /** Templates of one mail, or of all where it is null. */
  compile(mail: string | null): Promise<Compilation>;
  check(mail: CheckedMail): Promise<Finding[]>;
  close(): void;
}

/** Threads over a folder of templates; they start with their first work. */
export function studioThreads(folder: string): StudioThreads {
  const compiler = inThread<string | null, Compilation>(studioThread('compile'), folder);
  const checker = inThread<CheckedMail, Finding[]>(studioThread('check'));
  return {
    compile: (mail) => compiler.ask(mail),
    check: (mail) => checker.ask(mail),
    close() {
      compiler.close();
      checker.close();
    },
  };
}
