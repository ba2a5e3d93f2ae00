import { Component } from 'preact';
import type { ComponentChildren } from 'preact';

export interface ErrorBoundaryProps {
  readonly renderCrash: (error: unknown) => ComponentChildren;
  readonly children: ComponentChildren;
}

interface ErrorBoundaryState {
  readonly crash: { readonly error: unknown } | null;
}

/** Where bugs end, those of unhandled promises too: nothing below is drawn until a reload. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { crash: null };

  static override getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { crash: { error } };
  }

  override componentDidMount(): void {
    addEventListener('unhandledrejection', this.onRejection);
  }

  override componentWillUnmount(): void {
    removeEventListener('unhandledrejection', this.onRejection);
  }

  readonly onRejection = (event: PromiseRejectionEvent): void => {
    if (isDatabaseClosed(event.reason)) return;
    this.setState({ crash: { error: event.reason } });
  };

  override render({ renderCrash, children }: ErrorBoundaryProps): ComponentChildren {
    return this.state.crash === null ? children : renderCrash(this.state.crash.error);
  }
}

/** The database was closed under a running query by another tab or newer code; no bug. */
export function isDatabaseClosed(error: unknown): boolean {
  return error instanceof Error && error.name === 'DatabaseClosedError';
}
