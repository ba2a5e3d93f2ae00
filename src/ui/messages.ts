// The only access of the screens to the messages.

export { m } from '#i18n/catalogue.ts';
