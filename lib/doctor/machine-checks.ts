import { isExampleAddress } from '#lib/briefing/brand.ts';
import { formatFault, type Fault } from '#lib/fault.ts';
import { fault, judged, ok, warning, type Check, type Reading } from './check.ts';

/** What this machine was found to be. */
export interface MachineFacts {
  /** "20.19.4" */
  nodeVersion: string;
  /** "20.19": the oldest that Parley runs on. */
  oldestNode: string;
  topics: { number: number; faults: Fault[] };
  /** The postal address that stands in each mail. */
  postalAddress: Reading<string>;
}

/** What the program needs, wherever it keeps things. */
export function machineChecks(facts: MachineFacts): Check[] {
  return [
    nodeCheck(facts),
    topicsCheck(facts.topics),
    judged('brand', facts.postalAddress, brandCheck),
  ];
}

function nodeCheck({ nodeVersion, oldestNode }: MachineFacts): Check {
  if (!isOlder(nodeVersion, oldestNode)) return ok('Node', nodeVersion);
  return fault('Node', `${nodeVersion}, older than ${oldestNode}`, {
    lost: 'commands fail in ways that nobody has tested',
    next: 'install a current Node (nodejs.org)',
  });
}

function isOlder(version: string, than: string): boolean {
  const [left, right] = [version, than].map((text) => text.split('.').map(Number));
  const [major = 0, minor = 0] = left ?? [];
  const [oldestMajor = 0, oldestMinor = 0] = right ?? [];
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

function topicsCheck({ number, faults }: MachineFacts['topics']): Check {
  const [first] = faults;
  if (first === undefined) return ok('topics', `${number} known`);
  const more = faults.length > 1 ? `, and ${faults.length - 1} more` : '';
  return fault('topics', `${formatFault(first)}${more}`, {
    lost: 'the topic of that file has no edition',
    next: 'parley topics tells every fault',
  });
}

/** The address that ships is an example; the law asks for a real one in each mail (CAN-SPAM, 16 CFR 316). */
function brandCheck(postalAddress: string): Check {
  if (!isExampleAddress(postalAddress)) return ok('brand', postalAddress);
  return warning('brand', 'the postal address is the example', {
    lost: 'mails without the sender’s address are unlawful in many countries, and look like fraud',
    next: 'put your name and address into templates/brand.json',
  });
}
