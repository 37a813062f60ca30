import type { Source } from '$lib/data/schema.ts';

/** How a source was read, in the words that stand after its name. */
export const READ: Readonly<Record<Source['access'], string>> = {
  direct: 'read on the publisher’s own page',
  repost: 'read in a copy',
  secondhand: 'known from another’s account',
  headline: 'headline or opening only',
  data: 'read as a structured record',
};
