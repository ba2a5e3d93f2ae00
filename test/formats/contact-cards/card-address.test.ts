import { describe, expect, it } from 'vitest';
import { cardAddress } from '#formats/contact-cards/card-address.ts';

// Box, addition, street, town, region, postcode, country.
const york = ['', '', '1 Mill Lane', 'York', '', 'YO1 7HX', ''];
const ulm = ['', '', 'Am Anger 3', 'Ulm', '', '89073', ''];

describe('the address of a contact card', () => {
  it.each([
    ['York', york, '', '1 Mill Lane|York|YO1 7HX'],
    ['a code of figures', ulm, '', 'Am Anger 3|89073 Ulm'],
    ['its country by code', ulm, 'gb', 'Am Anger 3|Ulm|89073'],
    ['a code before a name', [...ulm.slice(0, 6), 'Germany'], 'us', 'Am Anger 3|Ulm 89073|Germany'],
    ['its country by name', [...ulm.slice(0, 6), 'Ireland'], '', 'Am Anger 3|Ulm|89073|Ireland'],
    ['Canada', ['', '', '1 Elm', 'Banff', 'AB', 'T1L 1K2', ''], 'ca', '1 Elm|Banff AB T1L 1K2'],
    ['Illinois', ['', '', '1 Elm', 'Dixon', 'IL', '61021', ''], '', '1 Elm|Dixon IL 61021'],
    ['a region', ['', '', 'Via Po 1', 'Bra', 'Cuneo', '12042', ''], '', 'Via Po 1|12042 Bra|Cuneo'],
    ['Sweden', ['', '', 'Ek 1', 'Lund', '', '223 50', ''], '', 'Ek 1|223 50 Lund'],
    ['Holland', ['', '', 'Dam 1', 'Edam', '', '1135 AB', ''], '', 'Dam 1|1135 AB Edam'],
    ['a country sign', ['', '', 'Ring 1', 'Graz', '', 'A-8010', ''], '', 'Ring 1|A-8010 Graz'],
    [
      'a box',
      ['PO Box 7', 'Flat 2', '1 Elm', 'Bath', '', 'BA1', ''],
      '',
      'Flat 2|1 Elm|PO Box 7|Bath|BA1',
    ],
    ['nothing', [], '', ''],
  ])('%s', (...[, parts, code, lines]) => {
    expect(cardAddress(parts, code)).toBe(lines.replaceAll('|', '\n'));
  });
});
