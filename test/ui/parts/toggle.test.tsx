import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { Button } from '#ui/parts/controls/button.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';

afterEach(cleanup);

function Amounts() {
  const [noted, setNoted] = useState(false);
  return (
    <RowList>
      <Toggle
        label="Note amounts"
        hint="Off: the app never shows or asks for money."
        checked={noted}
        onChange={setNoted}
      />
      <Row title="Weekly budget" value="£30" href="/shop/budget" />
    </RowList>
  );
}

describe('a toggle', () => {
  it('is a switch with its label as name and its hint as description', () => {
    render(<Amounts />);
    const amounts = screen.getByRole('switch', { name: 'Note amounts' });
    const hint = document.getElementById(amounts.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toBe('Off: the app never shows or asks for money.');
  });

  it('answers on its words as well as on the switch', () => {
    render(<Amounts />);
    const amounts = screen.getByRole<HTMLInputElement>('switch');
    expect(amounts.checked).toBe(false);
    fireEvent.click(screen.getByText('Note amounts'));
    expect(amounts.checked).toBe(true);
    fireEvent.click(amounts);
    expect(amounts.checked).toBe(false);
  });

  it('stands in one list with the rows that lead on', () => {
    render(<Amounts />);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    const budget = screen.getByRole('link', { name: /Weekly budget/ });
    expect(budget.getAttribute('href')).toBe('/shop/budget');
  });
});

describe('a button', () => {
  it('that is busy keeps its place and its word, and does nothing more', () => {
    let saved = 0;
    render(
      <Button kind="primary" busy onPress={() => (saved += 1)}>
        Back up now
      </Button>,
    );
    const save = screen.getByRole('button', { name: 'Back up now' });
    fireEvent.click(save);
    expect(saved).toBe(0);
    expect(save.getAttribute('aria-busy')).toBe('true');
  });

  it('without a word is named by its label', () => {
    render(<Button label="More" icon={<span aria-hidden="true">…</span>} />);
    expect(screen.getByRole('button', { name: 'More' })).toBeDefined();
  });
});
