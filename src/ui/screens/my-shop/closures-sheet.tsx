import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Closure } from '#domain/shop/calendar.ts';
import { dayText } from '#i18n/format.ts';
import { dayFrom, type Day } from '#lib/day.ts';
import { useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { m } from '#ui/messages.ts';
import type { SettingContext } from './use-setting-context.ts';

export function ClosuresSheet({ context }: { readonly context: SettingContext }): JSX.Element {
  const { settings, change } = context;
  const today = useToday();
  return (
    <div class="setting-sheet_stack">
      <p class="type_sub">{m.my_shop_closures_hint()}</p>
      <RowList>
        {settings.closures.map((closure) => (
          <Row
            key={closure.from}
            title={rangeText(closure, today)}
            control={
              <Button
                kind="quiet"
                icon={<Icon name="close" />}
                label={m.my_shop_closures_remove({ range: rangeText(closure, today) })}
                onPress={() =>
                  change({ closures: settings.closures.filter((each) => each !== closure) })
                }
              />
            }
          />
        ))}
      </RowList>
      <NewClosure
        today={today}
        onAdd={(closure) => change({ closures: [...settings.closures, closure].toSorted(byFrom) })}
      />
    </div>
  );
}

interface NewClosureProps {
  readonly today: Day;
  readonly onAdd: (closure: Closure) => void;
}

function NewClosure({ today, onAdd }: NewClosureProps): JSX.Element {
  const [from, setFrom] = useState<string>(today);
  const [to, setTo] = useState<string>(today);
  const [problem, setProblem] = useState<string | null>(null);
  function add(): void {
    const first = dayFrom(from);
    const last = dayFrom(to);
    if (first === undefined || last === undefined || last < first) {
      setProblem(m.my_shop_closures_wrong());
      return;
    }
    setProblem(null);
    onAdd({ from: first, to: last });
  }
  return (
    <>
      <FieldStack columns="two">
        <TextField
          label={m.my_shop_closures_from()}
          type="date"
          value={from}
          onInput={(text) => {
            setFrom(text);
            if (to < text) setTo(text);
          }}
        />
        <TextField
          label={m.my_shop_closures_to()}
          type="date"
          value={to}
          problem={problem}
          onInput={setTo}
        />
      </FieldStack>
      <Button onPress={add}>{m.my_shop_closures_add()}</Button>
    </>
  );
}

function rangeText({ from, to }: Closure, today: Day): string {
  return from === to
    ? dayText(from, today)
    : m.my_shop_closures_range({ from: dayText(from, today), to: dayText(to, today) });
}

function byFrom(a: Closure, b: Closure): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}
