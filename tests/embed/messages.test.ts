import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  childOf,
  eventMessage,
  heightMessages,
  resizerOf,
  secretOf,
  settingsFrom,
  SPEAKER,
} from '$lib/embed/messages.ts';

const HREF = 'https://who-could-say-no.example/embed/money/';
const frame = { id: 'money', href: HREF, width: 320, height: 437 };
const set = (data: unknown): unknown => ({ target: SPEAKER, v: 1, type: 'set', data });

describe('a height message', () => {
  test('has every form that needs nothing of the host', () => {
    expect(heightMessages(frame)).toEqual([
      { sentinel: 'amp', type: 'embed-size', height: 437 },
      { 'datawrapper-height': { money: 437 } },
      `{"context":"iframe.resize","src":"${HREF}","height":437}`,
      { type: 'iframe-resized', width: 320, height: 437 },
      { subject: 'lti.frameResize', height: 437 },
      { context: 'h5p', action: 'resize', height: 437 },
      '{"type":"set-height","value":437}',
      { kind: 'interactive:height', height: 437 },
    ]);
  });

  test('has the forms that need a name or a secret when one is set', () => {
    const all = heightMessages({
      ...frame,
      href: `${HREF}?childId=graphic-1#?secret=aB9`,
      resizer: 'iFrameResizer0',
    });
    expect(all.slice(8)).toEqual([
      'pymxPYMxgraphic-1xPYMxheightxPYMx437',
      { message: 'height', value: 437, secret: 'aB9' },
      '[iFrameSizer]iFrameResizer0:437:320:init',
      '[iFrameSizer]iFrameResizer0:437:320:resizeObserver',
    ]);
  });

  test('reads the name from the place that each host uses', () => {
    expect(secretOf(`${HREF}#?secret=x1Y2`)).toBe('x1Y2');
    expect(secretOf(HREF)).toBeUndefined();
    expect(childOf(`${HREF}?initialWidth=300&childId=a-b`)).toBe('a-b');
    expect(resizerOf('[iFrameSizer]frame-1:8:false:true:32:true:true:null:bodyOffset')).toBe('frame-1');
    for (const other of [
      null,
      3,
      {},
      'iFrameSizer',
      '[iFrameSizer]',
      '[iFrameSizer]:8:',
      ' [iFrameSizer]a:8:',
    ])
      expect(resizerOf(other)).toBeUndefined();
  });
});

test('puts sender, chart and kind into an event', () => {
  expect(eventMessage('money', 'state', { step: 'threshold--half-firm' })).toEqual({
    source: SPEAKER,
    v: 1,
    chartId: 'money',
    type: 'state',
    data: { step: 'threshold--half-firm' },
  });
});

describe('a settings message', () => {
  test('is read key by key by the address grammar', () => {
    expect(settingsFrom(set({ theme: 'dark' }))).toEqual({ theme: 'dark' });
    const all = { step: 'threshold--half-firm', theme: 'auto', motion: 'none', labels: 'off' };
    expect(settingsFrom(set(all))).toEqual(all);
  });

  test.each([
    ['nothing', set({})],
    ['a value out of the grammar', set({ theme: 'red' })],
    ['one good value and one bad', set({ theme: 'dark', labels: 'perhaps' })],
    ['a value that is no text', set({ step: 3 })],
    ['a key that no host may set', set({ theme: 'dark', ev: 'confirmed' })],
    ['a key too many around it', { ...(set({ theme: 'dark' }) as object), origin: 'x' }],
    ['another version', { target: SPEAKER, v: 2, type: 'set', data: { theme: 'dark' } }],
    ['another target', { target: 'other', v: 1, type: 'set', data: { theme: 'dark' } }],
    ['another type', { target: SPEAKER, v: 1, type: 'navigate', data: { theme: 'dark' } }],
    ['a list', [set({ theme: 'dark' })]],
    ['a text', JSON.stringify(set({ theme: 'dark' }))],
    [
      'the key of a prototype',
      JSON.parse('{"target":"who-could-say-no","v":1,"type":"set","data":{"__proto__":{"theme":"dark"}}}'),
    ],
  ])('%s is ignored', (_, message) => {
    expect(settingsFrom(message)).toBeNull();
  });

  test('is safe to parse for any input, and changes no prototype', () => {
    const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.anything().map(set)), (message) => {
        const settings = settingsFrom(message);
        if (settings !== null) expect(settingsFrom(set(settings))).toEqual(settings);
        expect(typeof resizerOf(message)).toMatch(/string|undefined/);
      }),
      { numRuns: 10_000 },
    );
    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before);
  });
});
