import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { closeOnBack } from './close-on-back.ts';
import './sheet.css';

export interface SheetProps {
  readonly title: ComponentChildren;
  /** The word on the key that closes it. */
  readonly closeWord: string;
  readonly onClose: () => void;
  /** `wide` for two columns of fields; on a phone both reach from edge to edge. */
  readonly width?: 'narrow' | 'wide';
  /** `counter` for wet fingers. */
  readonly size?: 'owner' | 'counter';
  /** `field` when the one thing to do is to type; else the keyboard would cover the text. */
  readonly startAt?: 'close' | 'field';
  /** Keys that stay in view while the sheet scrolls. */
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * Something to finish or to leave before going on. Show it by rendering it; the focus goes back to
 * whoever opened it. A tap outside does nothing: wet hands would lose what was typed.
 */
export function Sheet(props: SheetProps): JSX.Element {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { startAt = 'close', size = 'owner' } = props;
  useLayoutEffect(() => {
    if (dialog.current === null) return undefined;
    return openOver(dialog.current, startAt);
  }, [startAt]);
  const close = useRef(props.onClose);
  close.current = props.onClose;
  useLayoutEffect(() => closeOnBack(() => close.current()), []);
  useLayoutEffect(() => {
    if (body.current !== null) enableKeyScrolling(body.current);
  });
  return (
    <dialog
      class={`sheet sheet-${props.width ?? 'narrow'}`}
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        props.onClose();
      }}
      onClose={(event) => {
        if (event.target === dialog.current) props.onClose();
      }}
    >
      <div class="sheet_inside">
        <header class="sheet_head">
          <h2 class="sheet_title" id={id}>
            {props.title}
          </h2>
          <button
            class={`sheet_close sheet_close-${size}`}
            type="button"
            aria-label={props.closeWord}
            onClick={props.onClose}
          >
            <Icon name="close" />
          </button>
        </header>
        <div class="sheet_body" ref={body}>
          {props.children}
        </div>
        {props.foot === undefined ? null : <footer class="line sheet_foot">{props.foot}</footer>}
      </div>
    </dialog>
  );
}

// With nothing in it that can be focused, the text itself is a stop: the arrow keys scroll whatever
// has the focus.
function enableKeyScrolling(body: HTMLElement): void {
  if (body.querySelector('a, button, input, textarea, select') === null) body.tabIndex = 0;
  else body.removeAttribute('tabindex');
}

// Taken out of the page, a dialog leaves the focus nowhere; and while it is open nothing behind it
// can be focused.
function openOver(dialog: HTMLDialogElement, startAt: 'close' | 'field'): () => void {
  const opener = document.activeElement;
  dialog.showModal();
  if (startAt === 'field') dialog.querySelector<HTMLElement>('.field_control')?.focus();
  return () => {
    // Closed because it is gone already: nobody is to be told once more.
    dialog.addEventListener('close', (event) => event.stopImmediatePropagation(), {
      capture: true,
      once: true,
    });
    dialog.close();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
}
