import { Component } from 'preact';
import type { ComponentChildren } from 'preact';
import { isDatabaseClosed } from '#app/recovery/is-database-closed.ts';

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
