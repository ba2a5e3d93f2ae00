/** The sign between whole numbers and parts in the region of this device: a point or a comma. */
export function decimalSign(): '.' | ',' {
  const parts = new Intl.NumberFormat().formatToParts(1.5);
  const sign = parts.find(({ type }) => type === 'decimal')?.value;
  return sign === ',' ? ',' : '.';
}
