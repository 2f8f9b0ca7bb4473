/** What a mail server lets one account send. */
export interface SendLimits {
  /** Recipients in any 24 hours; null: no limit. */
  maxPerDay: number | null;
  /** Recipients a second; null: no limit. */
  maxPerSecond: number | null;
  sentLast24h: number;
}

/** The account with a mail server that limits it. */
export interface SendQuota {
  /** @throws DependencyError where the server does not tell */
  read(): Promise<SendLimits>;
}

/** Of both limits, kept free for confirmation mails: who subscribes while an edition goes out waits for one. */
export const CONFIRMATION_SHARE = 0.05;

/** Recipients a second that editions may use. */
export function editionRate({ maxPerSecond }: SendLimits): number | null {
  return maxPerSecond === null ? null : maxPerSecond * (1 - CONFIRMATION_SHARE);
}

/** Recipients in any 24 hours that editions may use. */
export function editionsPerDay({ maxPerDay }: SendLimits): number | null {
  return maxPerDay === null ? null : Math.floor(maxPerDay * (1 - CONFIRMATION_SHARE));
}

/** Recipients that editions may still have now. */
export function roomToday(limits: SendLimits): number | null {
  const perDay = editionsPerDay(limits);
  return perDay === null ? null : Math.max(0, perDay - limits.sentLast24h);
}
