/** Where sign-ups are counted, for a while: a DynamoDB table, real or in process. */
export interface CounterStore {
  /**
   * Adds one to a counter and returns what it is then; callers at once get a number each.
   * @param time the stretch that it counts: "2026-11-22T09"
   */
  count(counter: string, time: string, expiresAt: Date): Promise<number>;
  /** The secret of a time: the text that was given first, whoever gave it. */
  secret(time: string, fresh: string, expiresAt: Date): Promise<string>;
}
