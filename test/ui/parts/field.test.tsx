import { afterEach, describe, expect, it, vi } from 'vitest';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { AreaField, SelectField, TextField } from '#ui/parts/controls/field.tsx';

afterEach(cleanup);

const nothing = (): void => undefined;

function saidWith(control: HTMLElement): string {
  const ids = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' | ');
}

describe('a field', () => {
  it('is found by its label and says its hint', () => {
    render(<TextField label="Name" hint="As you say it." value="Mrs Khan" onInput={nothing} />);
    const field = screen.getByLabelText<HTMLInputElement>('Name');
    expect(field.value).toBe('Mrs Khan');
    expect(saidWith(field)).toBe('As you say it.');
    expect(field.hasAttribute('aria-invalid')).toBe(false);
  });

  it('says its problem after its hint, and only while there is one', () => {
    const birthday = (problem: string | null) => (
      <TextField
        label="Birthday"
        hint="Day and month are enough."
        value="31/02"
        problem={problem}
        onInput={nothing}
      />
    );
    const { rerender } = render(birthday('There is no 31 February.'));
    const field = screen.getByLabelText('Birthday');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(saidWith(field)).toBe('Day and month are enough. | There is no 31 February.');
    rerender(birthday(null));
    expect(field.hasAttribute('aria-invalid')).toBe(false);
    expect(saidWith(field)).toBe('Day and month are enough.');
  });

  it('keeps its label for those who listen when a heading asks already', () => {
    render(<TextField label="The shop’s name" labelling="hidden" value="" onInput={nothing} />);
    expect(screen.getByRole('textbox', { name: 'The shop’s name' })).toBeDefined();
  });

  it('tells each letter, and the whole when it is left', () => {
    const typed = vi.fn<(value: string) => void>();
    const left = vi.fn<(value: string) => void>();
    render(<AreaField label="Note" value="" onInput={typed} onLeave={left} />);
    const note = screen.getByLabelText('Note');
    fireEvent.input(note, { target: { value: 'asked about suet' } });
    fireEvent.blur(note);
    expect(typed).toHaveBeenCalledWith('asked about suet');
    expect(left).toHaveBeenCalledWith('asked about suet');
  });

  it('gives back the value behind the chosen word', () => {
    const chosen = vi.fn<(value: 'a4' | 'letter') => void>();
    render(
      <SelectField
        label="Paper"
        value="a4"
        problem="The printer has Letter in it."
        options={[
          { value: 'a4', word: 'A4' },
          { value: 'letter', word: 'Letter' },
        ]}
        onChange={chosen}
      />,
    );
    const paper = screen.getByLabelText<HTMLSelectElement>('Paper');
    expect(paper.selectedOptions[0]?.textContent).toBe('A4');
    expect(saidWith(paper)).toBe('The printer has Letter in it.');
    fireEvent.change(paper, { target: { value: 'letter' } });
    expect(chosen).toHaveBeenCalledWith('letter');
  });
});
