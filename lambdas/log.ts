import { Logger } from '@aws-lambda-powertools/logger';

const ADDRESS = /[^\s<>"',;:]+@[^\s<>"',;:]+/g;

/**
 * Log lines as JSON, each with a stable `code` that alarms look for. Mail servers quote addresses in
 * their errors; a log holds ids of subscribers, never addresses, so they are cut out of every value.
 */
export function createLog(serviceName: string): Logger {
  return new Logger({
    serviceName,
    jsonReplacerFn: (_key, value: unknown) =>
      typeof value === 'string' ? value.replace(ADDRESS, '[address]') : value,
  });
}

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;
