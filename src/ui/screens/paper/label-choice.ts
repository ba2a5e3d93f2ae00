// The label sheets to choose from: those that are sold, and the one that the owner measured.

import type { OwnLabels } from '#domain/shop/printing.ts';
import { labelFormats, type LabelFormat } from '#paper/label-formats.ts';
import { ownLabelsFormat } from '#paper/own-labels.ts';
import { m } from '#ui/messages.ts';

export function labelFormatsFor(own: OwnLabels | null): readonly LabelFormat[] {
  return own === null ? labelFormats : [...labelFormats, ownLabelsFormat(own)];
}

/** The sheet called `id`; the first where it is not known any more. */
export function labelFormatById(id: string, own: OwnLabels | null): LabelFormat {
  const formats = labelFormatsFor(own);
  const found = formats.find((format) => format.id === id) ?? formats[0];
  if (found === undefined) throw new Error('There are no label sheets');
  return found;
}

export function labelFormatText({ id, also, columns, rows }: LabelFormat): string {
  return id === 'own'
    ? m.print_label_own({ columns, rows })
    : m.print_label_format({ id: [id, ...also].join(', '), columns, rows });
}
