/** A balance with its sign, two decimals: "+0.46", "−0.10". */
export function signed(value: number): string {
  const figure = Math.abs(value).toFixed(2);
  return value < 0 ? `−${figure}` : `+${figure}`;
}
