import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';
import { invitationHash, type Invitation } from '#domain/tablets/invitation.ts';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';

/** The address of this app with the invitation behind it, for the camera of another tablet. */
export function InvitationCode(invitation: Invitation): JSX.Element {
  const { number, words } = invitation;
  const { size, path } = useMemo(() => codeOf({ number, words }), [number, words]);
  return (
    <svg
      class="tablets_code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={m.tablets_code_label()}
      shape-rendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}

/** Cameras find it by the empty border. */
const border = 4;

function codeOf(invitation: Invitation): { readonly size: number; readonly path: string } {
  const app = new URL(formatRoute({ kind: 'counter' }), location.origin).href;
  const { size, data } = encode(app + invitationHash(invitation), { ecc: 'M', border });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join('') };
}
