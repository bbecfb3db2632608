const MOST_DECIMALS = 6;

/** `1234567.5` as `1,234,567.5`: thousands separated, no exponent, at least `decimals` places. */
export function formatNumber(amount: number, decimals = 0): string {
  const rounded = Number(amount.toFixed(MOST_DECIMALS));
  const [whole = '0', fraction = ''] = Math.abs(rounded).toFixed(MOST_DECIMALS).split('.');
  const shown = fraction.replace(/0+$/, '').padEnd(decimals, '0');
  const sign = rounded < 0 ? '−' : '';
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${shown === '' ? '' : `.${shown}`}`;
}

/** Decimal places that show every one of the amounts as it is, at most six. */
export function decimalsOf(amounts: readonly (number | null)[]): number {
  const places = amounts.map(amount => {
    if (amount === null) return 0;
    const fraction = Math.abs(amount).toFixed(MOST_DECIMALS).split('.')[1] ?? '';
    return fraction.replace(/0+$/, '').length;
  });
  return Math.max(0, ...places);
}
