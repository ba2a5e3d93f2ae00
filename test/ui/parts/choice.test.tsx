import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { Choice } from '#ui/parts/controls/choice.tsx';

afterEach(cleanup);

type Trade = 'butcher' | 'cafe' | 'bakery';

const trades = [
  { value: 'butcher', word: 'Butcher' },
  { value: 'cafe', word: 'Café' },
  { value: 'bakery', word: 'Bakery' },
] as const;

function FirstPage() {
  const [trade, setTrade] = useState<Trade | null>(null);
  const [gloves, setGloves] = useState<'yes' | 'no' | null>('no');
  return (
    <>
      <Choice legend="What do you sell?" value={trade} onChange={setTrade} options={trades} />
      <Choice
        legend="Gloves at the counter?"
        hint="Then the letters come as big keys."
        value={gloves}
        onChange={setGloves}
        options={[
          { value: 'yes', word: 'Yes' },
          { value: 'no', word: 'No' },
        ]}
      />
    </>
  );
}

function key(word: string): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>('radio', { name: word });
}

describe('a choice', () => {
  it('asks its question as one group, with the hint beside it', () => {
    render(<FirstPage />);
    const group = screen.getByRole('radiogroup', { name: 'Gloves at the counter?' });
    expect(group.contains(key('Yes'))).toBe(true);
    const hint = group.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(hint)?.textContent).toBe('Then the letters come as big keys.');
  });

  it('has nothing chosen before the owner chose', () => {
    render(<FirstPage />);
    expect(trades.map(({ word }) => key(word).checked)).toEqual([false, false, false]);
  });

  it('keeps one answer, and only that one bears the tick', () => {
    const { container } = render(<FirstPage />);
    fireEvent.click(key('Butcher'));
    fireEvent.click(key('Café'));
    expect(trades.map(({ word }) => key(word).checked)).toEqual([false, true, false]);
    const ticked = [...container.querySelectorAll('.tick-mark')].map((tick) => tick.parentElement);
    expect(ticked.map((part) => part?.textContent)).toEqual(['Café', 'No']);
  });

  it('is one stop of the Tab key with arrows inside: one name for its keys, another for the next question', () => {
    render(<FirstPage />);
    const names = trades.map(({ word }) => key(word).name);
    expect(new Set(names).size).toBe(1);
    expect(names[0]).not.toBe('');
    expect(key('Yes').name).not.toBe(names[0]);
    expect(key('Butcher').tabIndex).toBe(0);
  });
});
