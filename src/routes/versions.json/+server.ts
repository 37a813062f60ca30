import { readdirSync } from 'node:fs';
import versions from '#config/versions.json';
import { charts } from '$lib/story/story-charts.ts';
import { absolute } from '$lib/server/site-url.ts';

export const prerender = true;

/** The days whose embeds are kept as they were, with the addresses of those, and of today's. */
export function GET(): Response {
  const days: readonly string[] = versions;
  const said = {
    current: charts.map(({ id }) => absolute(`embed/${id}/`)),
    frozen: days.map((date) => ({
      date,
      // A chart that has come since is not among them.
      embeds: readdirSync(`static/v/${date}/embed`).map((id) => absolute(`v/${date}/embed/${id}/`)),
    })),
  };
  return new Response(`${JSON.stringify(said, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json' },
  });
}
