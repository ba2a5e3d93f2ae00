import type { VisitMark } from '#domain/visits/visit.ts';
import type { IconName } from './icon.tsx';

/** The drawing of each mark, the same as on the Counter. */
export const markIcons: Readonly<Record<VisitMark, IconName>> = {
  friend: 'friend-plus',
  shared: 'globe',
  told: 'speech',
  easy: 'feather',
};
