/**
 * Where corrections may be sent: the build setting PUBLIC_CONTACT_URL, or null where it is not set or is no address.
 * To be asked for while a page is written out; a reader's browser has no settings.
 */
export function contact(): string | null {
  const address = process.env['PUBLIC_CONTACT_URL'] ?? '';
  return /^(https:\/\/|mailto:)\S+$/.test(address) ? address : null;
}
