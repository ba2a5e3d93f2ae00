// Sheets of labels as they are sold, in millimetres. Sources differ by up to 0.8 mm: the box is the
// authority, so text keeps well inside each label, and a printer is measured on plain paper.

import type { Paper } from '#domain/shop/settings.ts';
import { failed, ok, type Result } from '#lib/result.ts';
import type { Box } from './marks.ts';
import { pageSizes } from './page-sizes.ts';

export interface LabelFormat {
  readonly id: string;
  /** Other numbers on the packet for the same sheet. */
  readonly also: readonly string[];
  readonly paper: Paper;
  readonly columns: number;
  readonly rows: number;
  readonly w: number;
  readonly h: number;
  /** From one label's edge to the same edge of the next. */
  readonly pitchX: number;
  readonly pitchY: number;
  readonly left: number;
  readonly top: number;
}

const a4 = { paper: 'a4' } as const;
const letter = { paper: 'letter' } as const;

export const labelFormats: readonly LabelFormat[] = [
  {
    id: 'L7160',
    also: ['J8160', 'J8360', 'C2160'],
    ...a4,
    ...grid(3, 7),
    ...size(63.5, 38.1),
    ...pitch(66.04, 38.1),
    ...edge(7.2, 15.15),
  },
  {
    id: 'L7159',
    also: ['J8159', 'J8359'],
    ...a4,
    ...grid(3, 8),
    ...size(64, 33.86),
    ...pitch(66.54, 33.86),
    ...edge(6.46, 13.06),
  },
  {
    id: 'L7161',
    also: ['J8161'],
    ...a4,
    ...grid(3, 6),
    ...size(63.5, 46.56),
    ...pitch(66.04, 46.56),
    ...edge(7.21, 8.82),
  },
  {
    id: 'L7162',
    also: ['J8162'],
    ...a4,
    ...grid(2, 8),
    ...size(99.06, 33.87),
    ...pitch(101.6, 33.87),
    ...edge(4.67, 13.02),
  },
  {
    id: 'L7163',
    also: ['J8163'],
    ...a4,
    ...grid(2, 7),
    ...size(99.06, 38.1),
    ...pitch(101.6, 38.1),
    ...edge(4.67, 15.15),
  },
  {
    id: 'L7165',
    also: ['J8165'],
    ...a4,
    ...grid(2, 4),
    ...size(99.06, 67.73),
    ...pitch(101.6, 67.73),
    ...edge(4.67, 13.04),
  },
  {
    id: 'L7651',
    also: ['J8651'],
    ...a4,
    ...grid(5, 13),
    ...size(38.1, 21.17),
    ...pitch(40.64, 21.17),
    ...edge(4.67, 10.9),
  },
  {
    id: '3474',
    also: [],
    ...a4,
    ...grid(3, 8),
    ...size(70, 37),
    ...pitch(70, 37),
    ...edge(0, 0.5),
  },
  {
    id: '3475',
    also: [],
    ...a4,
    ...grid(3, 8),
    ...size(70, 36),
    ...pitch(70, 36),
    ...edge(0, 4.5),
  },
  {
    id: '5160',
    also: ['8160', '5260'],
    ...letter,
    ...grid(3, 10),
    ...size(66.675, 25.4),
    ...pitch(69.85, 25.4),
    ...edge(4.76, 12.7),
  },
  {
    id: '5162',
    also: ['8162'],
    ...letter,
    ...grid(2, 7),
    ...size(101.6, 33.87),
    ...pitch(106.36, 33.87),
    ...edge(3.97, 21.17),
  },
  {
    id: '5163',
    also: ['8163'],
    ...letter,
    ...grid(2, 5),
    ...size(101.6, 50.8),
    ...pitch(106.36, 50.8),
    ...edge(3.97, 12.7),
  },
];

/** A sheet that the owner measured: six numbers; its edges follow, for sheets are symmetrical. */
export interface OwnSheetNumbers {
  readonly paper: Paper;
  readonly columns: number;
  readonly rows: number;
  readonly w: number;
  readonly h: number;
  readonly gapX: number;
  readonly gapY: number;
}

export type OwnSheetProblem =
  | { readonly kind: 'not-a-number'; readonly field: keyof OwnSheetNumbers }
  /** So many labels and gaps are wider or higher than the paper. */
  | {
      readonly kind: 'too-wide' | 'too-high';
      readonly count: number;
      readonly each: number;
      readonly sum: number;
      readonly room: number;
    };

const smallestLabel = 10;
const mostLabels = 40;

export function checkOwnSheet(own: OwnSheetNumbers): Result<LabelFormat, OwnSheetProblem> {
  const wrong = wrongField(own);
  if (wrong !== undefined) return failed({ kind: 'not-a-number', field: wrong });
  const room = pageSizes[own.paper];
  const wide = own.columns * own.w + (own.columns - 1) * own.gapX;
  const high = own.rows * own.h + (own.rows - 1) * own.gapY;
  if (wide > room.w)
    return failed({ kind: 'too-wide', count: own.columns, each: own.w, sum: wide, room: room.w });
  if (high > room.h)
    return failed({ kind: 'too-high', count: own.rows, each: own.h, sum: high, room: room.h });
  return ok({
    id: 'own',
    also: [],
    paper: own.paper,
    ...grid(own.columns, own.rows),
    ...size(own.w, own.h),
    ...pitch(own.w + own.gapX, own.h + own.gapY),
    ...edge((room.w - wide) / 2, (room.h - high) / 2),
  });
}

/** How many labels are on one sheet. */
export function labelCount({ columns, rows }: Pick<LabelFormat, 'columns' | 'rows'>): number {
  return columns * rows;
}

/** The label with this number, counted along the rows from 0. */
export function labelBox(format: LabelFormat, number: number): Box {
  const column = number % format.columns;
  const row = Math.floor(number / format.columns);
  return {
    x: format.left + column * format.pitchX,
    y: format.top + row * format.pitchY,
    w: format.w,
    h: format.h,
  };
}

// Many printers cannot reach the outer 5 mm of the paper.
const unreachable = 5;
const inset = 3;

/** What may be printed on of a label: 3 mm inside, and clear of the edge of the paper. */
export function printableBox(format: LabelFormat, number: number): Box {
  const { x, y, w, h } = labelBox(format, number);
  const page = pageSizes[format.paper];
  const left = Math.max(x + inset, unreachable);
  const top = Math.max(y + inset, unreachable);
  const right = Math.min(x + w - inset, page.w - unreachable);
  const bottom = Math.min(y + h - inset, page.h - unreachable);
  return { x: left, y: top, w: right - left, h: bottom - top };
}

function wrongField(own: OwnSheetNumbers): keyof OwnSheetNumbers | undefined {
  const whole = (['columns', 'rows'] as const).find(
    (field) => !(Number.isInteger(own[field]) && own[field] >= 1 && own[field] <= mostLabels),
  );
  const length = (['w', 'h'] as const).find((field) => !(own[field] >= smallestLabel));
  return whole ?? length ?? (['gapX', 'gapY'] as const).find((field) => !(own[field] >= 0));
}

function grid(columns: number, rows: number): Pick<LabelFormat, 'columns' | 'rows'> {
  return { columns, rows };
}

function size(w: number, h: number): Pick<LabelFormat, 'w' | 'h'> {
  return { w, h };
}

function pitch(pitchX: number, pitchY: number): Pick<LabelFormat, 'pitchX' | 'pitchY'> {
  return { pitchX, pitchY };
}

function edge(left: number, top: number): Pick<LabelFormat, 'left' | 'top'> {
  return { left, top };
}
