// Two quick taps mean one thing. Where the first made a row leave, a sheet close or a screen come,
// the second would act on whatever slid under the finger: it is dead until the finger has rested.

import './layout-shift-guard.css';

/** Longer than any double tap takes. */
const restMs = 500;
/** A slow tablet takes a row off the list so long after its tap. */
const watchMs = 3000;
/** Half a fingertip, in px. */
const reach = 40;

/** What a tap was meant for: a control, and whose row it stood in. */
interface Aim {
  readonly x: number;
  readonly y: number;
  readonly control: Element | null;
  readonly row: string;
}

/** Guards every control of the page until the returned function is called. */
export function guardLayoutShifts(): () => void {
  const guard = new LayoutShiftGuard();
  const onDown = (event: PointerEvent): void => guard.onPointerDown(event);
  const onClick = (event: MouseEvent): void => guard.onClick(event);
  const onKey = (event: KeyboardEvent): void => guard.onKeyDown(event);
  const onInput = (event: Event): void => guard.onInput(event);
  document.addEventListener('pointerdown', onDown, true);
  document.addEventListener('click', onClick, true);
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('input', onInput, true);
  return () => {
    document.removeEventListener('pointerdown', onDown, true);
    document.removeEventListener('click', onClick, true);
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('input', onInput, true);
    guard.close();
  };
}

class LayoutShiftGuard {
  #aim: Aim | null = null;
  /** When the aim was tapped, or what is under it last moved or was refused. */
  #restlessAt = 0;
  #watchedUntil = 0;
  #underFinger: Element | null = null;
  #isRefusing = false;
  #frame = 0;
  readonly #shield = document.createElement('div');

  constructor() {
    this.#shield.className = 'layout-shift-guard';
    this.#shield.setAttribute('aria-hidden', 'true');
    this.#shield.addEventListener('mousedown', (event) => event.preventDefault());
  }

  close(): void {
    this.#forget();
  }

  onPointerDown(event: PointerEvent): void {
    this.#isRefusing = this.#isDead(event);
    if (this.#isRefusing) this.#refuse(event);
  }

  onClick(event: MouseEvent): void {
    // Sent by a key or by an aid, which mean what has the focus.
    if (event.detail === 0) return;
    if (this.#isRefusing || this.#isDead(event)) this.#refuse(event);
    else this.#take(event);
  }

  // A key that is held down would press one row after the other. What is typed between two taps
  // ends the first.
  onKeyDown(event: KeyboardEvent): void {
    const isRepeated = event.repeat && (event.key === 'Enter' || event.key === ' ');
    if (isRepeated && rowOf(event.target) !== '') event.preventDefault();
    this.#forget();
  }

  // So does what is pasted, spoken or written with a pen. A choice that is tapped says so in a
  // plain event, and stays a tap.
  onInput(event: Event): void {
    if (event instanceof InputEvent) this.#forget();
  }

  #forget(): void {
    this.#aim = null;
    cancelAnimationFrame(this.#frame);
    this.#shield.remove();
  }

  #take(event: MouseEvent): void {
    const { clientX: x, clientY: y, target } = event;
    const control = controlOf(target);
    const isTile = target instanceof Element && target.closest('[data-tile]') !== null;
    const row = rowOf(target);
    this.#aim = { x, y, control, row };
    this.#restlessAt = performance.now();
    this.#underFinger = control;
    cancelAnimationFrame(this.#frame);
    this.#shield.remove();
    // A tile is judged by who stands on it when it is tapped again: nothing may slow its first tap.
    if (control === null || isTile || control.matches('.keypad-button')) return;
    this.#watchedUntil = this.#restlessAt + (row === '' ? restMs : watchMs);
    if (row !== '') this.#cover();
    this.#watch();
  }

  #isDead({ clientX, clientY, target }: MouseEvent): boolean {
    const aim = this.#aim;
    if (aim === null || performance.now() - this.#restlessAt >= restMs) return false;
    if (Math.hypot(clientX - aim.x, clientY - aim.y) > reach) return false;
    if (target === this.#shield || aim.row !== '') return true;
    const control = controlOf(target);
    return control !== null && (control !== aim.control || rowOf(target) !== aim.row);
  }

  #refuse(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#restlessAt = performance.now();
    this.#watchedUntil = Math.max(this.#watchedUntil, this.#restlessAt + restMs);
  }

  /** Looks in each frame whether something else has come under the finger. */
  #watch(): void {
    this.#frame = requestAnimationFrame(() => {
      const now = performance.now();
      const under = this.#lookUnder();
      if (under !== this.#underFinger) {
        this.#underFinger = under;
        this.#restlessAt = now;
        this.#watchedUntil = Math.max(this.#watchedUntil, now + restMs);
        this.#cover();
      }
      if (now - this.#restlessAt >= restMs) this.#shield.remove();
      if (now < this.#watchedUntil) this.#watch();
      else this.#shield.remove();
    });
  }

  #lookUnder(): Element | null {
    if (this.#aim === null) return null;
    const found = document.elementsFromPoint(this.#aim.x, this.#aim.y);
    return controlOf(found.find((each) => each !== this.#shield) ?? null);
  }

  #cover(): void {
    if (this.#aim === null) return;
    this.#shield.style.setProperty('left', `${this.#aim.x - reach}px`);
    this.#shield.style.setProperty('top', `${this.#aim.y - reach}px`);
    // Over a sheet only what stands in it can lie.
    const sheets = [...document.querySelectorAll('dialog[open]')];
    (sheets.at(-1) ?? document.body).append(this.#shield);
  }
}

function controlOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('button, a, label, input, summary') : null;
}

/** The row or the place that `target` stands in, by its owner. */
function rowOf(target: EventTarget | null): string {
  const row = target instanceof Element ? target.closest('[data-place], [data-tile]') : null;
  return row?.getAttribute('data-place') ?? row?.getAttribute('data-tile') ?? '';
}
