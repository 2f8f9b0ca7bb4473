/** How a contract is tested on one side of an interface. */
export interface Races {
  /**
   * Whether callers at once are tried. Not on an emulator: moto's server checks a condition and writes
   * in two steps, so that two of its threads may both pass. Dynalite checks and writes in one.
   */
  races?: boolean;
}
