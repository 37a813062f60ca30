import { readdirSync } from 'node:fs';
import versions from '#config/versions.json';
import { charts } from '$lib/story/story-charts.ts';
import { absolute } from '$lib/server/site-url.ts';

export const prerender = true;

/** Returns the dates of the archived embeds with their URLs, and the URLs of the current ones. */
export function GET(): Response {
  const days: readonly string[] = versions;
  const said = {
    current: charts.map(({ id }) => absolute(`embed/${id}/`)),
    frozen: days.map((date) => ({
      date,
      // Charts added after that date have no archived embed.
      embeds: readdirSync(`static/v/${date}/embed`).map((id) => absolute(`v/${date}/embed/${id}/`)),
    })),
  };
  return new Response(`${JSON.stringify(said, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json' },
  });
}
