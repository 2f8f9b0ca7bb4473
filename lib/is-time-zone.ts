/** Whether a name is a time zone that this machine can tell the time in: an IANA name such as "Asia/Seoul". */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
