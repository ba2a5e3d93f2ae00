/** `amount` to two figures: more would claim to know more than anybody can. */
export function twoFigures(amount: number, rounded = Math.round): number {
  const step = Math.max(1, 10 ** (Math.floor(Math.log10(Math.max(1, amount))) - 1));
  return rounded(amount / step) * step;
}
