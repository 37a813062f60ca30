import { settingOf } from './env.ts';

const DEFAULT = 'https://who-could-say-no.example/';

/** Returns the site's absolute URL from the build setting PUBLIC_SITE_URL, with a trailing slash. */
export function siteUrl(): string {
  const given = settingOf(process.env, 'PUBLIC_SITE_URL') ?? DEFAULT;
  return given.endsWith('/') ? given : `${given}/`;
}

/** Returns the absolute URL of a path of the site, such as `s/threshold/`. */
export const absolute = (path: string): string => `${siteUrl()}${path}`;
