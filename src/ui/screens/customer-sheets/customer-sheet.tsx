import type { JSX } from 'preact';
import type { Customer } from '#domain/customers/customer.ts';
import type { Moment } from '#domain/visits/moment.ts';
import type { Visit } from '#domain/visits/visit.ts';
import type { SegmentCriteria } from '#domain/week/segment-criteria.ts';
import type { Membership } from '#domain/week/segment.ts';
import { CustomerMenu } from './customer-menu.tsx';
import { MomentSheet } from './moment-sheet.tsx';
import { SegmentSheet } from './segment-sheet.tsx';
import { EarlierVisitSheet, VisitSheet } from './visit-sheet.tsx';

export type OpenSheet =
  | { readonly kind: 'menu' | 'earlier' | 'note' }
  | {
      readonly kind: 'segments';
      readonly memberships: readonly Membership[];
      readonly criteria: readonly SegmentCriteria[];
    }
  | { readonly kind: 'visit'; readonly visit: Visit }
  | { readonly kind: 'moment'; readonly moment: Moment };

export interface CustomerSheetProps {
  readonly open: OpenSheet;
  readonly customer: Customer;
  readonly hasWaiting: boolean;
  readonly onClose: () => void;
}

export function CustomerSheet({
  open,
  customer,
  hasWaiting,
  onClose,
}: CustomerSheetProps): JSX.Element {
  switch (open.kind) {
    case 'menu':
      return <CustomerMenu customer={customer} hasWaiting={hasWaiting} onClose={onClose} />;
    case 'segments':
      return <SegmentSheet {...open} name={customer.name} onClose={onClose} />;
    case 'earlier':
      return <EarlierVisitSheet customerId={customer.id} onClose={onClose} />;
    case 'note':
      return <MomentSheet customerId={customer.id} moment={null} onClose={onClose} />;
    case 'visit':
      return <VisitSheet visit={open.visit} onClose={onClose} />;
    case 'moment':
      return <MomentSheet customerId={customer.id} moment={open.moment} onClose={onClose} />;
  }
}
