import { act, render, screen } from '@testing-library/preact';
import { useLayoutEffect } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { Emitter, Observable } from '#lib/observable.ts';
import { useObservable } from '#ui/hooks/use-observable.ts';

describe('following an observable', () => {
  it('draws each new value, and nothing after it has gone', async () => {
    const count = new Observable(1);
    let drawings = 0;
    function Count() {
      drawings += 1;
      return <p>{useObservable(count, () => count.value)} visits</p>;
    }
    const { unmount } = render(<Count />);
    await act(() => {
      count.value = 2;
    });
    expect(screen.getByText('2 visits')).toBeTruthy();

    unmount();
    expect(count.hasListeners).toBe(false);
    expect(drawings).toBe(2);
  });

  it('draws only when what it reads has changed', async () => {
    const names = new Observable(['Ana']);
    let drawings = 0;
    function HowMany() {
      drawings += 1;
      return <p>{useObservable(names, () => names.value.length)} people</p>;
    }
    render(<HowMany />);
    await act(() => {
      names.value = ['Ben'];
    });
    expect(drawings).toBe(1);
    await act(() => {
      names.value = ['Ben', 'Cleo'];
    });
    expect(screen.getByText('2 people')).toBeTruthy();
  });

  it('sees a change between the drawing and its effect', () => {
    const count = new Observable(1);
    function Changer() {
      useLayoutEffect(() => {
        count.value = 2;
      }, []);
      return null;
    }
    function Count() {
      // Its child's effect runs first.
      return (
        <p>
          {useObservable(count, () => count.value)} visits
          <Changer />
        </p>
      );
    }
    render(<Count />);
    expect(screen.getByText('2 visits')).toBeTruthy();
  });

  it('reads as the last drawing would, and leaves the source it had before', async () => {
    const [first, second] = [new Observable(1), new Observable(10)];
    function Times({ source, by }: { readonly source: Observable<number>; readonly by: number }) {
      return <p>{useObservable(source, () => source.value * by)} visits</p>;
    }
    const { rerender } = render(<Times source={first} by={1} />);
    rerender(<Times source={second} by={3} />);
    expect(first.hasListeners).toBe(false);
    await act(() => {
      second.value = 20;
    });
    expect(screen.getByText('60 visits')).toBeTruthy();
  });

  it('follows a source that says what happened', async () => {
    let visits = 1;
    const source = new Emitter<string>();
    function Count() {
      return <p>{useObservable(source, () => visits)} visits</p>;
    }
    render(<Count />);
    visits = 2;
    await act(() => source.emit('a visit'));
    expect(screen.getByText('2 visits')).toBeTruthy();
  });
});
