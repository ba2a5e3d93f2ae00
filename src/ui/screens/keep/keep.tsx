import type { JSX } from 'preact';
import { changeSettings } from '#app/shop/change-settings.ts';
import { useDeps, useSettings } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './keep.css';
import { keepRules } from './keep-rules.ts';
import { SignCard } from './sign-card.tsx';

/** What the owner may write down about people, in plain words, each with its source. */
export function KeepScreen(): JSX.Element {
  return (
    <Page
      title={m.keep_row()}
      lead={m.keep_lead()}
      back={{ href: formatRoute({ kind: 'shop' }), word: m.backup_to_shop() }}
    >
      <div class="keep">
        <SignCard />
        <YearsCard />
        {keepRules().map(({ question, answer, source }) => (
          <Card key={question} title={question}>
            <p>{answer}</p>
            <p class="type_sub type_small">{m.keep_source({ source })}</p>
          </Card>
        ))}
      </div>
    </Page>
  );
}

const choices = ['2', '3', '5', 'never'] as const;

function YearsCard(): JSX.Element {
  const deps = useDeps();
  const { run } = useAction();
  const { retentionYears } = useSettings();
  const value = choices.find((each) => each === String(retentionYears ?? 'never')) ?? null;
  return (
    <Card title={m.keep_years()}>
      <Choice
        legend={m.keep_years()}
        labelling="hidden"
        {...(retentionYears === null ? { hint: m.keep_years_never_hint() } : {})}
        options={choices.map((each) => ({
          value: each,
          word:
            each === 'never' ? m.keep_years_never() : m.keep_years_count({ count: Number(each) }),
        }))}
        value={value}
        onChange={(each) =>
          void run(() =>
            changeSettings(deps, { retentionYears: each === 'never' ? null : Number(each) }),
          )
        }
      />
    </Card>
  );
}
