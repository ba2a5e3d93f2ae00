import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { TextField } from '#ui/parts/controls/field.tsx';
import { pushAddress } from '#ui/parts/layout/close-on-back.ts';
import { Sheet } from '#ui/parts/layout/sheet.tsx';

afterEach(cleanup);

function KhanPage() {
  const [open, setOpen] = useState(false);
  const [cue, setCue] = useState('red bike');
  return (
    <>
      <button type="button">Log a visit</button>
      <button type="button" onClick={() => setOpen(true)}>
        Edit
      </button>
      {open ? (
        <Sheet title="Mrs Khan" closeWord="Close" startAt="field" onClose={() => setOpen(false)}>
          <TextField label="How you know them" value={cue} onInput={setCue} />
        </Sheet>
      ) : null}
    </>
  );
}

function openTheSheet(): void {
  render(<KhanPage />);
  screen.getByText('Edit').focus();
  fireEvent.click(screen.getByText('Edit'));
}

function theSheet(): HTMLElement | null {
  return screen.queryByRole('dialog', { name: 'Mrs Khan' });
}

describe('a sheet', () => {
  it('opens over the page under the name of what it is about', () => {
    openTheSheet();
    expect(theSheet()?.matches('dialog[open]')).toBe(true);
  });

  it('starts where there is something to type', () => {
    openTheSheet();
    expect(document.activeElement).toBe(screen.getByLabelText('How you know them'));
  });

  it('gives the focus back to the key that opened it', () => {
    openTheSheet();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(theSheet()).toBeNull();
    expect(document.activeElement).toBe(screen.getByText('Edit'));
  });

  it('closes on Escape, which the browser tells as a cancel', () => {
    openTheSheet();
    const sheet = theSheet();
    if (sheet !== null) fireEvent(sheet, new Event('cancel', { cancelable: true }));
    expect(theSheet()).toBeNull();
    expect(document.activeElement).toBe(screen.getByText('Edit'));
  });

  it('closes by the Back of the browser, which leaves the page only the next time', async () => {
    history.pushState(null, '', '/week');
    history.pushState(null, '', '/people');
    openTheSheet();
    history.back();
    await waitFor(() => expect(theSheet()).toBeNull());
    expect(location.pathname).toBe('/people');
    const entries = history.length;
    fireEvent.click(screen.getByText('Edit'));
    const wentBack = new Promise((resolve) => {
      addEventListener('popstate', resolve, { once: true });
    });
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await wentBack;
    expect(history.length).toBe(entries);
    expect(location.pathname).toBe('/people');
    history.back();
    await waitFor(() => expect(location.pathname).toBe('/week'));
  });

  it('gives its place in the history to the page that is opened from it', async () => {
    history.pushState(null, '', '/week');
    openTheSheet();
    const entries = history.length;
    pushAddress('/people/khan', cleanup);
    expect(history.length).toBe(entries);
    history.back();
    await waitFor(() => expect(location.pathname).toBe('/week'));
  });

  it('keeps what is typed when a wet hand taps beside it', () => {
    openTheSheet();
    const sheet = theSheet();
    if (sheet !== null) fireEvent.click(sheet);
    expect(theSheet()).not.toBeNull();
  });

  it('does not close because a file chooser inside of it was cancelled', () => {
    openTheSheet();
    fireEvent(
      screen.getByLabelText('How you know them'),
      new Event('cancel', { bubbles: true, cancelable: true }),
    );
    expect(theSheet()).not.toBeNull();
  });
});
