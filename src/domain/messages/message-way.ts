// How a message leaves the tablet: as a draft in one of its own apps. The shop's people give their
// permission by email, text or call; a chat goes to the same number as a text.

import type { PermissionWay } from '#domain/customers/permission.ts';

export const messageWays = ['email', 'text', 'chat', 'call'] as const;

export type MessageWay = (typeof messageWays)[number];

/** The permission that is needed, and what the gesture is kept as. */
export const askedWays = {
  email: 'email',
  text: 'text',
  chat: 'text',
  call: 'call',
} as const satisfies Record<MessageWay, PermissionWay>;

/** News are no thanks. */
export type MessagePurpose = 'thanks' | 'news';
