import { element, escaped } from '#platform/text/markup.ts';

interface Letter {
  readonly language: string;
  readonly title: string;
  readonly lead: string;
  readonly text: string;
  readonly link: { readonly href: string; readonly says: string } | null;
  readonly house: string;
  readonly why: string;
}

const family = "font-family:'Nunito Sans',Verdana,Arial,sans-serif;";
const ink = 'color:#1d2027;';
const soft = 'color:#4b4e54;';

/**
 * A mail as HTML: one column of at most 600 px, all that matters in the tags, because readers of mail drop style sheets. Nothing is
 * fetched from anywhere: nobody learns whether it was opened.
 */
export function mailHtml({ language, title, lead, text, link, house, why }: Letter): string {
  const row = (style: string, inside: string) => element('tr', {}, element('td', { style: `padding:0 32px;${style}` }, inside));
  const paragraphs = text
    .split(/\n{2,}/)
    .map((part) => element('p', { style: `margin:0 0 16px;${family}font-size:17px;line-height:26px;${ink}` }, linked(part)))
    .join('');
  const button = link
    ? element(
        'a',
        {
          href: link.href,
          style: `display:inline-block;padding:12px 20px;background-color:#0943b5;color:#ffffff;${family}font-size:17px;line-height:22px;font-weight:700;text-decoration:none;border-radius:4px;`,
        },
        escaped(link.says),
      )
    : '';
  const rows = [
    row(`padding-top:24px;${family}font-size:14px;line-height:20px;${soft}`, escaped(house)),
    row(
      '',
      element(
        'h1',
        { style: `margin:12px 0;${family}font-size:30px;line-height:38px;font-weight:400;letter-spacing:-0.4px;${ink}` },
        escaped(title),
      ),
    ),
    lead === '' ? '' : row('', element('p', { style: `margin:0 0 20px;${family}font-size:20px;line-height:28px;${soft}` }, linked(lead))),
    row('border-top:1px solid #1d2027;padding-top:20px;', paragraphs),
    button === '' ? '' : row('padding-bottom:28px;', button),
    row(`padding-top:16px;padding-bottom:28px;background-color:#f5f4f0;${family}font-size:14px;line-height:22px;${soft}`, escaped(why)),
  ].join('');
  const table = element(
    'table',
    { role: 'presentation', width: '100%', cellpadding: 0, cellspacing: 0, border: 0, style: 'max-width:600px;background-color:#fcfbf9;' },
    rows,
  );
  return `<!doctype html>${element(
    'html',
    { lang: language },
    element(
      'head',
      {},
      `<meta charset="utf-8"><meta name="viewport" content="width=device-width">${element('title', {}, escaped(title))}`,
    ) + element('body', { style: 'margin:0;padding:0;background-color:#fcfbf9;' }, element('div', { align: 'center' }, table)),
  )}`;
}

/** Addresses in the text can be pressed; lines stay lines. */
function linked(text: string): string {
  return escaped(text)
    .replace(/https?:\/\/[^\s)]+/g, (address) => `<a href="${address}" style="color:#0943b5;">${address}</a>`)
    .replaceAll('\n', '<br>');
}
