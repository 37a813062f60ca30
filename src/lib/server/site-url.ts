import { settingOf } from './env.ts';

const DEFAULT = 'https://who-could-say-no.example/';

/** The site's absolute address, from the build setting PUBLIC_SITE_URL; ends with a slash. */
export function siteUrl(): string {
  const given = settingOf(process.env, 'PUBLIC_SITE_URL') ?? DEFAULT;
  return given.endsWith('/') ? given : `${given}/`;
}

/** The absolute address of a path of the site, such as `s/threshold/`. */
export const absolute = (path: string): string => `${siteUrl()}${path}`;
