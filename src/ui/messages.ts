// The only access of the screens to the messages.

export * as m from '#i18n/compiled/messages.js';
