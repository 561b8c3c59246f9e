import type { Letter } from '#domains/channels/index.ts';

const paragraph =
  '<tr><td style="padding:0 32px;font-family:Verdana,Arial,sans-serif;font-size:17px;line-height:26px;color:#1d2027;">La administración cuenta a la ciudadanía cómo avanza cada obra del barrio, qué falta y cuándo se entrega. Quien quiera saber más puede ir a la audiencia del jueves.</td></tr>\n';

/** A letter such that each message is of 35 kB, with each one's own in six places. */
export const benchLetter: Letter = {
  subject: 'Hola, {{first_name|vecino}}: así va el plan',
  html: `<!doctype html><html lang="es"><body><table>\n<tr><td>Hola, {{first_name|vecino}} de {{region|la ciudad}}.</td></tr>\n${paragraph.repeat(96)}<tr><td><a href="{{preferences}}">Cambiar lo que recibo</a> · <a href="{{one_click}}">No quiero más</a></td></tr>\n</table></body></html>\n`,
  text: `Hola, {{first_name|vecino}}.\n\n${'La administración cuenta a la ciudadanía cómo avanza cada obra del barrio, qué falta y cuándo se entrega.\n'.repeat(30)}\nNo quiero más: {{one_click}}\n`,
  language: 'es',
};
