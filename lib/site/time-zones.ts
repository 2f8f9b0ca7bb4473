/**
 * Time zones to choose from, west to east, one or two for each offset: all four hundred would be two thirds
 * of a page. Any other that somebody has stays theirs.
 */
const OFFERED = [
  'Pacific/Honolulu',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/Mexico_City',
  'America/New_York',
  'America/Halifax',
  'America/Sao_Paulo',
  'UTC',
  'Europe/London',
  'Africa/Lagos',
  'Europe/Berlin',
  'Europe/Paris',
  'Africa/Cairo',
  'Europe/Kyiv',
  'Africa/Nairobi',
  'Europe/Istanbul',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Dhaka',
  'Asia/Bangkok',
  'Asia/Shanghai',
  'Asia/Singapore',
  'Australia/Perth',
  'Asia/Seoul',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
];

/** The zones that a form offers, with the one that is chosen. */
export function timeZonesWith(chosen: string): string[] {
  return OFFERED.includes(chosen) ? OFFERED : [chosen, ...OFFERED];
}
