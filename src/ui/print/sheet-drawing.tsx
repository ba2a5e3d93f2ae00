import type { JSX } from 'preact';
import { faceFamilies } from '#paper/face-families.ts';
import type {
  LineMark,
  Mark,
  PathMark,
  RectMark,
  PaperSheet,
  TextMark,
  Tone,
} from '#paper/marks.ts';
import { mmPerPoint } from '#paper/points.ts';
import '#ui/style/paper-colours.css';
import './sheet-drawing.css';

export interface SheetDrawingProps {
  readonly sheet: PaperSheet;
  /** `paper` at its true size and without what only guides the eye; `screen` as wide as its box. */
  readonly on: 'screen' | 'paper';
}

// WebKit breaks a drawing that is exactly as high as its page over it and prints an empty page
// after each. Nothing stands in the last millimetre.
const keptFromFoot = 1;

/** The marks of a sheet as they will be printed, millimetre by millimetre. */
export function SheetDrawing({ sheet, on }: SheetDrawingProps): JSX.Element {
  const { w, h, marks, guides } = sheet;
  const isPaper = on === 'paper';
  const shown = isPaper ? h - keptFromFoot : h;
  return (
    <svg
      class="sheet-drawing"
      viewBox={`0 0 ${w} ${shown}`}
      width={isPaper ? `${w}mm` : '100%'}
      height={isPaper ? `${shown}mm` : '100%'}
      aria-hidden="true"
    >
      <g transform={isPaper ? transformFor(sheet) : undefined}>
        {marks.map((mark, place) => (
          <MarkDrawing key={place} mark={mark} />
        ))}
      </g>
      {isPaper ? null : guides.map((mark, place) => <MarkDrawing key={place} mark={mark} />)}
    </svg>
  );
}

/** What the printer does to a page, undone. */
function transformFor({ fit }: PaperSheet): string | undefined {
  if (fit === null) return undefined;
  const { scaleX, scaleY, shiftX, shiftY } = fit;
  return `scale(${1 / scaleX} ${1 / scaleY}) translate(${-shiftX} ${-shiftY})`;
}

function MarkDrawing({ mark }: { readonly mark: Mark }): JSX.Element {
  switch (mark.kind) {
    case 'text':
      return <TextDrawing mark={mark} />;
    case 'line':
      return <LineDrawing mark={mark} />;
    case 'rect':
      return <RectDrawing mark={mark} />;
    case 'path':
      return <PathDrawing mark={mark} />;
  }
}

function TextDrawing({ mark }: { readonly mark: TextMark }): JSX.Element {
  const { x, y, pt, face, weight, align, dir, tone, text, isTurned } = mark;
  return (
    <text
      class={`sheet-drawing_text ${fillClass(tone)}`}
      x={x}
      y={y}
      font-family={faceFamilies[face]}
      font-size={pt * mmPerPoint}
      font-weight={weight}
      text-anchor={align}
      direction={dir}
      transform={isTurned ? `rotate(180 ${x} ${y})` : undefined}
    >
      {text}
    </text>
  );
}

function LineDrawing({ mark }: { readonly mark: LineMark }): JSX.Element {
  const { from, to, width, tone, isDashed } = mark;
  return (
    <line
      class={strokeClass(tone)}
      x1={from.x}
      y1={from.y}
      x2={to.x}
      y2={to.y}
      stroke-width={width}
      stroke-dasharray={isDashed ? '2 1.5' : undefined}
    />
  );
}

function RectDrawing({ mark }: { readonly mark: RectMark }): JSX.Element {
  const { x, y, w, h, radius, fill, stroke, width } = mark;
  return (
    <rect
      class={[fillClass(fill), strokeClass(stroke)].join(' ')}
      x={x}
      y={y}
      width={w}
      height={h}
      rx={radius}
      fill={fill === null ? 'none' : undefined}
      stroke-width={width}
    />
  );
}

function PathDrawing({ mark }: { readonly mark: PathMark }): JSX.Element {
  const { segments, fill, stroke, width } = mark;
  return (
    <path
      class={[fillClass(fill), strokeClass(stroke)].join(' ')}
      d={outlineOf(segments)}
      fill={fill === null ? 'none' : undefined}
      stroke-width={width}
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  );
}

function outlineOf(segments: PathMark['segments']): string {
  return segments
    .map((segment) => {
      switch (segment.kind) {
        case 'move':
          return `M${segment.to.x} ${segment.to.y}`;
        case 'straight':
          return `L${segment.to.x} ${segment.to.y}`;
        case 'curve': {
          const { control1: a, control2: b, to } = segment;
          return `C${a.x} ${a.y} ${b.x} ${b.y} ${to.x} ${to.y}`;
        }
        case 'close':
          return 'Z';
      }
    })
    .join('');
}

function fillClass(tone: Tone | null): string {
  return tone === null ? '' : `sheet-drawing_fill-${tone}`;
}

function strokeClass(tone: Tone | null): string {
  return tone === null ? '' : `sheet-drawing_stroke-${tone}`;
}
