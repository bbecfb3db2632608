/**
 * A number with so many decimals, halves rounded up as readers do: 3.065 is 3.07, where `toFixed` says 3.06 because
 * the nearest binary number lies below it. The sign is left out.
 */
export function fixed(number: number, decimals: number): string {
  const shifted = Math.round(Number((Math.abs(number) * 10 ** decimals).toPrecision(15)));
  return (shifted / 10 ** decimals).toFixed(decimals);
}
