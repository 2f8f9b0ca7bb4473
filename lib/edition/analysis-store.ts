import type { Analysis } from '#lib/analysis/analysis.ts';

/** Analyses kept by content hash, so that an article is analysed once per engine version. */
export interface AnalysisStore {
  get(key: string): Promise<Analysis | null>;
  put(key: string, analysis: Analysis): Promise<void>;
}
