export const prerender = true;

/** Equals the token `--paper`, which a manifest cannot refer to. A test compares the two. */
const PAPER = '#f1f3f0';

/** Returns the manifest that lets a phone add the site to its home screen. */
export const GET = (): Response =>
  new Response(
    JSON.stringify({
      name: 'Who could say no?',
      short_name: 'Say no?',
      lang: 'en-GB',
      start_url: './',
      scope: './',
      display: 'browser',
      background_color: PAPER,
      theme_color: PAPER,
      icons: [
        { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        ...[192, 512].map((size) => ({
          src: `img/icon-${size}.png`,
          sizes: `${size}x${size}`,
          type: 'image/png',
          // The icon's margin is wide enough for any mask shape.
          purpose: 'any maskable',
        })),
      ],
    }),
    { headers: { 'Content-Type': 'application/manifest+json' } },
  );
