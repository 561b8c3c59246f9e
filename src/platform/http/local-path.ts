/** Where `next` leads when it is an address of this house, path and search; null for anything else, such as `//elsewhere`. */
export function localPath(next: string | null | undefined): string | null {
  if (!next?.startsWith('/') || next.length > 2000) return null;
  const house = 'http://house';
  const url = URL.parse(next, house);
  // The browser reads «/\elsewhere» and «/<tab>/elsewhere» as another host; so does URL, which is why it decides.
  if (!url || url.origin !== house || url.pathname.startsWith('//')) return null;
  return url.pathname + url.search;
}
