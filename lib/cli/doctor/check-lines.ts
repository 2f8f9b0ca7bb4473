import type { Check } from '#lib/doctor/check.ts';
import type { Report } from '../report.ts';
import { count, table } from '../table.ts';

/** Checks as a report: a line each; with a fault among them, the exit code is 1. */
export function doctorReport(place: string, checks: Check[]): Report {
  const faults = checks.filter(({ state }) => state === 'fault');
  const others = checks.filter(({ state }) => state === 'warning' || state === 'unknown');
  return {
    data: { place, checks },
    lines: [
      place,
      ...table(checks.map(toRow), '  '),
      ...(others.length + faults.length > 0 ? [] : ['all is well']),
    ],
    problems:
      faults.length > 0
        ? [`${count(faults.length, 'fault')}: ${faults.map(({ name }) => name).join(', ')}`]
        : [],
  };
}

function toRow({ name, state, found, lost, next }: Check): string[] {
  const parts = [
    found,
    ...(lost === null ? [] : [`lost: ${lost}`]),
    ...(next === null ? [] : [`do: ${next}`]),
  ];
  return [state, name, parts.join('; ')];
}
