import { editionRate, editionsPerDay, roomToday, type SendLimits } from './send-quota.ts';

/** What sending an edition will take, by the quota as it is now. */
export interface Forecast {
  recipients: number;
  /** Mails a second; null: as fast as the server takes them. */
  perSecond: number | null;
  /** Recipients that the day's quota bears now. */
  today: number;
  /** Recipients that wait for a later day. */
  carriedOver: number;
  /** ISO instant at which the last mail goes out, if nobody else sends from the account; null: cannot be told. */
  finishesAt: string | null;
  /** Of a day's quota; null: there is none. */
  shareOfDay: number | null;
  /** At the list price; null: the server costs nothing by the mail. */
  costUsd: number | null;
  /** Why the edition cannot be sent with this quota; null where it can. */
  refusal: string | null;
}

export interface ForecastInput {
  recipients: number;
  limits: SendLimits;
  now: Date;
  usdAThousand: number | null;
  /** By when it must have gone out: the next edition is due then. Null: nothing follows. */
  finishBy?: Date | null;
}

/** A digest that takes longer to go out is no news to who gets it last. */
export const CARRY_OVER_DAYS = 3;

const DAY_MS = 86_400_000;

/** Foretells the sending of an edition: what the quota does not bear today is carried over, within bounds. */
export function forecast(input: ForecastInput): Forecast {
  const { recipients, limits, now, usdAThousand, finishBy = null } = input;
  const perDay = editionsPerDay(limits);
  const perSecond = editionRate(limits);
  const today = Math.min(recipients, roomToday(limits) ?? recipients);
  const carriedOver = recipients - today;
  const laterDays = carriedOver === 0 ? 0 : Math.ceil(carriedOver / (perDay ?? Infinity));
  const shareOfDay = perDay === null ? null : recipients / perDay;
  const costUsd = usdAThousand === null ? null : (recipients / 1_000) * usdAThousand;
  const lastDays = carriedOver === 0 ? today : carriedOver - (laterDays - 1) * (perDay ?? 0);
  const sendingMs = perSecond === null ? null : (lastDays / perSecond) * 1_000;
  const end = sendingMs === null ? null : now.getTime() + laterDays * DAY_MS + sendingMs;
  const demand = { laterDays, perDay, perSecond, recipients };
  const beyondBounds = refusalOf(demand);
  const finishesAt = end === null || beyondBounds !== null ? null : new Date(end).toISOString();
  const refusal = beyondBounds ?? (recipients === 0 ? null : overlapOf(end, finishBy));
  const amounts = { recipients, perSecond, today, carriedOver, shareOfDay, costUsd };
  return { ...amounts, finishesAt, refusal };
}

interface Demand {
  laterDays: number;
  perDay: number | null;
  perSecond: number | null;
  recipients: number;
}

function refusalOf({ laterDays, perDay, perSecond, recipients }: Demand): string | null {
  if (recipients === 0) return null;
  if (perDay === 0 || perSecond === 0) return 'the account may not send at present';
  if (laterDays <= CARRY_OVER_DAYS) return null;
  return `${recipients} recipients at ${perDay} a day go on for more than ${CARRY_OVER_DAYS} days after today: ask for a higher quota`;
}

function overlapOf(end: number | null, finishBy: Date | null): string | null {
  if (end === null || finishBy === null || end <= finishBy.getTime()) return null;
  return `it would go on until ${new Date(end).toISOString()}, after the next edition is due (${finishBy.toISOString()}): ask for a higher quota`;
}

/** "1200 recipients, 13.3 a second, done about 2026-…" and what the quota makes of it, a line each. */
export function formatForecast(told: Forecast): string[] {
  const { recipients, perSecond, today, carriedOver, finishesAt, shareOfDay, costUsd } = told;
  const parts = [
    `${recipients} ${recipients === 1 ? 'recipient' : 'recipients'}`,
    perSecond === null ? 'no limit of the rate' : `${round(perSecond)} a second`,
    ...(finishesAt === null ? [] : [`done about ${finishesAt}`]),
    ...(costUsd === null ? [] : [`about $${costUsd.toFixed(2)}`]),
  ];
  return [
    `forecast: ${parts.join(', ')}`,
    ...(shareOfDay === null ? [] : [`  ${round(shareOfDay * 100)} % of what a day bears`]),
    ...(carriedOver === 0 ? [] : [`  ${today} today, ${carriedOver} when the day's quota moves`]),
    ...(told.refusal === null ? [] : [`  refused: ${told.refusal}`]),
  ];
}

const round = (value: number) => String(Math.round(value * 10) / 10);
