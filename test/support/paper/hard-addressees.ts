// Names and addresses that labels have to bear.
import type { LetterAddress } from '#paper/sheets/label-sheets.ts';

export const hardAddressees: readonly LetterAddress[] = [
  { key: 'plain', lines: ['Mrs Khan', '12 High Street', 'Leeds LS1 4AB'] },
  { key: 'arabic', lines: ['فاطمة الزهراء', 'شارع الحمراء 12', 'بيروت 1103'] },
  { key: 'hindi', lines: ['श्रीमती क्षत्रिय', '१२ गांधी मार्ग', 'नई दिल्ली'] },
  { key: 'greek', lines: ['Ὀδυσσεύς Παπαδάκης', 'Οδός Ερμού 7', 'Αθήνα 105 63'] },
  { key: 'chinese', lines: ['王小明', '北京市朝阳区建国路八十八号', '100022'] },
  {
    key: 'german',
    lines: [
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau GmbH',
      'Straße des 17. Juni 135',
      '10623 Berlin',
    ],
  },
  { key: 'markup', lines: ['<b>Tom</b> & "Ann"', '1 <script> Lane', '&amp; Town'] },
  { key: 'emoji', lines: ['Hana 🌸 Sato', '3 Park Row', 'York'] },
  {
    key: 'long',
    lines: [
      'Featherstonehaugh & Daughters',
      'The Old Rectory',
      'Church Lane',
      'Upper Slaughter',
      'Cheltenham',
      'GL54 2JB',
    ],
  },
  { key: 'blank lines', lines: ['Joan Price', '', '  ', '4 Mill Road'] },
];

/** `count` people with a name and two lines each. */
export function plainAddressees(count: number): readonly LetterAddress[] {
  return Array.from({ length: count }, (_, number) => ({
    key: `person ${number}`,
    lines: [`Person ${number}`, `${number} Mill Road`, 'Leeds'],
  }));
}
