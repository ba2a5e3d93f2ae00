import type { JSX } from 'preact';
import { reachFilters, seenFilters, type PeopleFilter } from '#domain/customers/people-filter.ts';
import { allSegments } from '#domain/week/segment.ts';
import { segmentName } from '#i18n/segments.ts';
import { monthNames } from '#i18n/story.ts';
import { SelectField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import { reachWords, seenWords } from './filter-words.ts';

export interface FilterFieldsProps {
  readonly filter: PeopleFilter;
  readonly onChange: (filter: PeopleFilter) => void;
}

/** Five questions about the people listed; each may stay open. */
export function FilterFields({ filter, onChange }: FilterFieldsProps): JSX.Element {
  const change = (answer: Partial<PeopleFilter>): void => onChange({ ...filter, ...answer });
  return (
    <div class="people-list_filters" role="group" aria-label={m.people_filters()}>
      <MaybeField
        label={m.people_filter_kind()}
        options={allSegments.map((value) => ({ value, word: segmentName(value) }))}
        value={filter.segment}
        onChange={(segment) => change({ segment })}
      />
      <MaybeField
        label={m.people_filter_seen()}
        options={seenFilters.map((value) => ({ value, word: seenWords[value]() }))}
        value={filter.seen}
        onChange={(seen) => change({ seen })}
      />
      <MaybeField
        label={m.people_filter_thanked()}
        options={[{ value: 'never', word: m.people_thanked_never() }]}
        value={filter.thanked}
        onChange={(thanked) => change({ thanked })}
      />
      <MaybeField
        label={m.people_filter_reach()}
        options={reachFilters.map((value) => ({ value, word: reachWords[value]() }))}
        value={filter.reach}
        onChange={(reach) => change({ reach })}
      />
      <MaybeField
        label={m.people_filter_birthday()}
        options={monthNames().map((word, index) => ({ value: `${index + 1}`, word }))}
        value={filter.birthMonth === null ? null : `${filter.birthMonth}`}
        onChange={(month) => change({ birthMonth: month === null ? null : Number(month) })}
      />
    </div>
  );
}

interface MaybeFieldProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly word: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}

/** One of the options, or any. */
function MaybeField<Value extends string>(props: MaybeFieldProps<Value>): JSX.Element {
  const any = { value: '', word: m.people_filter_any() } as const;
  return (
    <SelectField<Value | ''>
      label={props.label}
      options={[any, ...props.options]}
      value={props.value ?? ''}
      onChange={(value) => props.onChange(value === '' ? null : value)}
    />
  );
}
