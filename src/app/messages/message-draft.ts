// A message that is being written or half sent, kept on this tablet so that closing the app loses
// neither a text nor who has had it. Holds the people as ids, and what was typed.

import { customerIdFrom, type CustomerId } from '#domain/customers/customer.ts';
import { messageWays, type MessagePurpose, type MessageWay } from '#domain/messages/message-way.ts';
import type { MessageText } from '#domain/messages/message-link.ts';
import {
  listShape,
  numberShape,
  oneOfShape,
  recordShape,
  textShape,
  withDefault,
  type Shape,
} from '#lib/shape.ts';
import { openFormDraft, type FormDraft } from '#app/customers/form/form-drafts.ts';
import type { Deps } from '#app/deps.ts';

/** The text in one language. */
export interface LanguageText extends MessageText {
  readonly language: string;
}

/** Those it is sent to, in their order, and how far it is. */
export interface MessageProgress {
  readonly people: readonly CustomerId[];
  /** The place of the one whose turn it is. */
  readonly place: number;
  readonly sent: number;
}

export interface MessageDraft {
  readonly purpose: MessagePurpose;
  readonly way: MessageWay;
  /** The segment it is for; empty for everybody. */
  readonly group: string;
  readonly texts: readonly LanguageText[];
  /** Null until the first draft is opened. */
  readonly progress: MessageProgress | null;
}

export const blankMessageDraft: MessageDraft = {
  purpose: 'news',
  way: 'email',
  group: '',
  texts: [],
  progress: null,
};

const idShape: Shape<CustomerId> = (value) =>
  typeof value === 'string' ? customerIdFrom(value) : undefined;

const progressShape: Shape<MessageProgress> = recordShape({
  people: listShape(idShape),
  place: numberShape,
  sent: numberShape,
});

const draftShape: Shape<MessageDraft> = recordShape({
  purpose: oneOfShape(['news', 'thanks'] as const),
  way: oneOfShape(messageWays),
  group: textShape,
  texts: listShape(recordShape({ language: textShape, subject: textShape, body: textShape })),
  progress: withDefault(progressShape, null),
});

/** The one for many, or the one for `to`. */
export function openMessageDraft(deps: Deps, to: CustomerId | null): FormDraft {
  return openFormDraft(deps, messageDraftName(to));
}

export function messageDraftName(to: CustomerId | null): string {
  return to === null ? 'message' : `message ${to}`;
}

/** Undefined where nothing was kept, or nothing that can be read. */
export function parseMessageDraft(text: string | null): MessageDraft | undefined {
  if (text === null) return undefined;
  try {
    return draftShape(JSON.parse(text));
  } catch {
    return undefined;
  }
}
