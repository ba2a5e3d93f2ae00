// A sheet that the owner measured, as it is kept in the shop's settings.

import type { OwnLabels } from '#domain/shop/printing.ts';
import type { LabelFormat } from './label-formats.ts';

export function keptOwnLabels(format: LabelFormat): OwnLabels {
  const { paper, columns, rows, w, h, pitchX, pitchY, left, top } = format;
  return { paper, columns, rows, width: w, height: h, pitchX, pitchY, left, top };
}

export function ownLabelsFormat({ width, height, ...kept }: OwnLabels): LabelFormat {
  return { id: 'own', also: [], ...kept, w: width, h: height };
}
