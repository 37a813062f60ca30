const DEFAULT = 'https://who-could-say-no.example/';

/**
 * The site's absolute address, from the build setting PUBLIC_SITE_URL; ends with a slash.
 * @throws Error where the setting is no https address without query or fragment
 */
export function siteUrl(): string {
  const given = process.env['PUBLIC_SITE_URL'] ?? '';
  if (given === '') return DEFAULT;
  if (!/^https:\/\/[^\s?#@]+$/.test(given))
    throw new Error(`PUBLIC_SITE_URL must be an https address without query or fragment, not "${given}".`);
  return given.endsWith('/') ? given : `${given}/`;
}

/** The absolute address of a path of the site, such as `s/threshold/`. */
export const absolute = (path: string): string => `${siteUrl()}${path}`;
