// Tests every link into the story at both widths, and five hundred random addresses.
import { linksLand, wildAddresses } from '../e2e/deep-links.ts';

linksLand(390, 844, () => true);
linksLand(1440, 900, () => true);
for (const path of ['', 'embed/money/', 'chart/dates/', 's/threshold/', 'glossary/'])
  wildAddresses(path, 100);
