/** What networks show of a link (Open Graph protocol). */
export const socialSize = { width: 1200, height: 630 };

/** The pages that have a picture of their own for who passes their link on. */
export const picturedPages = [
  /^$/,
  /^accessibility$/,
  /^plan$/,
  /^plan\/[^/]+(\/(text|activities|versions|data))?$/,
  /^plan\/[^/]+\/indicators\/\d{1,15}$/,
  /^news$/,
  /^news\/[^/]+$/,
  /^press$/,
  /^campaigns\/[^/]+$/,
] as const;

/** Between the parts of a page's address within the picture's, since `/` parts it; codes and slugs never hold it. */
const between = '~';

/** `/plan/pec/text` → `/og/plan~pec~text.png`; null when the page has none. */
export function pictureAddress(pathname: string): string | null {
  const page = pathname.replace(/^\/|\/$/g, '');
  if (page.includes(between) || !picturedPages.some((pattern) => pattern.test(page))) return null;
  return `/og/${page === '' ? 'home' : page.replaceAll('/', between)}.png`;
}

/** The parts of the page that a picture is of; null when it is of none. */
export function picturedPage(picture: string): readonly string[] | null {
  const [, name] = /^(.+)\.png$/.exec(picture) ?? [];
  if (name === undefined) return null;
  const page = name === 'home' ? '' : name.replaceAll(between, '/');
  return picturedPages.some((pattern) => pattern.test(page)) ? page.split('/').filter(Boolean) : null;
}
