/** A stretch between quotation marks, marks included: half-open UTF-16 offsets in the body. */
export interface Quotation {
  start: number;
  end: number;
  /** Whether its closing mark was found; without one it runs to the end of its paragraph. */
  isClosed: boolean;
  isSingle: boolean;
}
