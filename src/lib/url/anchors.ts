// Where an address points: ids are published names, and an old one leads to what has taken its place.

/** What an address asked for, and what there is. */
export interface Landing {
  /** The id to go to, or '' for the start of the page. */
  id: string;
  /** Whether it is what was asked for, word for word. */
  exact: boolean;
}

function readable(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A broken escape names nothing.
    return '';
  }
}

/**
 * The nearest good place for a fragment: the id itself, the id that has replaced it, the section of a step that is not
 * there, or the start. Pure and total.
 * @param fragment with or without its `#`
 * @param ids every id of the page
 * @param redirects old ids and what they lead to
 */
export function resolveAnchor(
  fragment: string,
  ids: ReadonlySet<string>,
  redirects: ReadonlyMap<string, string>,
): Landing {
  const written = fragment.replace(/^#/, '');
  const asked = readable(written);
  if (written === '' || ids.has(asked)) return { id: asked, exact: true };
  const moved = redirects.get(asked) ?? '';
  if (ids.has(moved)) return { id: moved, exact: false };
  const section = asked.split('--')[0] ?? '';
  return { id: ids.has(section) ? section : '', exact: false };
}
