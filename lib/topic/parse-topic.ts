import { parseWith, type Fault, type Parsed } from '#lib/fault.ts';
import { isTimeZone } from '#lib/is-time-zone.ts';
import { namesReservedHost, RESERVED_HOST } from '#lib/reserved-host.ts';
import { Topic } from './topic.ts';

/** Checks a topic file: its schema, and what a schema cannot say. Every fault is listed. */
export function parseTopic(data: unknown, source: string): Parsed<Topic> {
  const parsed = parseWith(Topic, data, source);
  if (!parsed.ok) return parsed;
  const faults = consistencyFaults(parsed.value, source);
  return faults.length > 0 ? { ok: false, faults } : parsed;
}

function consistencyFaults(topic: Topic, source: string): Fault[] {
  return [
    ...eraFaults(topic, source),
    ...actorFaults(topic, source),
    ...zoneFaults(topic, source),
    ...printedFaults(topic, source),
  ];
}

function eraFaults({ eras }: Topic, source: string): Fault[] {
  const faults: Fault[] = [];
  for (const era of ['then', 'now'] as const) {
    const { from, to } = eras[era];
    if (from > to)
      faults.push({
        source,
        field: `eras.${era}.to`,
        expected: `a day on or after ${from}`,
        found: to,
      });
  }
  if (eras.then.to >= eras.now.from)
    faults.push({
      source,
      field: 'eras.now.from',
      expected: `a day after the end of the first era, ${eras.then.to}`,
      found: eras.now.from,
    });
  return faults;
}

function actorFaults({ actors, parties }: Topic, source: string): Fault[] {
  const ids = new Set(actors.map(({ id }) => id));
  const faults: Fault[] = [];
  actors.forEach(({ id, party }, index) => {
    if (actors.findIndex((other) => other.id === id) !== index)
      faults.push({ source, field: `actors.${index}.id`, expected: 'an id used once', found: id });
    if (party !== undefined && !parties.includes(party))
      faults.push({
        source,
        field: `actors.${index}.party`,
        expected: `one of the parties ${parties.join(', ')}`,
        found: party,
      });
  });
  parties.forEach((party, index) => {
    if (!ids.has(party))
      faults.push({
        source,
        field: `parties.${index}`,
        expected: 'the id of an actor',
        found: party,
      });
  });
  return faults;
}

function zoneFaults({ schedule }: Topic, source: string): Fault[] {
  const faults: Fault[] = [];
  if (schedule.days.length === 0)
    faults.push({ source, field: 'schedule.days', expected: 'at least one weekday' });
  if (!isTimeZone(schedule.timeZone))
    faults.push({
      source,
      field: 'schedule.timeZone',
      expected: 'an IANA time zone such as Asia/Seoul',
      found: schedule.timeZone,
    });
  return faults;
}

/** What an edition prints of a topic must not look like a link that a delivery fills in. */
function printedFaults({ title, eras, sideNegotiations }: Topic, source: string): Fault[] {
  const printed = [
    { field: 'title', text: title },
    { field: 'eras.then.label', text: eras.then.label },
    { field: 'eras.now.label', text: eras.now.label },
    ...sideNegotiations.map(({ name }, index) => ({
      field: `sideNegotiations.${index}.name`,
      text: name,
    })),
  ];
  return printed
    .filter(({ text }) => namesReservedHost(text))
    .map(({ field, text }) => ({
      source,
      field,
      expected: `a text without ${RESERVED_HOST}, the host of Parley’s own links`,
      found: text,
    }));
}
