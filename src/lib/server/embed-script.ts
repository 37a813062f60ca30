import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { absolute } from './site-url.ts';

/** The script that hosts may load today. It is named by its content, never changes and never goes away. */
export const LISTENER = 'embed.7eb6c9b4.js';

/** Its absolute address, and what a browser checks its bytes by. To be asked for while a page is written out. */
export const listener = (): { src: string; integrity: string } => ({
  src: absolute(LISTENER),
  integrity: `sha384-${createHash('sha384')
    .update(readFileSync(`static/${LISTENER}`))
    .digest('base64')}`,
});
