// How each country's numbers are dialled at home and from abroad.

/** One country's part of a number. */
export interface CallingCode {
  readonly code: string;
  /** What is dialled before a number within the country alone. */
  readonly trunk: RegExp;
  /** Whether a number without it is whole as well. */
  readonly isTrunkOptional: boolean;
}

/** Of `region` as `GB`; undefined for a country that is not in the table. */
export function callingCodeOf(region: string): CallingCode | undefined {
  const code = codes.get(region);
  if (code === undefined) return undefined;
  if (trunkless.has(region)) return { code, trunk: /(?!)/, isTrunkOptional: true };
  return { code, trunk: /^0/, isTrunkOptional: false, ...otherTrunks[region] };
}

/** Numbers there begin with no 0 at home either; or, in Italy, keep it from abroad too. */
const trunkless = new Set(
  'BH CL CZ DK EE ES GR HK IS IT KW LV LU MT MX NO OM PL PT QA SG SN TN'.split(' '),
);

const northAmerican = { trunk: /^1(?=\d{10}$)/, isTrunkOptional: true };
const otherTrunks: Readonly<Record<string, Omit<CallingCode, 'code'>>> = {
  CA: northAmerican,
  US: northAmerican,
  HU: { trunk: /^06/, isTrunkOptional: false },
  // An 8 until 2025, a 0 since.
  LT: { trunk: /^[08](?=\d{8}$)/, isTrunkOptional: false },
};

const codes = new Map(
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
