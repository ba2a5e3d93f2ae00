import type { JSX } from 'preact';
import type { Membership } from '#domain/segment.ts';
import { reasonSentence } from '#i18n/reasons.ts';
import { KindBadge } from '#ui/parts/kind-badge.tsx';
import { Sheet } from '#ui/parts/sheet.tsx';
import { m } from '#ui/words.ts';
import { useWording } from '../week/wording.ts';
import './kinds-sheet.css';

export interface KindsSheetProps {
  readonly name: string;
  readonly memberships: readonly Membership[];
  readonly onClose: () => void;
}

/** What each badge rests on, in sentences that can be counted up in the story below. */
export function KindsSheet({ name, memberships, onClose }: KindsSheetProps): JSX.Element {
  const wording = useWording();
  return (
    <Sheet
      title={m.customer_kinds_title({ name })}
      closeWord={m.customer_close()}
      onClose={onClose}
    >
      <dl class="kinds-sheet">
        {memberships.map(({ kind, evidence }) => (
          <div class="kinds-sheet_kind" key={kind}>
            <dt>
              <KindBadge kind={kind} />
            </dt>
            {evidence.map((reason) => (
              <dd class="kinds-sheet_fact" key={reason.code}>
                {reasonSentence(reason, wording)}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <p class="kinds-sheet_foot">{m.customer_kinds_foot()}</p>
    </Sheet>
  );
}
