import { join } from 'node:path';
import type { AnalysisStore } from '#lib/edition/analysis-store.ts';
import { readTextFile } from './read-folder.ts';
import { replaceFile } from './write-file.ts';

/** Kept analyses, one file each: `<folder>/<key>.json`. */
export class FolderAnalysisStore implements AnalysisStore {
  constructor(private readonly folder: string) {}

  get(key: string): Promise<string | null> {
    return readTextFile(this.path(key));
  }

  async put(key: string, kept: string): Promise<void> {
    await replaceFile(this.path(key), kept, { durable: false });
  }

  private path(key: string): string {
    return join(this.folder, `${key}.json`);
  }
}
