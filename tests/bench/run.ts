import { benchBundleStart } from './bundle-start.ts';
import { benchComposing } from './composing.ts';
import { benchDelivering } from './delivering.ts';
import { printMonthlyCosts } from './monthly-cost.ts';
import { benchFirstRun } from './first-run.ts';
import { benchSite } from './site.ts';
import { benchScale } from './scale.ts';
import { benchSending } from './sending.ts';
import { benchStudioUpdate } from './studio-update.ts';
import { benchThousandArticles } from './thousand-articles.ts';

/** `npm run bench [NAME…]`: measures and prints; asserts nothing. */
const BENCHES: Record<string, () => unknown> = {
  'first-run': benchFirstRun,
  composing: benchComposing,
  delivering: benchDelivering,
  sending: benchSending,
  scale: benchScale,
  'bundle-start': benchBundleStart,
  'thousand-articles': benchThousandArticles,
  'studio-update': benchStudioUpdate,
  site: benchSite,
  cost: printMonthlyCosts,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(
    `no bench named ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) await BENCHES[name]?.();
}
