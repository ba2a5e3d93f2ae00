import type { JSX } from 'preact';
import type { ThankYou } from '#app/week/thank-you-list.ts';
import type { Paper } from '#domain/shop/settings.ts';
import { CardSheet } from '#ui/print/card-sheet.tsx';

/** Two cards on each sheet, in the order of the list. */
export function cardPages(
  cards: readonly ThankYou[],
  paper: Paper,
  shop: string,
): readonly JSX.Element[] {
  const printed = cards.map(({ gestureId, name, front }) => ({ key: gestureId, name, front }));
  return printed.flatMap((upper, place) =>
    place % 2 === 0
      ? [
          <CardSheet
            key={upper.key}
            paper={paper}
            shop={shop}
            upper={upper}
            lower={printed[place + 1] ?? null}
          />,
        ]
      : [],
  );
}
