import type { Wording } from '#lib/briefing/wording.ts';

/** An instant as a reader's clock shows it: "24 November 2026 at 09:00 GMT+9". `timeZone`: IANA name. */
export function instantInWords({ locale }: Wording, iso: string, timeZone: string): string {
  const options: Intl.DateTimeFormatOptions = {
    ...{ year: 'numeric', month: 'long', day: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short', timeZone },
  };
  return new Intl.DateTimeFormat(locale, options).format(new Date(iso));
}
