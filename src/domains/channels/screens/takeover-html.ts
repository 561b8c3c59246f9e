import { say } from '#platform/i18n/dictionary.ts';
import { escaped } from '#platform/text/markup.ts';
import { qrSvg } from './qr.ts';
import type { Orientation } from './screen.ts';
import { clock, loud } from './slide-html.ts';
import type { TakeoverKind } from './takeovers.input.ts';

const words = say('es');

interface Said {
  readonly kind: TakeoverKind;
  readonly title: string;
  readonly text: string;
  readonly steps: readonly string[];
  readonly address: string;
}

/** What covers everything: read in grey too, by its stripes, its sign and its word. A step says its order before a colon, then why. */
export function takeoverHtml({ kind, title, text, steps, address }: Said, orientation: Orientation, origin: string): string {
  const link = address && (/^https?:\/\//.test(address) ? address : address.startsWith('/') ? origin + address : `https://${address}`);
  const step = (said: string) => {
    const [order = '', ...why] = said.split(/:\s*/);
    return `<li><b>${escaped(order)}</b>${escaped(why.join(': '))}</li>`;
  };
  return `<div class="glass takeover ${orientation}-takeover" data-kind="${kind}"><div class="stripes" aria-hidden="true"></div>
<header><span><i aria-hidden="true"></i>${escaped(words(`screens.glass.${kind}`))}</span>${clock}</header>
<main role="alert"><h1 class="voice ${title.length > 40 ? 'long' : ''}">${loud(title)}</h1>${steps.length > 0 ? `<ol>${steps.map(step).join('')}</ol>` : ''}</main>
<footer><div>${text ? `<p>${escaped(text)}</p>` : ''}<p>${escaped(words('screens.glass.by_itself'))}</p></div>${link ? qrSvg(link, escaped(words('screens.glass.code', { address: link.replace(/^https?:\/\//, '') }))) : ''}</footer><div class="stripes" aria-hidden="true"></div></div>`;
}
