import type { RoundReason } from '#domain/week/round-reason.ts';

/** Of a home each reason stands once: the most visits of one of them, everybody they sent. */
export function mergedReasons(reasons: readonly RoundReason[]): readonly RoundReason[] {
  const days = Math.max(0, ...reasons.map((each) => (each.kind === 'visits' ? each.days : 0)));
  const people = reasons.flatMap((each) => (each.kind === 'sent' ? each.people : []));
  const has = (kind: RoundReason['kind']): boolean => reasons.some((each) => each.kind === kind);
  const merged: readonly (RoundReason | false)[] = [
    has('last-time') && { kind: 'last-time' },
    days > 0 && { kind: 'visits', days },
    people.length > 0 && { kind: 'sent', people: [...new Set(people)] },
    has('valued') && { kind: 'valued' },
  ];
  return merged.filter((reason) => reason !== false);
}
