import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CustomerDetails } from '#app/customers/customer-page.ts';
import { notePermission } from '#app/customers/permissions.ts';
import {
  latestPermission,
  refusalOfAll,
  type Permission,
  type PermissionQuestion,
} from '#domain/customers/permission.ts';
import { permissionLine, permissionText } from '#i18n/permissions.ts';
import { dayWords } from '#i18n/story.ts';
import { useDeps, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { PermissionSheet } from '#ui/screens/customer-sheets/permission-sheet.tsx';
import './permissions-card.css';

const questions: readonly PermissionQuestion[] = [
  { purpose: 'thanks', way: 'post' },
  { purpose: 'thanks', way: 'email' },
  { purpose: 'thanks', way: 'text' },
  { purpose: 'news', way: 'email' },
  { purpose: 'news', way: 'text' },
  { purpose: 'wall', way: 'shop' },
];

/** What somebody said when asked; a yes keeps how and when, and "no more" is one tap. */
export function PermissionsCard({ page }: { readonly page: CustomerDetails }): JSX.Element {
  const { customer } = page;
  const [asked, setAsked] = useState<PermissionQuestion | null>(null);
  const [isOpen, setOpen] = useState(false);
  const note = useNote(page);
  const today = useToday();
  const { permissions } = customer;
  const refusal = refusalOfAll({ day: today, how: m.permission_how_counter(), notedAt: 0 });
  return (
    <Card title={m.permission_title()}>
      <RowList>
        {questions.map((question) => (
          <Row
            key={permissionText(question)}
            title={permissionText(question)}
            hint={<StateText question={question} permissions={permissions} />}
            control={
              <AnswerButtons
                question={question}
                permissions={permissions}
                onYes={() => setAsked(question)}
                onNo={() => void note({ ...refusal, ...question })}
              />
            }
          />
        ))}
      </RowList>
      <div class="line permissions-card_foot">
        <Button
          kind="danger"
          label={m.permission_no_more_label({ name: customer.name })}
          onPress={() => void note(refusal)}
        >
          {m.permission_no_more()}
        </Button>
        <ButtonLink href={formatRoute({ kind: 'held', id: page.own.id })}>
          {m.held_open()}
        </ButtonLink>
        {permissions.length === 0 ? null : (
          <Button kind="link" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {m.permission_history()}
          </Button>
        )}
      </div>
      {isOpen ? <History permissions={permissions} /> : null}
      {asked === null ? null : (
        <PermissionSheet
          question={asked}
          name={customer.name}
          onSave={note}
          onClose={() => setAsked(null)}
        />
      )}
    </Card>
  );
}

function useNote({
  own,
}: CustomerDetails): (answer: Omit<Permission, 'notedAt'>) => Promise<boolean> {
  const deps = useDeps();
  const { run } = useAction();
  return async (answer) => (await run(() => notePermission(deps, own.id, answer))) !== undefined;
}

interface AnswerButtonsProps {
  readonly question: PermissionQuestion;
  readonly permissions: readonly Permission[];
  readonly onYes: () => void;
  readonly onNo: () => void;
}

// Taking it back is as easy as giving it: each answer is one key away from the other.
function AnswerButtons({ question, permissions, onYes, onNo }: AnswerButtonsProps): JSX.Element {
  const answer = latestPermission(permissions, question)?.answer ?? null;
  const what = permissionText(question);
  return (
    <span class="line permissions-card_keys">
      <Button pressed={answer === 'yes'} label={m.permission_yes_to({ what })} onPress={onYes}>
        {m.permission_yes()}
      </Button>
      <Button pressed={answer === 'no'} label={m.permission_no_to({ what })} onPress={onNo}>
        {m.permission_no()}
      </Button>
    </span>
  );
}

function StateText({
  question,
  permissions,
}: Pick<AnswerButtonsProps, 'question' | 'permissions'>): JSX.Element {
  const today = useToday();
  const latest = latestPermission(permissions, question);
  if (latest === null)
    return <>{question.way === 'post' ? m.permission_post_goes() : m.permission_not_asked()}</>;
  const day = dayWords(latest.day, today);
  const how = latest.how === '' ? m.permission_how_unknown() : latest.how;
  if (latest.answer === 'no') return <>{m.permission_said_no({ day, how })}</>;
  return (
    <>
      {m.permission_said_yes({ day, how })}
      {latest.words === '' && question.way !== 'post' ? (
        <span class="permissions-card_unproved">{m.permission_unproved()}</span>
      ) : null}
    </>
  );
}

function History({ permissions }: { readonly permissions: readonly Permission[] }): JSX.Element {
  const today = useToday();
  const latestFirst = permissions.toSorted((a, b) =>
    a.day === b.day ? b.notedAt - a.notedAt : a.day < b.day ? 1 : -1,
  );
  return (
    <ul class="permissions-card_history">
      {latestFirst.map((each) => (
        <li key={`${each.notedAt} ${each.purpose} ${each.way} ${each.day}`}>
          {permissionLine(each, today)}
          {each.words === '' ? null : <small class="type_sub type_small">{each.words}</small>}
        </li>
      ))}
    </ul>
  );
}
