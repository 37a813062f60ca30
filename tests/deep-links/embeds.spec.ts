// Tests every host of the lab, and every picture in a frame.
import { hosts } from '$lib/embed/lab/hosts.ts';
import { asTallAsMeasured, besideAnotherSite, growsIn } from '../e2e/embed-hosts.ts';

besideAnotherSite();
for (const host of hosts.filter(({ id }) => id !== 'plain')) growsIn(host);
asTallAsMeasured(() => true);
