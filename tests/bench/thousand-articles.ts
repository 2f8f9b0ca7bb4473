import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { printMeasurements, seconds, type Measurement } from './measure.ts';

/** What one process measured: see thousand-articles-process.ts. Times in ms, memory in MB. */
export interface ProcessResult {
  articles: number;
  coldMs: number;
  warmMs: number;
  segmenterMs: number;
  peakMb: number;
}

const SIZES = [250, 500, 1000];

/**
 * Editions of many articles of 800 words, cold and with their analyses kept; time and memory by
 * number of articles. Peer: the platform's own `Intl.Segmenter` finding sentences and words in the
 * same texts, the least that any analysis of them has to do.
 */
export function benchThousandArticles(): void {
  const results = SIZES.map(measureInOwnProcess);
  printMeasurements('Articles of 800 words, composed into an edition', results.flatMap(lines));
  const [first, last] = [results[0], results.at(-1)];
  if (first && last) {
    const growth = last.coldMs / last.articles / (first.coldMs / first.articles);
    console.log(
      `  time an article at ${last.articles} against ${first.articles}: ${growth.toFixed(2)} ×`,
    );
  }
}

/** A process a size, so that peak memory is that of the size alone. */
function measureInOwnProcess(articles: number): ProcessResult {
  const script = fileURLToPath(new URL('thousand-articles-process.ts', import.meta.url));
  const output = execFileSync('npx', ['tsx', script, String(articles)], { encoding: 'utf8' });
  return JSON.parse(output) as ProcessResult;
}

function lines({ articles, coldMs, warmMs, segmenterMs, peakMb }: ProcessResult): Measurement[] {
  const peer = 'Intl.Segmenter';
  return [
    {
      what: `${articles} articles, cold`,
      value: seconds(coldMs),
      peer,
      ratio: coldMs / segmenterMs,
    },
    {
      what: `${articles} articles, analyses kept (peak ${peakMb.toFixed(0)} MB)`,
      value: seconds(warmMs),
      peer,
      ratio: warmMs / segmenterMs,
    },
  ];
}
