// Every host that the lab knows, and every picture in a frame.
import { hosts } from '../../src/routes/embed-lab/hosts.ts';
import { asTallAsMeasured, besideAnotherSite, growsIn } from '../pages/hosts.ts';

besideAnotherSite();
for (const host of hosts.filter(({ id }) => id !== 'plain')) growsIn(host);
asTallAsMeasured(() => true);
