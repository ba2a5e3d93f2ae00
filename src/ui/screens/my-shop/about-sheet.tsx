import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { checkHost, runningVersion, type HostCheck } from '#app/shop/check-host.ts';
import { useHasTablets } from '#ui/hooks/use-has-tablets.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { FieldStack } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';

/** Which version this is, and whether the host it came from protects it. */
export function AboutSheet(): JSX.Element {
  const [check, setCheck] = useState<HostCheck | null>(null);
  const [tries, setTries] = useState(1);
  const isShared = useHasTablets();
  useEffect(() => {
    let isShown = true;
    setCheck(null);
    void checkHost().then((found) => (isShown ? setCheck(found) : undefined));
    return () => {
      isShown = false;
    };
  }, [tries]);
  return (
    <FieldStack>
      <p>{m.about_version({ version: runningVersion })}</p>
      <p>{isShared ? m.about_sends_sealed() : m.about_sends_nothing()}</p>
      <div aria-live="polite">
        <p>{check === null ? m.about_host_asking() : hostText(check)}</p>
        {check?.kind === 'weak' ? <p>{m.about_host_weak_what()}</p> : null}
      </div>
      {check?.kind === 'unreachable' ? (
        <Button onPress={() => setTries(tries + 1)}>{m.about_host_again()}</Button>
      ) : null}
    </FieldStack>
  );
}

function hostText(check: HostCheck): string {
  switch (check.kind) {
    case 'strong':
      return m.about_host_strong();
    case 'weak':
      return m.about_host_weak({ headers: check.headers.join(', ') });
    case 'unreachable':
      return m.about_host_unreachable();
  }
}
