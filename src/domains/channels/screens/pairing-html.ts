import { say } from '#platform/i18n/dictionary.ts';
import { escaped } from '#platform/text/markup.ts';
import { codeMinutes } from './pairing-code.ts';
import { qrSvg } from './qr.ts';

const words = say('es');

/** What a screen without a place shows: its code, and how somebody gives it one. */
export function pairingHtml(code: string, origin: string): string {
  const link = `${origin}/workspace/screens/new?code=${code}`;
  const where = origin.replace(/^https?:\/\//, '');
  return `<div class="glass pairing"><header><span class="mark">Pregón</span>${'<p class="clock"><b data-clock></b></p>'}</header>
<main><h1 class="voice">${escaped(words('screens.glass.waits'))}</h1>
<p class="code" aria-label="${[...code].join(' ')}"><span>${code.slice(0, 3)}</span><span>${code.slice(3)}</span></p>
<div class="help">${qrSvg(link, escaped(words('screens.glass.code', { address: where })))}<div><p>${escaped(words('screens.glass.how'))}</p><p>${escaped(words('screens.glass.or_point', { minutes: codeMinutes }))}</p></div></div></main>
<footer><span>${escaped(words('screens.glass.with_network', { address: where }))}</span><span data-size></span></footer></div>`;
}
