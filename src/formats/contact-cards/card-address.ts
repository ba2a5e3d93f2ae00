// The lines of an address of a contact card, in the order in which its country writes them.

/** The parts as vCard orders them: box, addition, street, town, region, postcode, country. */
export function cardAddress(parts: readonly string[], countryCode: string): string {
  const [box = '', addition = '', street = '', ...place] = parts;
  const [, , , country = ''] = place;
  return [addition, street, box, ...placeLines(place, countryCode), country]
    .filter((line) => line !== '')
    .join('\n');
}

function placeLines(place: readonly string[], countryCode: string): readonly string[] {
  const [town = '', region = '', postcode = '', country = ''] = place;
  switch (orderOf({ country, countryCode, region, postcode })) {
    case 'postcode-first':
      return [joined(postcode, town), region];
    case 'one-line':
      return [joined(town, region, postcode)];
    case 'own-lines':
      return [town, region, postcode];
  }
}

interface Signs {
  readonly country: string;
  readonly countryCode: string;
  readonly region: string;
  readonly postcode: string;
}

type Order = 'postcode-first' | 'one-line' | 'own-lines';

const ownLines = /^(?:gb|uk|ie|united kingdom|great britain|england|scotland|wales|ireland)$/iu;
const oneLine = /^(?:us|usa|ca|au|united states(?: of america)?|canada|australia)$/iu;

// Most countries with postcodes of digits alone write them before the town.
function orderOf({ country, countryCode, region, postcode }: Signs): Order {
  const place = countryCode === '' ? country : countryCode;
  if (ownLines.test(place)) return 'own-lines';
  if (oneLine.test(place)) return 'one-line';
  if (place === '' && /^[A-Z]{2}$/u.test(region) && /^\d{5}/u.test(postcode)) return 'one-line';
  return /^(?:[A-Z]{1,3}-)?\d{3,5}(?:[ -]?\d{2,3}|[ ]?[A-Z]{2})?$/u.test(postcode)
    ? 'postcode-first'
    : 'own-lines';
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
