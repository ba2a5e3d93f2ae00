// The names of the sheets, from the part of a workbook that lists them.

import { plainText } from '../web-page/plain-text.ts';

export interface TabName {
  readonly name: string;
  readonly hidden: boolean;
}

const sheetTag = /<(?:\w+:)?sheet\s([^<>]*)>/gu;
/** Excel's own limit is 31 letters. */
const maxNameLength = 255;

/** The sheets in the order of their tabs. */
export function workbookSheets(xml: string): readonly TabName[] {
  return [...xml.matchAll(sheetTag)].flatMap(([, attributes = '']) => {
    const name = attributeOf(attributes, 'name');
    const state = attributeOf(attributes, 'state') ?? 'visible';
    // As the reader of the rows has it: a sheet without a name is none.
    return name === null || name === ''
      ? []
      : [{ name: name.slice(0, maxNameLength), hidden: state !== 'visible' }];
  });
}

function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(
    attributes,
  );
  return found === null ? null : plainText(found[1] ?? found[2] ?? '');
}
