// A text of a workbook as people see it.

/** Excel writes signs that XML cannot hold as `_x000D_`; line ends become line feeds. */
export function storedText(text: string): string {
  const whole = text.includes('_x')
    ? text.replaceAll(/_x([\dA-F]{4})_/giu, (_, code: string) =>
        String.fromCharCode(Number(`0x${code}`)),
      )
    : text;
  return whole.includes('\r') ? whole.replaceAll(/\r\n?/gu, '\n') : whole;
}
