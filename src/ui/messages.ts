// The only door from the screens to the words.

export * as m from '#i18n/compiled/messages.js';
