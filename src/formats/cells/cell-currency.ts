// The currency that a cell or a heading names. A sign that several currencies share ("$", "kr")
// names none.

const bySign: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₽': 'RUB',
  '₺': 'TRY',
  '₹': 'INR',
  '₩': 'KRW',
  '₪': 'ILS',
  '฿': 'THB',
  '₫': 'VND',
  '₴': 'UAH',
  '₱': 'PHP',
  '₦': 'NGN',
  zł: 'PLN',
  kč: 'CZK',
  ft: 'HUF',
  円: 'JPY',
  元: 'CNY',
  euro: 'EUR',
  euros: 'EUR',
};

// Codes of which a shop of this trade may take money; other words of three letters are words.
const codes: ReadonlySet<string> = new Set(
  (
    'AED ARS AUD BAM BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GEL HKD HRK HUF IDR ILS ' +
    'INR ISK JOD JPY KES KRW KWD LBP MAD MDL MKD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON ' +
    'RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND ZAR'
  ).split(' '),
);
const words = /[\p{Letter}]+|\p{Sc}/gu;

/** An ISO 4217 code such as `EUR`, or null when none or an ambiguous sign is there. */
export function currencyIn(text: string): string | null {
  for (const [word] of text.matchAll(words)) {
    const code = codes.has(word) ? word : bySign[word.toLowerCase()];
    if (code !== undefined) return code;
  }
  return null;
}

/** The code in a cell of a currency column, in any case; null when it is none. */
export function currencyCode(cell: string): string | null {
  const code = cell.trim().toUpperCase();
  return codes.has(code) ? code : currencyIn(cell);
}
