/** Each address to which a letter leads, once, in order: of the web alone, and none of the places where something personal goes. */
export function linksIn(html: string): string[] {
  const found = [...html.matchAll(/<a\b[^>]*?\shref="(https?:\/\/[^"]+)"/g)].map(([, address]) => plain(address!));
  return [...new Set(found)].filter((address) => !address.includes('{{'));
}

const plain = (escaped: string) =>
  escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** What is of the house is known by its path, wherever the house is seen from. */
export const knownAs = (address: string, origin: string): string =>
  address === origin ? '/' : address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
