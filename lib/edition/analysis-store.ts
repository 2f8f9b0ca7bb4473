/**
 * Analyses kept by content hash, so that an article is analysed once per engine version. They are
 * kept in the form of `kept-analysis.ts`; the store itself does not look into them.
 */
export interface AnalysisStore {
  get(key: string): Promise<string | null>;
  /** Losing one costs only time: a store may skip what makes other writes durable. */
  put(key: string, kept: string): Promise<void>;
}
