// What a workbook says about itself: its sheets in the order of their tabs, and where each part is.

import { attributeIn, xmlTags } from './xml-tags.ts';

export interface SheetOutline {
  readonly name: string;
  readonly hidden: boolean;
  /** The path of its part in the zip. */
  readonly path: string;
}

export interface WorkbookOutline {
  readonly sheets: readonly SheetOutline[];
  /** Days are counted from 1904, as on old Macs. */
  readonly is1904: boolean;
  readonly sharedPath: string | null;
  readonly stylesPath: string | null;
}

/** The text of a part, or null when there is none that can be read. */
export type ReadText = (path: string) => string | null;

/** The outline, or null when this is no workbook. */
export function workbookOutline(readText: ReadText): WorkbookOutline | null {
  const root = relationsOf(readText('_rels/.rels'), '');
  const path = root.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const xml = readText(path);
  if (xml === null) return null;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = relationsOf(readText(relationsPath(path)), folder);
  return {
    ...tabsOf(xml, relations),
    sharedPath: relations.find(({ type }) => type === 'sharedStrings')?.path ?? null,
    stylesPath: relations.find(({ type }) => type === 'styles')?.path ?? null,
  };
}

interface Relation {
  readonly id: string;
  /** The last word of the address that names it. */
  readonly type: string;
  readonly path: string;
}

function relationsPath(path: string): string {
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

function relationsOf(xml: string | null, folder: string): readonly Relation[] {
  return openings(xml ?? '', 'Relationship').map((attributes) => ({
    id: attributeIn(attributes, 'Id') ?? '',
    type: (attributeIn(attributes, 'Type') ?? '').replace(/^.*\//u, ''),
    path: pathFrom(folder, attributeIn(attributes, 'Target') ?? ''),
  }));
}

function pathFrom(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  return parts.join('/');
}

// A tab may hold a chart alone: it is no sheet with rows.
function tabsOf(
  xml: string,
  relations: readonly Relation[],
): Pick<WorkbookOutline, 'sheets' | 'is1904'> {
  const sheets = relations.filter(({ type }) => type === 'worksheet');
  const [properties = ''] = openings(xml, 'workbookPr');
  return {
    is1904: /^(?:1|true)$/u.test(attributeIn(properties, 'date1904') ?? ''),
    sheets: openings(xml, 'sheet').flatMap((attributes) => {
      const id = /\s(?:\w+:)?id\s*=\s*["']([^"']*)/u.exec(attributes)?.[1];
      const path = sheets.find((each) => each.id === id)?.path;
      return path === undefined ? [] : [{ ...tabOf(attributes), path }];
    }),
  };
}

function tabOf(attributes: string): Pick<SheetOutline, 'name' | 'hidden'> {
  return {
    name: attributeIn(attributes, 'name') ?? '',
    hidden: (attributeIn(attributes, 'state') ?? 'visible') !== 'visible',
  };
}

/** The attributes of all tags called `wanted`. */
function openings(xml: string, wanted: string): readonly string[] {
  const found: string[] = [];
  const scanner = xmlTags({
    open: (name, attributes) => void (name === wanted && found.push(attributes)),
    close: () => {},
    text: () => {},
  });
  scanner.feed(xml);
  return found;
}
