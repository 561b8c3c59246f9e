export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/**
 * A mail within a page: it carries its style in its tags, and nothing of it runs or asks for anything but pictures. `scheme` shows it as
 * by day or by night whatever this browser prefers; nobody knows which of the two a reader's program picks.
 */
export function shownMail(html: string, scheme?: Scheme): Response {
  return new Response(scheme ? inScheme(html, scheme) : html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy':
        "default-src 'none'; img-src 'self' https: data:; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'self'; form-action 'none'",
    },
  });
}

const inScheme = (html: string, scheme: Scheme) =>
  html
    .replaceAll('(prefers-color-scheme: dark)', scheme === 'dark' ? 'all' : 'not all')
    .replaceAll('(prefers-color-scheme:dark)', scheme === 'dark' ? 'all' : 'not all')
    .replace('color-scheme: light dark;', `color-scheme: ${scheme};`)
    .replace('<head>', '<head><base target="_blank">');
