import type { Source } from '$lib/data/schema.ts';

/** How a source was read, worded to follow the source's name. */
export const READ: Readonly<Record<Source['access'], string>> = {
  direct: 'read on the publisher’s own page',
  repost: 'read in a copy',
  secondhand: 'known from another’s account',
  headline: 'headline or opening only',
  data: 'read as a structured record',
};
