import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { takeOutTablet } from '#app/pairing/take-out-tablet.ts';
import { tabletContext } from '#app/tablets/tablet-context.ts';
import type { Tablet } from '#domain/tablets/tablet.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import { pairingText } from './pairing-text.ts';

export interface TabletListProps {
  readonly own: string;
  readonly tablets: readonly Tablet[];
  /** Without a line nothing can be taken out. */
  readonly isLineOpen: boolean;
}

/** Every tablet of the shop, this one first said to be this one. */
export function TabletList({ own, tablets, isLineOpen }: TabletListProps): JSX.Element {
  const [lost, setLost] = useState<Tablet | null>(null);
  return (
    <Card title={m.tablets_of_shop()}>
      <RowList>
        {tablets.map((tablet) => (
          <Row
            key={tablet.id}
            title={<bdi>{tablet.name}</bdi>}
            hint={tablet.id === own ? m.tablets_this_one() : undefined}
            control={
              tablet.id === own || !isLineOpen ? null : (
                <Button
                  label={m.tablets_lost_label({ name: tablet.name })}
                  onPress={() => setLost(tablet)}
                >
                  {m.tablets_lost()}
                </Button>
              )
            }
          />
        ))}
      </RowList>
      {lost === null ? null : <TakeOutSheet tablet={lost} onClose={() => setLost(null)} />}
    </Card>
  );
}

interface TakeOutSheetProps {
  readonly tablet: Tablet;
  readonly onClose: () => void;
}

function TakeOutSheet({ tablet, onClose }: TakeOutSheetProps): JSX.Element {
  const deps = useDeps();
  const today = useToday();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function takeOut(): Promise<void> {
    setBusy(true);
    const done = await takeOutTablet(await tabletContext(deps), tablet, today);
    setBusy(false);
    if (done.ok) onClose();
    else setProblem(pairingText(done.problem));
  }
  return (
    <Sheet
      title={m.tablets_take_out_title({ name: tablet.name })}
      closeWord={m.tablets_keep()}
      onClose={onClose}
    >
      <div class="tablets_form">
        <p>{m.tablets_take_out_words()}</p>
        <p role="alert">{problem}</p>
        <Button kind="danger" busy={isBusy} onPress={() => void takeOut()}>
          {m.tablets_take_out_do()}
        </Button>
      </div>
    </Sheet>
  );
}
