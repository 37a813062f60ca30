import { settingOf } from './env.ts';

/**
 * Returns the URL for corrections from the build setting PUBLIC_CONTACT_URL, or null if it is not set. Call
 * it only while prerendering, because the setting does not exist in the browser.
 */
export const contact = (): string | null => settingOf(process.env, 'PUBLIC_CONTACT_URL');
