import type { VisitMark } from '#domain/visits/visit.ts';
import type { IconName } from './icon.tsx';

export const markIcons: Readonly<Record<VisitMark, IconName>> = {
  friend: 'friend-plus',
  shared: 'globe',
  told: 'speech',
  easy: 'feather',
};
