// Test pages for the kinds of hosts that embed our charts, each as small as possible while behaving like the
// real host.

/** The widths at which every host shows a chart, in CSS pixels. */
export const WIDTHS = [320, 480, 760] as const;

/** A host: the markup of its frames, and how it reacts to their messages. */
export interface Host {
  id: string;
  name: string;
  /** The messages it listens for, in a few words. */
  hears: string;
  /** Returns the markup for one chart. `number` distinguishes the frames of a page. */
  frame: (src: string, number: number) => string;
  /** File name of a library in `lib/`, and a script of the host's own that runs after it. */
  library?: string;
  script?: string;
}

const plain = (src: string): string =>
  `<iframe src="${src}" title="A chart" width="100%" height="150" style="border:0"></iframe>`;

/**
 * Returns a host script that listens to messages and finds the frame by the message's source. `read` returns
 * the height.
 */
const listening = (read: string): string => `addEventListener('message', (event) => {
  const heightIn = ${read};
  const height = heightIn(event.data);
  if (typeof height !== 'number') return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === event.source) frame.style.height = height + 'px';
});`;
const inJson = (test: string, key: string): string =>
  `(data) => { try { const said = JSON.parse(data); return ${test} ? said.${key} : undefined; } catch { return undefined; } }`;

/** The real libraries of hosts that publish them on npm. */
export const LIBRARIES: Readonly<Record<string, { package: string; file: string }>> = {
  'frames.js': { package: '@newswire/frames', file: 'dist/frames.umd.js' },
  'pym.js': { package: 'pym.js', file: 'dist/pym.v1.min.js' },
  'iframe-resizer.js': { package: 'iframe-resizer', file: 'js/iframeResizer.min.js' },
  'open-iframe-resizer.js': { package: '@open-iframe-resizer/core', file: 'dist/index.umd.cjs' },
};

/** Every host, in the order of the message formats in which an embed sends its height. */
export const hosts: readonly Host[] = [
  {
    id: 'frames',
    name: 'AMP, @newswire/frames',
    hears: 'The real library of Texas newsrooms; the form is that of AMP.',
    frame: (src) => `<div data-frame-src="${src}"></div>`,
    library: 'frames.js',
    script: 'newswireFrames.autoInitFrames();',
  },
  {
    id: 'datawrapper',
    name: 'A newsroom with Datawrapper charts',
    hears: 'Their published snippet’s form: a height under the chart’s id.',
    frame: plain,
    script: listening(`(data) => Object.values(data?.['datawrapper-height'] ?? {})[0]`),
  },
  {
    id: 'medium',
    name: 'Medium, Embedly',
    hears: 'A height as JSON, with the frame’s own address.',
    frame: plain,
    script: listening(inJson(`said.context === 'iframe.resize' && said.src`, 'height')),
  },
  {
    id: 'open-iframe-resizer',
    name: 'open-iframe-resizer',
    hears: 'The real library.',
    frame: plain,
    library: 'open-iframe-resizer.js',
    script: 'iframeResizer.initialize();',
  },
  {
    id: 'canvas',
    name: 'Canvas',
    hears: 'A height from any frame, as from a learning tool.',
    frame: plain,
    script: listening(`(data) => (data?.subject === 'lti.frameResize' ? data.height : undefined)`),
  },
  {
    id: 'h5p',
    name: 'A site with H5P',
    hears: 'A height from any frame that speaks as H5P content does.',
    frame: plain,
    script: listening(
      `(data) => (data?.context === 'h5p' && data.action === 'resize' ? data.height : undefined)`,
    ),
  },
  {
    id: 'guardian',
    name: 'The Guardian, a block',
    hears: 'A height as JSON.',
    frame: plain,
    script: listening(inJson(`said.type === 'set-height'`, 'value')),
  },
  {
    id: 'guardian-atom',
    name: 'The Guardian, an atom',
    hears: 'A height, by its kind.',
    frame: plain,
    script: listening(`(data) => (data?.kind === 'interactive:height' ? data.height : undefined)`),
  },
  {
    id: 'pym',
    name: 'pym: NPR, Reuters’ clients, ONS',
    hears: 'The real library: it makes the frame itself and names it in the address.',
    frame: (src, number) => `<div id="graphic-${number}" data-chart="${src}"></div>`,
    library: 'pym.js',
    script: `for (const place of document.querySelectorAll('[data-chart]'))
  new pym.Parent(place.id, new URL(place.dataset.chart, location.href).href, {});`,
  },
  {
    id: 'wordpress',
    name: 'WordPress, the link pasted',
    hears: 'A height with the secret that it put behind the address; between 200 and 1,000 px; in a sandbox.',
    frame: (src, number) =>
      `<iframe sandbox="allow-scripts" security="restricted" data-src="${src}" data-secret="Aa${number}" title="A chart" width="600" height="338" frameborder="0" scrolling="no" style="max-width:100%"></iframe>`,
    script: `for (const frame of document.querySelectorAll('iframe'))
  frame.src = frame.dataset.src + '#?secret=' + frame.dataset.secret;
addEventListener('message', (event) => {
  const { message, value, secret } = event.data ?? {};
  if (message !== 'height' || /[^a-zA-Z0-9]/.test(secret)) return;
  for (const frame of document.querySelectorAll('iframe[data-secret="' + secret + '"]'))
    if (frame.contentWindow === event.source) frame.height = Math.min(1000, Math.max(200, parseInt(value, 10)));
});`,
  },
  {
    id: 'iframe-resizer',
    name: 'iframe-resizer 4',
    hears: 'The real library: it begins, and wants to be answered by name.',
    frame: plain,
    library: 'iframe-resizer.js',
    script: 'iFrameResize({ checkOrigin: false });',
  },
  {
    id: 'listener',
    name: 'A page with our own small script',
    hears: 'The form of AMP, from frames of this site alone.',
    frame: plain,
  },
  {
    id: 'plain',
    name: 'A page without any script',
    hears: 'Nothing: the frame keeps the height that was pasted.',
    frame: (src) =>
      `<iframe src="${src}" title="A chart" width="100%" height="720" loading="lazy" style="border:0"></iframe>`,
  },
];

/**
 * Returns a host's page: one chart at every width, and the host's own scripts.
 * @param listener URL of our own listener script, used only by the host that loads it
 */
export function hostPage(host: Host, listener: string): string {
  const frames = WIDTHS.map(
    (width, index) =>
      `<h2>${width} px</h2>\n<div style="width:${width}px">${host.frame('../embed/money/', index)}</div>`,
  );
  const scripts = [
    ...(host.library === undefined ? [] : [`<script src="lib/${host.library}"></script>`]),
    ...(host.script === undefined ? [] : [`<script>\n${host.script}\n</script>`]),
    ...(host.id === 'listener' ? [`<script src="${listener}"></script>`] : []),
  ];
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${host.name}: the embed lab</title>
</head>
<body>
<h1>${host.name}</h1>
<p>${host.hears} <a href="./">Every host</a></p>
${frames.join('\n')}
${scripts.join('\n')}
</body>
</html>
`;
}
