import type { Face } from './marks.ts';

/**
 * On paper the sans has a name: what `system-ui` is differs between a page and a canvas on Apple
 * devices, and both must draw the same letters.
 */
export const faceFamilies: Readonly<Record<Face, string>> = {
  sans: 'Arial, Helvetica, "Liberation Sans", Roboto, sans-serif',
  serif: 'Fraunces, "Noto Serif", Georgia, "Times New Roman", serif',
  card: '"Fraunces Display", Fraunces, "Noto Serif", Georgia, serif',
  mono: '"Courier New", Courier, "Liberation Mono", monospace',
};
