import { attributes, element, escaped } from '#platform/text/markup.ts';
import { addressOf, kindAndSize, type Drawing, type PlacedWords, type ShownAsset } from './asset-html.ts';
import { type Block, type Body, type Cell, href, type Inline, largestBody, type Mark, type TableRow } from './body.ts';

/** Wide as the column of a letter, in pixels. */
const column = 536;
const deepest = largestBody.depth * 3;

// Programs that read mail drop style sheets: what matters stands in each tag; classes are for the night alone.
const family = "font-family:'Nunito Sans',Verdana,Arial,sans-serif;";
const ink = 'color:#1d2027;';
const soft = 'color:#4b4e54;';
const text = `${family}font-size:17px;line-height:26px;${ink}`;
const heads = {
  2: `margin:20px 0 8px;${family}font-size:24px;line-height:30px;font-weight:800;letter-spacing:-0.4px;${ink}`,
  3: `margin:16px 0 4px;${family}font-size:19px;line-height:26px;font-weight:700;${ink}`,
  4: `margin:16px 0 4px;${family}font-size:17px;line-height:26px;font-weight:700;${ink}`,
} as const;
const small = `margin:6px 0 16px;${family}font-size:14px;line-height:20px;${soft}`;

/** What a letter is drawn with: the house's colour as it reads on paper, besides what any drawing needs. */
export interface MailDrawing extends Drawing {
  readonly tone: string;
}

/**
 * A body as a letter shows it: tables, styles in the tags, pictures in a form that every program reads. Addresses of the house begin
 * with `/`; who sends the letter writes before them where the house is seen from outside.
 */
export function mailBody(body: Body, drawing: MailDrawing): string {
  return blocks(body.content, drawing, 0);
}

function blocks(content: readonly Block[] | undefined, drawing: MailDrawing, depth: number): string {
  return depth > deepest ? '' : (content ?? []).map((block) => drawBlock(block, drawing, depth + 1)).join('\n');
}

function drawBlock(block: Block, drawing: MailDrawing, depth: number): string {
  switch (block.type) {
    case 'paragraph':
      return mailParagraph(line(block.content, drawing));
    case 'heading':
      return element(`h${block.attrs.level}`, { style: heads[block.attrs.level] }, line(block.content, drawing));
    case 'bulletList':
      return element('ul', { style: `margin:0 0 16px;padding:0 0 0 24px;${text}` }, items(block.content, drawing, depth));
    case 'orderedList': {
      const { start } = block.attrs;
      const style = `margin:0 0 16px;padding:0 0 0 28px;${text}`;
      return element('ol', { start: start === 1 ? null : start, style }, items(block.content, drawing, depth));
    }
    case 'blockquote': {
      const who =
        block.attrs.who === '' ? '' : element('p', { class: 'soft', style: `${small}margin-bottom:0;` }, `— ${escaped(block.attrs.who)}`);
      return boxed('quote', `border-left:4px solid ${drawing.tone};padding:2px 0 2px 16px;`, blocks(block.content, drawing, depth) + who);
    }
    case 'callout': {
      const says = element(
        'p',
        { style: `margin:0 0 4px;${text}font-weight:700;` },
        escaped(drawing.say(`news.callout.${block.attrs.tone}`)),
      );
      return boxed('note', 'background-color:#f5f4f0;padding:14px 16px 2px;', says + blocks(block.content, drawing, depth));
    }
    case 'table':
      return table(block.content, drawing, depth);
    case 'horizontalRule':
      return boxed('hair', 'border-top:1px solid #d8d7d3;font-size:0;line-height:0;', '&nbsp;');
    case 'image':
      return placed(drawing.assets.get(block.attrs.asset), block.attrs);
    case 'gallery':
      return block.attrs.images.map((one) => placed(drawing.assets.get(one.asset), one)).join('\n');
    case 'video':
    case 'audio':
    case 'file': {
      const asset = drawing.assets.get(block.attrs.asset);
      return asset ? mailFile(asset, block.attrs.title, drawing) : '';
    }
    default:
      return '';
  }
}

/** A paragraph around markup that is already safe. */
export const mailParagraph = (inside: string) => element('p', { style: `margin:0 0 16px;${text}` }, inside);

export const mailHeading = (says: string) => element('h2', { style: heads[2] }, escaped(says));

/** A film, a sound or a document is a link with what it is and how large: nothing plays in a mail. */
export function mailFile(asset: ShownAsset, title: string, drawing: MailDrawing): string {
  const link = element(
    'a',
    { href: addressOf(asset.file), style: `color:${drawing.tone};font-weight:700;` },
    escaped(title || asset.title),
  );
  return mailParagraph(`${link} ${element('span', { class: 'soft', style: soft }, `(${escaped(kindAndSize(asset, drawing.format))})`)}`);
}

/** A picture of the library where any program that reads mail can show it. */
export const pictureOf = (file: string) => `/pictures/${file}`;

function placed(asset: ShownAsset | undefined, { alt, decorative, caption }: PlacedWords): string {
  if (asset?.kind !== 'image') return '';
  const width = Math.min(column, asset.width ?? column);
  const image = `<img${attributes({
    src: pictureOf(asset.file),
    alt: decorative ? '' : alt,
    width,
    height: asset.width && asset.height ? Math.round((width * asset.height) / asset.width) : null,
    class: 'wide',
    style: `display:block;width:100%;max-width:${width}px;height:auto;border:0;${family}font-size:15px;line-height:22px;${soft}`,
  })}>`;
  const says = [caption ?? '', asset.credit].filter((part) => part !== '').join(' · ');
  return `${boxed('', '', image, says === '' ? 16 : 0)}${says === '' ? '' : element('p', { class: 'soft', style: small }, escaped(says))}`;
}

/** Outlook's engine keeps background and border of a table's cell, and of nothing else (Microsoft, «Word 2007 HTML and CSS»). */
function boxed(name: string, style: string, inside: string, below = 16): string {
  const cell = element('td', { class: name || null, style: style || null }, inside);
  return element(
    'table',
    {
      role: 'presentation',
      width: '100%',
      cellpadding: 0,
      cellspacing: 0,
      border: 0,
      style: `margin:0 0 ${below}px;border-collapse:collapse;`,
    },
    element('tr', {}, cell),
  );
}

const items = (content: readonly { readonly content: readonly Block[] }[], drawing: MailDrawing, depth: number) =>
  content.map((item) => element('li', { style: 'margin:0 0 6px;' }, inItem(item.content, drawing, depth))).join('');

/** One paragraph in an item or a cell is its words alone. */
function inItem(content: readonly Block[], drawing: MailDrawing, depth: number): string {
  const [only, ...more] = content;
  return only?.type === 'paragraph' && more.length === 0 ? line(only.content, drawing) : blocks(content, drawing, depth);
}

function table(rows: readonly TableRow[], drawing: MailDrawing, depth: number): string {
  const drawCell = (cell: Cell, scope: 'col' | 'row') => {
    const head = cell.type === 'tableHeader';
    const style = `border-bottom:1px solid ${scope === 'col' ? '#1d2027' : '#d8d7d3'};padding:8px 12px 8px 0;text-align:left;vertical-align:top;${family}font-size:15px;line-height:22px;${ink}${head ? 'font-weight:700;' : ''}`;
    return element(head ? 'th' : 'td', { scope: head ? scope : null, class: 'hair', style }, inItem(cell.content, drawing, depth));
  };
  const drawn = rows.map((row, at) => {
    const scope = at === 0 && row.content.every(({ type }) => type === 'tableHeader') ? 'col' : 'row';
    return element('tr', {}, row.content.map((cell) => drawCell(cell, scope)).join(''));
  });
  return element(
    'table',
    { width: '100%', cellpadding: 0, cellspacing: 0, border: 0, style: 'margin:0 0 20px;border-collapse:collapse;' },
    drawn.join(''),
  );
}

function line(content: readonly Inline[] | undefined, drawing: MailDrawing): string {
  const marked = (inside: string, mark: Mark): string => {
    switch (mark.type) {
      case 'bold':
        return element('strong', {}, inside);
      case 'italic':
        return element('em', {}, inside);
      case 'link': {
        const to = href.safeParse(mark.attrs.href);
        // A place within the page leads nowhere in a mail.
        return to.success && !to.data.startsWith('#') ? element('a', { href: to.data, style: `color:${drawing.tone};` }, inside) : inside;
      }
      case 'source':
        return `${inside} ${element('span', { class: 'soft', style: `${soft}font-size:14px;` }, `(${escaped(mark.attrs.source)})`)}`;
    }
  };
  return (content ?? [])
    .map((node) => (node.type === 'hardBreak' ? '<br>' : (node.marks ?? []).reduce(marked, escaped(node.text))))
    .join('');
}
