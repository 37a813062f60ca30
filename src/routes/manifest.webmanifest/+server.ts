export const prerender = true;

/** Equal to the token `--paper`, which a manifest cannot name; a test holds the two together. */
const PAPER = '#f1f3f0';

/** What a phone needs to keep the site on its first screen. */
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
          // There is paper enough around it for any shape that a phone cuts.
          purpose: 'any maskable',
        })),
      ],
    }),
    { headers: { 'Content-Type': 'application/manifest+json' } },
  );
