import type { JSX } from 'preact';
import { dropInvitation, handedInvitation } from '#app/pairing/handed-invitation.ts';
import { useObservable } from '#ui/hooks/use-observable.ts';
import { useShop } from '#ui/hooks/use-shop.ts';
import { Banner } from '#ui/parts/feedback/banner.tsx';
import { Button } from '#ui/parts/controls/button.tsx';
import { m } from '#ui/messages.ts';

/** A camera brought an invitation to a tablet that has a shop open. The sample can be left. */
export function HandedInvitationBanner(): JSX.Element | null {
  const { isSample } = useShop();
  const hash = useObservable(handedInvitation, () => handedInvitation.value);
  if (hash === '') return null;
  return (
    <Banner
      tone="news"
      actions={<Button onPress={dropInvitation}>{m.shell_problem_seen()}</Button>}
    >
      {isSample ? m.tablets_handed_sample() : m.tablets_handed_shop()}
    </Banner>
  );
}
