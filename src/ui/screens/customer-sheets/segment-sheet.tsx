import type { JSX } from 'preact';
import type { SegmentCriteria } from '#domain/week/segment-criteria.ts';
import type { Membership } from '#domain/week/segment.ts';
import {
  unmetCriterionSentence,
  outsideSegmentText,
  criterionName,
  criterionText,
} from '#i18n/segment-criteria.ts';
import { reasonSentence } from '#i18n/reasons.ts';
import { SegmentBadge } from '#ui/parts/customers/segment-badge.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import { useWording } from '#ui/screens/week/use-wording.ts';
import './segment-sheet.css';

export interface SegmentSheetProps {
  readonly name: string;
  readonly memberships: readonly Membership[];
  /** The segments with several criteria, also those that the person is not in. */
  readonly criteria: readonly SegmentCriteria[];
  readonly onClose: () => void;
}

/** What each badge rests on, in sentences that anybody can recount in the story below. */
export function SegmentSheet(props: SegmentSheetProps): JSX.Element {
  const { name, memberships, criteria, onClose } = props;
  const wording = useWording();
  return (
    <Sheet
      title={m.customer_segments_title({ name })}
      closeWord={m.customer_close()}
      onClose={onClose}
    >
      <dl class="segment-sheet">
        {memberships.map(({ segment, evidence }) => {
          const parts = criteria.find((each) => each.segment === segment);
          return (
            <div class="segment-sheet_kind" key={segment}>
              <dt>
                <SegmentBadge segment={segment} />
              </dt>
              {parts === undefined ? (
                evidence.map((reason) => (
                  <dd key={reason.code}>{reasonSentence(reason, wording)}</dd>
                ))
              ) : (
                <Parts whole={parts} />
              )}
            </div>
          );
        })}
        {criteria
          .filter(({ holds }) => !holds)
          .map((each) => (
            <div class="segment-sheet_kind" key={each.segment}>
              <dt class="segment-sheet_holds">{outsideSegmentText(each.segment)}</dt>
              <Parts whole={each} />
            </div>
          ))}
      </dl>
      <p class="segment-sheet_foot type_sub type_small">{m.customer_segments_foot()}</p>
    </Sheet>
  );
}

function Parts({ whole }: { readonly whole: SegmentCriteria }): JSX.Element {
  const wording = useWording();
  return (
    <>
      <dd class="type_sub">{criterionText(whole)}</dd>
      {whole.criteria.map((part) => (
        <dd class="segment-sheet_part" key={part.criterion}>
          <span class={part.unmet === null ? 'segment-sheet_holds' : 'type_sub'}>
            {criterionName(part, whole.segment)}
          </span>
          {part.unmet === null ? null : <span>{unmetCriterionSentence(part.unmet, wording)}</span>}
          {part.evidence.map((reason) => (
            <span key={reason.code}>{reasonSentence(reason, wording)}</span>
          ))}
        </dd>
      ))}
    </>
  );
}
