import { element, escaped } from '#platform/text/markup.ts';
import { mailBody, mailFile, mailHeading, mailParagraph, type MailDrawing } from './body-mail.ts';
import { kindOf } from './kinds.ts';
import { factRows, type Drawable } from './piece-html.ts';

const elsewhere = new Set(['lead', 'image', 'topic', 'place', 'number']);

/** What a piece says below its title and lead, as a letter shows it. */
export function mailPiece(piece: Drawable, drawing: MailDrawing): string {
  const held = kindOf(piece.kind)
    .fields.filter(({ code }) => !elsewhere.has(code))
    .flatMap((field) => {
      const value = piece.fields[field.code];
      return value === undefined || value === '' ? [] : [{ field, value }];
    });
  const files = held.flatMap(({ value }) => {
    const asset = typeof value === 'string' ? undefined : drawing.assets.get(value.asset);
    return asset && asset.kind !== 'image' ? [mailFile(asset, '', drawing)] : [];
  });
  const told = held.flatMap(({ field, value }) =>
    field.type === 'text' && typeof value === 'string'
      ? [(field.code === 'post' ? '' : mailHeading(drawing.say(`pieces.field.${field.code}`))) + mailText(value, drawing)]
      : [],
  );
  const facts = held.flatMap(({ field, value }) =>
    factRows(field, value, drawing).map(([name, says]) => mailParagraph(`${element('strong', {}, name)}: ${says}`)),
  );
  const place = piece.fields.place;
  const dateline = typeof place === 'string' && place !== '' ? mailParagraph(element('strong', {}, escaped(place))) : '';
  return [dateline, mailBody(piece.body, drawing), ...told, ...facts, ...files].filter((part) => part !== '').join('\n');
}

/** Plain words as a letter shows them: paragraphs are kept, lines stay lines, and addresses can be pressed. */
export function mailText(words: string, { tone }: Pick<MailDrawing, 'tone'>): string {
  return words
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) =>
      mailParagraph(
        escaped(part.trim())
          .replace(/https?:\/\/[^\s)<>"]+/g, (address) => `<a href="${address}" style="color:${tone};">${address}</a>`)
          .replaceAll('\n', '<br>'),
      ),
    )
    .join('');
}
