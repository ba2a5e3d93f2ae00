// The number to ring from anywhere: people write down how it is dialled at home. Never guesses:
// where the country is not known, the number is rung as it is written.

import { withAsciiDigits } from '#lib/ascii-digits.ts';
import { nationalDigits, phoneDigits } from '#domain/customers/phone-number.ts';

/** "+43664123456" for "0664 123456" in Austria; as it is written where the country is not known. */
export function dialledNumber(phone: string, region: string): string {
  const digits = phoneDigits(phone);
  if (/^[^\d]*\+/u.test(withAsciiDigits(phone))) return `+${digits}`;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  const code = callingCodes.get(region);
  // Short numbers ring at home alone, and so does whatever begins without the 0 of its country.
  if (code === undefined || digits.length < minDigits) return digits;
  if (keepsZero.has(region)) return `+${code}${digits}`;
  return digits.startsWith('0') || hasNoZero.has(region)
    ? `+${code}${nationalDigits(phone)}`
    : digits;
}

const minDigits = 7;

/** The 0 belongs to the number, from abroad too. */
const keepsZero = new Set(['IT']);

/** Numbers there begin with no 0 at home either. */
const hasNoZero = new Set(
  'BH CA CL CZ DK EE ES GR HK IS KW LV LU MT MX NO OM PL PT QA SG SN TN US'.split(' '),
);

const callingCodes = new Map(
  (
    'AE971 AR54 AT43 AU61 BE32 BG359 BH973 BR55 CA1 CH41 CL56 CO57 CY357 CZ420 DE49 DK45 DZ213 EE372 ' +
    'EG20 ES34 FI358 FR33 GB44 GR30 HK852 HR385 HU36 ID62 IE353 IL972 IN91 IQ964 IS354 IT39 JO962 ' +
    'JP81 KE254 KR82 KW965 LB961 LI423 LT370 LU352 LV371 LY218 MA212 MT356 MX52 MY60 NG234 NL31 NO47 ' +
    'NZ64 OM968 PE51 PH63 PK92 PL48 PT351 QA974 RO40 RS381 SA966 SE46 SG65 SI386 SK421 SN221 TH66 ' +
    'TN216 TR90 TW886 UA380 US1 VN84 ZA27'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), entry.slice(2)]),
);
