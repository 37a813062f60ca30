// Resolves the fragment of an address: ids are published names, and an old id redirects to its replacement.

/** The result for a fragment. */
export interface Landing {
  /** The id to go to, or '' for the start of the page. */
  id: string;
  /** Whether the id is exactly the requested one. */
  exact: boolean;
}

function readable(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // An invalid escape matches no id.
    return '';
  }
}

/**
 * Returns the best match for a fragment: the id itself, the id that has replaced it, the section of a missing
 * step, or the start. Pure and total.
 * @param fragment with or without its `#`
 * @param ids every id of the page
 * @param redirects old ids and their replacements
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
