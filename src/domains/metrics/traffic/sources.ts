export const sources = ['search', 'social', 'mail', 'direct', 'inside', 'other'] as const;
export type Source = (typeof sources)[number];

/** Where a view came from: its class, and the host that led here; a host says nothing of anybody. */
export interface Origin {
  readonly source: Source;
  readonly host: string;
}

const known: readonly (readonly [Source, string, RegExp])[] = [
  ['mail', 'gmail.com', /^(mail\.google\.[a-z.]+|com\.google\.android\.gm)$/],
  [
    'mail',
    'outlook.com',
    /(^|\.)outlook\.(live|office|office365)\.com$|^outlook\.(cloud\.microsoft|com)$|^com\.microsoft\.office\.outlook$/,
  ],
  ['mail', 'yahoo.com', /(^|\.)mail\.yahoo\.com$/],
  ['mail', 'correo', /^(webmail|correo|mail|email)\./],
  ['search', 'google.com', /(^|\.)google\.[a-z]{2,3}(\.[a-z]{2})?$|^com\.google\.android\.googlequicksearchbox$/],
  ['search', 'bing.com', /(^|\.)bing\.com$/],
  ['search', 'duckduckgo.com', /(^|\.)duckduckgo\.com$/],
  ['search', 'yahoo.com', /(^|\.)search\.yahoo\.com$/],
  ['search', 'ecosia.org', /(^|\.)ecosia\.org$/],
  ['search', 'brave.com', /^search\.brave\.com$/],
  ['search', 'yandex', /(^|\.)(yandex\.[a-z]{2,3}|ya\.ru)$/],
  ['search', 'baidu.com', /(^|\.)baidu\.com$/],
  ['search', 'startpage.com', /(^|\.)startpage\.com$/],
  ['search', 'qwant.com', /(^|\.)qwant\.com$/],
  ['social', 'facebook.com', /(^|\.)(facebook\.com|fb\.me|messenger\.com)$|^com\.facebook\./],
  ['social', 'instagram.com', /(^|\.)instagram\.com$|^com\.instagram\./],
  ['social', 'x.com', /(^|\.)(x\.com|twitter\.com|t\.co)$/],
  ['social', 'whatsapp.com', /(^|\.)(whatsapp\.com|wa\.me)$|^com\.whatsapp/],
  ['social', 'youtube.com', /(^|\.)(youtube\.com|youtu\.be)$/],
  ['social', 'tiktok.com', /(^|\.)tiktok\.com$/],
  ['social', 'linkedin.com', /(^|\.)(linkedin\.com|lnkd\.in)$|^com\.linkedin\./],
  ['social', 'telegram.org', /(^|\.)(telegram\.org|t\.me)$|^org\.telegram\./],
  ['social', 'threads.net', /(^|\.)threads\.(net|com)$/],
  ['social', 'reddit.com', /(^|\.)reddit\.com$/],
  ['social', 'pinterest.com', /(^|\.)pinterest\.[a-z]{2,3}$/],
  ['social', 'bsky.app', /(^|\.)bsky\.app$/],
];

/** What a link says of itself in `utm_medium`. */
const media: Readonly<Record<string, Source>> = {
  email: 'mail',
  mail: 'mail',
  correo: 'mail',
  newsletter: 'mail',
  boletin: 'mail',
  social: 'social',
  redes: 'social',
  rrss: 'social',
};

const nowhere: Origin = { source: 'direct', host: '' };

/**
 * The class of the address that led here (`Referer`, an application's `android-app://…`, or none); of it only the host is kept, and
 * of the great ones one name for all of theirs.
 */
export function originOf(referrer: string, own: readonly string[], medium = ''): Origin {
  if (referrer === '' && medium === '') return nowhere;
  const address = URL.canParse(referrer) ? new URL(referrer) : null;
  const host = address?.hostname.toLowerCase() ?? '';
  if (host !== '' && (own.includes(host) || own.includes(address!.host.toLowerCase()))) return { source: 'inside', host: '' };
  const great = known.find(([, , those]) => those.test(host));
  const told = media[medium.toLowerCase()];
  const name = great?.[1] ?? host.replace(/^www\./, '').slice(0, 100);
  if (told) return { source: told, host: great?.[0] === told ? name : '' };
  if (host === '') return nowhere;
  return { source: great?.[0] ?? 'other', host: name };
}
