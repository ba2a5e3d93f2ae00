import { envelopeSizes, type EnvelopeSize } from '#paper/sheets/envelope-sheets.ts';
import { m } from '#ui/messages.ts';

/** "C6, 162 × 114 mm". */
export function envelopeText(envelope: EnvelopeSize): string {
  const { w, h } = envelopeSizes[envelope];
  const name = envelope === '10' ? 'No. 10' : envelope.toUpperCase();
  return m.print_envelope_size({ name, w, h });
}
