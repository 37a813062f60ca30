import { settingOf } from './env.ts';

/**
 * Where corrections may be sent: the build setting PUBLIC_CONTACT_URL, or null where it is not set. To be asked for while
 * a page is written out; a reader's browser has no settings.
 */
export const contact = (): string | null => settingOf(process.env, 'PUBLIC_CONTACT_URL');
