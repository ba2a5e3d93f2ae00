import { Component } from 'preact';
import type { ComponentChildren } from 'preact';

export interface BoundaryProps {
  /** What is shown instead once something below has thrown. */
  readonly renderCrash: (error: unknown) => ComponentChildren;
  readonly children: ComponentChildren;
}

interface BoundaryState {
  readonly crash: { readonly error: unknown } | null;
}

/** Where bugs end: nothing below is drawn again until the app is opened anew. Promises that nobody waited for end here too. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { crash: null };

  static override getDerivedStateFromError(error: unknown): BoundaryState {
    return { crash: { error } };
  }

  override componentDidMount(): void {
    addEventListener('unhandledrejection', this.hear);
  }

  override componentWillUnmount(): void {
    removeEventListener('unhandledrejection', this.hear);
  }

  readonly hear = (event: PromiseRejectionEvent): void => {
    if (isGivenAway(event.reason)) return;
    this.setState({ crash: { error: event.reason } });
  };

  override render({ renderCrash, children }: BoundaryProps): ComponentChildren {
    return this.state.crash === null ? children : renderCrash(this.state.crash.error);
  }
}

/** The database was closed under a running question, because another tab or newer code took it. The shell says so elsewhere. */
export function isGivenAway(error: unknown): boolean {
  return error instanceof Error && error.name === 'DatabaseClosedError';
}
