import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { runInThisContext } from 'node:vm';
import { wordings } from '#templates/wordings';
import { parseBrand, type Brand } from '#lib/briefing/brand.ts';
import {
  mailRenderer,
  type CompiledTemplates,
  type MailRenderer,
  type Rendered,
} from '#lib/briefing/mail-renderer.ts';
import { reasonOf } from '#lib/dependency-error.ts';
import type { TemplateCompiler } from './compile-templates.ts';
import { compileWordings } from './compile-wordings.ts';
import { isMissing } from './is-missing.ts';
import { readJsonFile, type JsonFile } from './json-file.ts';
import { memo } from './memo.ts';
import { viewOfSample, type AnyView } from './sample-views.ts';
import { listSamples, readSample, type MailSamples } from './samples.ts';
import type { TemplateFault } from './template-fault.ts';
import { watchFolder } from './watch-folder.ts';

/** A sample as mail: the last good version where it has a fault now, null where there never was one. */
export interface ShownSample {
  rendered: Rendered | null;
  language: string;
  faults: TemplateFault[];
}

/** The folder of templates as it stands on disk, rendered by the renderer that mails are sent with. */
export interface Workshop {
  brand(): Brand;
  mails(): Promise<MailSamples[]>;
  /** Null where there is no such sample. */
  show(mail: string, sample: string): Promise<ShownSample | null>;
  /** What is wrong with templates, message files and brand. */
  faults(): readonly TemplateFault[];
  /** Another one after each change. */
  revision(): string;
  /** Calls back after each change that is ready to be shown, until the returned function is called. */
  onChange(listener: () => void): () => void;
  /** Compiles everything the first time, so that the first change need not wait for MJML to load. */
  warm(): Promise<void>;
  /** Something that pages show beside the templates has changed. */
  refresh(): void;
  close(): void;
}

export interface WorkshopDeps {
  /** The folder with templates, partials, samples, wording and brand. */
  folder: string;
  /** Compiles what stands in it. */
  compile: TemplateCompiler;
  /** What the program was built with: shown until the first change. */
  templates: CompiledTemplates;
  brand: Brand;
}

/** Opens the folder and watches it. */
export async function openWorkshop(deps: WorkshopDeps): Promise<Workshop> {
  const workshop = new LiveWorkshop(deps);
  await workshop.watch();
  return workshop;
}

const RETRY_MS = 30;
const OTHERS_AFTER_MS = 150;

const evaluated = memo(
  // The compiler's own output, as the build writes it into a module.
  (source) => runInThisContext(`(${source})`) as CompiledTemplates[string],
);

class LiveWorkshop implements Workshop {
  private readonly folder: string;
  private readonly compile: TemplateCompiler;
  private readonly startedAt = Date.now().toString(36);
  private readonly listeners = new Set<() => void>();
  /** What was shown of each sample, as long as nothing changes. */
  private readonly shown = new Map<string, { key: string; sample: ShownSample }>();
  /** The mail that is being worked on. */
  private lastShown: string | null = null;
  private readonly lastGood = new Map<string, Rendered>();
  private templates: CompiledTemplates;
  private render: MailRenderer;
  private theBrand: Brand;
  private found: TemplateFault[] = [];
  private changes = 0;
  private warmed: Promise<void> | null = null;
  private reloading: Promise<void> | null = null;
  private isStale = false;
  /** Ends the wait before the other mails: another change has come. */
  private pause = new AbortController();
  private stopWatching: () => void = () => undefined;

  constructor({ folder, compile, templates, brand }: WorkshopDeps) {
    this.folder = folder;
    this.compile = compile;
    this.templates = templates;
    this.render = mailRenderer(templates);
    this.theBrand = brand;
  }

  async watch(): Promise<void> {
    this.stopWatching = await watchFolder(this.folder, (paths) => this.changed(paths));
  }

  brand = () => this.theBrand;
  faults = () => this.found;
  mails = () => listSamples(this.folder);
  revision = () => `${this.startedAt}.${this.changes}`;
  warm = () => (this.warmed ??= this.reload());
  refresh = () => this.tell(this.found);

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.stopWatching();
    this.listeners.clear();
  }

  async show(mail: string, sample: string): Promise<ShownSample | null> {
    const read = await readSample(this.folder, mail, sample);
    if (read === null) return null;
    this.lastShown = mail;
    const known = this.shown.get(read.file);
    const key = `${this.revision()} ${read.source}`;
    if (known?.key === key) return known.sample;
    const made = this.make(mail, read);
    this.shown.set(read.file, { key, sample: made });
    return made;
  }

  private make(mail: string, read: { file: string; source: string }): ShownSample {
    const view = readJsonFile(read.file, read.source, (data, source) =>
      viewOfSample(mail, data, source, this.theBrand),
    );
    const language = view.ok ? view.value.language : 'en';
    const made = this.print(mail, view, read.file);
    if (made.ok) this.lastGood.set(read.file, made.value);
    return {
      language,
      rendered: this.lastGood.get(read.file) ?? null,
      faults: made.ok ? [] : made.faults,
    };
  }

  /** A sample is read when it is shown: nothing is to be compiled for it. */
  private changed(paths: readonly string[]): void {
    if (paths.every((path) => path.startsWith(`samples${sep}`))) this.tell(this.found);
    else void this.reload();
  }

  /** One change at a time; what comes meanwhile is seen by one more round. */
  private async reload(): Promise<void> {
    this.isStale = true;
    this.pause.abort();
    this.reloading ??= (async () => {
      while (this.isStale) {
        this.isStale = false;
        await this.readAll().catch((error: unknown) => this.notRead(error));
      }
    })().finally(() => (this.reloading = null));
    return this.reloading;
  }

  private notRead(error: unknown): void {
    // An editor is about to put another file in its place.
    if (isMissing(error)) setTimeout(() => void this.reload(), RETRY_MS).unref();
    else this.tell([{ file: '', line: null, reason: reasonOf(error) }]);
  }

  private async readAll(): Promise<void> {
    const first = this.lastShown;
    if (first !== null && this.changes > 0) {
      this.tell((await this.readOnce(first)).faults);
      // The browser fetches what it shows before the other mails are compiled.
      this.pause = new AbortController();
      await sleep(OTHERS_AFTER_MS, null, this.pause).catch(() => undefined);
      if (this.isStale) return;
      const { isNew, faults } = await this.readOnce(null);
      if (isNew || !isDeepStrictEqual(faults, this.found)) this.tell(faults);
    } else this.tell((await this.readOnce(null)).faults);
  }

  /** Reads the templates of one mail, or of all, and what they share; tells nobody. */
  private async readOnce(
    mail: string | null,
  ): Promise<{ isNew: boolean; faults: TemplateFault[] }> {
    const [compiled, worded, brand] = await Promise.all([
      this.compile(mail),
      compileWordings(this.folder),
      this.readBrand(),
    ]);
    const made = Object.entries(compiled.templates).map(
      ([name, source]) => [name, evaluated(source)] as const,
    );
    const isNew = made.some(([name, template]) => this.templates[name] !== template);
    // A template with a fault keeps its last good version.
    this.templates = { ...this.templates, ...Object.fromEntries(made) };
    this.render = mailRenderer(this.templates);
    // Where `wordingFor` looks a language up.
    if (worded.ok) Object.assign(wordings, worded.wordings);
    if (brand.ok) this.theBrand = brand.value;
    const faults = [compiled, worded, brand].flatMap((each) =>
      'faults' in each ? each.faults : [],
    );
    return { isNew, faults };
  }

  private tell(faults: TemplateFault[]): void {
    this.found = faults;
    this.changes++;
    for (const listener of this.listeners) listener();
  }

  private async readBrand(): Promise<JsonFile<Brand>> {
    const source = await readFile(join(this.folder, 'brand.json'), 'utf8');
    return readJsonFile('brand.json', source, parseBrand);
  }

  private print(mail: string, view: JsonFile<AnyView>, file: string): JsonFile<Rendered> {
    if (!view.ok) return view;
    try {
      return { ok: true, value: this.render(mail, view.value) };
    } catch (error) {
      return { ok: false, faults: [{ file, line: null, reason: reasonOf(error) }] };
    }
  }
}
