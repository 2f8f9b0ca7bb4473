/** What changes with a new edition: lists, feeds. */
export const MINUTES_5 = { 'cache-control': 'public, max-age=300' } as const;

/** What changes with the program: an hour lets a fault in it be mended within the day. */
export const HOUR = { 'cache-control': 'public, max-age=3600' } as const;
