import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import './awning.css';

/** The striped awning over the first page. Decoration: it says nothing to a screen reader. */
export function Awning(): JSX.Element {
  const cloth = useId();
  return (
    <svg class="awning" aria-hidden="true">
      <pattern id={cloth} x="30" width="120" height="92" patternUnits="userSpaceOnUse">
        <path class="awning_stripe awning_stripe-green" d="M0 0h60v62a30 26 0 0 1-60 0z" />
        <path class="awning_stripe awning_stripe-white" d="M60 0h60v62a30 26 0 0 1-60 0z" />
      </pattern>
      <svg class="awning_middle" x="50%">
        <rect x="-3000" width="6000" height="92" fill={`url(#${cloth})`} />
      </svg>
    </svg>
  );
}
