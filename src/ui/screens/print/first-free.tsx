import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { labelBox, labelCount, type LabelFormat } from '#paper/label-formats.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import { m } from '#ui/messages.ts';
import '#ui/style/paper-colours.css';
import './first-free.css';

export interface FirstFreeProps {
  readonly format: LabelFormat;
  /** From 0. */
  readonly chosen: number;
  readonly onChoose: (number: number) => void;
}

/** Upon the page: tap the first label that is still on the sheet, or go there with arrow keys. */
export function FirstFree({ format, chosen, onChoose }: FirstFreeProps): JSX.Element {
  const page = pageSizes[format.paper];
  const count = labelCount(format);
  const group = useRef<SVGSVGElement>(null);
  const isByKey = useRef(false);
  useEffect(() => {
    if (isByKey.current) group.current?.querySelector<SVGElement>('[tabindex="0"]')?.focus();
    isByKey.current = false;
  }, [chosen]);
  function onKeyDown(event: KeyboardEvent): void {
    const step = stepFor(event.key, format.columns);
    if (step === undefined) return;
    event.preventDefault();
    isByKey.current = true;
    onChoose(Math.min(count - 1, Math.max(0, chosen + step)));
  }
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the chosen label in it has the focus
    <svg
      class="first-free"
      ref={group}
      viewBox={`0 0 ${page.w} ${page.h}`}
      role="radiogroup"
      aria-label={m.print_first_free()}
      onKeyDown={onKeyDown}
    >
      {Array.from({ length: count }, (_, number) => (
        <LabelSpot
          key={number}
          format={format}
          number={number}
          isChosen={number === chosen}
          onChoose={() => onChoose(number)}
        />
      ))}
    </svg>
  );
}

function stepFor(key: string, columns: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return 1;
    case 'ArrowLeft':
      return -1;
    case 'ArrowDown':
      return columns;
    case 'ArrowUp':
      return -columns;
    default:
      return undefined;
  }
}

interface LabelSpotProps {
  readonly format: LabelFormat;
  readonly number: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function LabelSpot({ format, number, isChosen, onChoose }: LabelSpotProps): JSX.Element {
  const { x, y, w, h } = labelBox(format, number);
  return (
    <rect
      class={isChosen ? 'first-free_spot first-free_spot-chosen' : 'first-free_spot'}
      role="radio"
      aria-checked={isChosen}
      aria-label={m.print_first_free_label({ number: number + 1, count: labelCount(format) })}
      tabIndex={isChosen ? 0 : -1}
      x={x}
      y={y}
      width={w}
      height={h}
      rx="1.5"
      onClick={onChoose}
    />
  );
}
