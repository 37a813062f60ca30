import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { absolute } from './site-url.ts';

/**
 * The current listener script for hosts. Its name contains its hash. A published version never changes and
 * stays available.
 */
export const LISTENER = 'embed.7eb6c9b4.js';

/** Returns the script's absolute URL and its integrity hash. Call it only while prerendering. */
export const listener = (): { src: string; integrity: string } => ({
  src: absolute(LISTENER),
  integrity: `sha384-${createHash('sha384')
    .update(readFileSync(`static/${LISTENER}`))
    .digest('base64')}`,
});
