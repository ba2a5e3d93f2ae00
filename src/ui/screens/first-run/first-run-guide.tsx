import type { JSX } from 'preact';
import { Button } from '#ui/parts/controls/button.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { m } from '#ui/messages.ts';
import './first-run-guide.css';

/** For a Safari tab on an iPad, where data would be lost: how to add the app to the home screen. */
export function FirstRunGuide(props: { readonly onLookAround: () => void }): JSX.Element {
  return (
    <div class="first-run-guide">
      <h1 class="first-run-guide_title">{m.first_run_guide_title()}</h1>
      <p>{m.first_run_guide_why()}</p>
      <ol class="first-run-guide_steps">
        <li class="first-run-guide_step">
          <OwnerIcon name="share" />
          {m.first_run_guide_share()}
        </li>
        <li class="first-run-guide_step">
          <Icon name="plus" />
          {m.first_run_guide_add()}
        </li>
        <li class="first-run-guide_step">
          <Icon name="shop" />
          {m.first_run_guide_open()}
        </li>
      </ol>
      <Button onPress={props.onLookAround}>{m.first_run_guide_look()}</Button>
    </div>
  );
}
