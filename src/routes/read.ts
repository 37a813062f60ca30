// What the pages of the record need a script for: the evidence dimmer, and the reader's choice of view.
import { viewControl } from '#scroll/view.ts';
import { lensControl } from './lens-control.ts';

document.documentElement.setAttribute('data-awake', '');
const button = document.querySelector<HTMLButtonElement>('[data-view-toggle]');
if (button) viewControl(button, [], () => undefined);
lensControl(() => undefined);
