import { type Drawing, fileLink, figure, player } from './asset-html.ts';
import { type Block, type Body, type Cell, href, type Inline, largestBody, type Mark, type TableRow } from './body.ts';
import { attributes, element, escaped } from '#platform/text/markup.ts';

// Deeper than any body that is let in: what comes round the edge ends here and not in the stack.
const deepest = largestBody.depth * 3;

/**
 * A body as HTML that says what each part is, and holds nothing but what is drawn here: every word escaped, every link one of those
 * that `href` lets in, every address of a file made from the asset's own id. Assets that are not there leave nothing.
 */
export function drawBody(body: Body, drawing: Drawing): string {
  return blocks(body.content, drawing, 0);
}

function blocks(content: readonly Block[], drawing: Drawing, depth: number): string {
  return depth > deepest
    ? ''
    : list(content)
        .map((block) => drawBlock(block, drawing, depth + 1))
        .join('\n');
}

function drawBlock(block: Block, drawing: Drawing, depth: number): string {
  const { assets, say } = drawing;
  switch (block?.type) {
    case 'paragraph':
      return element('p', {}, line(block.content));
    case 'heading':
      return element(`h${[2, 3, 4].includes(block.attrs?.level) ? block.attrs.level : 2}`, {}, line(block.content));
    case 'bulletList':
      return element('ul', {}, items(block.content, drawing, depth));
    case 'orderedList': {
      const start = Number(block.attrs?.start);
      return element('ol', { start: Number.isInteger(start) && start !== 1 ? start : null }, items(block.content, drawing, depth));
    }
    case 'blockquote':
      return element(
        'blockquote',
        { class: 'quote' },
        blocks(block.content, drawing, depth) +
          (block.attrs?.who ? element('footer', {}, element('cite', {}, escaped(block.attrs.who))) : ''),
      );
    case 'callout': {
      const tone = ['note', 'warning', 'help'].includes(block.attrs?.tone) ? block.attrs.tone : 'note';
      return element(
        'aside',
        { class: `callout ${tone}`, 'aria-label': say(`news.callout.${tone}`) },
        element('p', { class: 'callout-says' }, escaped(say(`news.callout.${tone}`))) + blocks(block.content, drawing, depth),
      );
    }
    case 'table':
      return table(list(block.content), drawing, depth);
    case 'horizontalRule':
      return '<hr>';
    case 'image': {
      const asset = assets.get(block.attrs?.asset);
      return asset?.kind === 'image' ? figure(asset, block.attrs) : '';
    }
    case 'gallery': {
      const shown = list(block.attrs?.images).flatMap((placed) => {
        const asset = assets.get(placed?.asset);
        return asset?.kind === 'image' ? [element('li', {}, figure(asset, placed, '(min-width: 48rem) 19rem, 50vw'))] : [];
      });
      return shown.length === 0 ? '' : element('ul', { class: 'gallery' }, shown.join(''));
    }
    case 'video':
    case 'audio':
    case 'file': {
      const asset = assets.get(block.attrs?.asset);
      if (!asset) return '';
      const title = typeof block.attrs.title === 'string' ? block.attrs.title : '';
      return asset.kind === 'video' || asset.kind === 'audio' ? player(asset, { title }, drawing) : fileLink(asset, title, drawing);
    }
    default:
      return '';
  }
}

const list = <T>(value: readonly T[] | undefined): readonly T[] => (Array.isArray(value) ? value : []);

const items = (content: readonly { readonly content: readonly Block[] }[], drawing: Drawing, depth: number) =>
  list(content)
    .map((item) => element('li', {}, blocks(item?.content, drawing, depth)))
    .join('');

/** Heads of the first row head their columns; any other heads its row. A wide table scrolls in itself, also by keyboard. */
function table(rows: readonly TableRow[], drawing: Drawing, depth: number): string {
  const isHead = (row: TableRow | undefined) =>
    list(row?.content).length > 0 && list(row?.content).every(({ type }) => type === 'tableHeader');
  const draw = (row: TableRow, scope: 'col' | 'row') =>
    element(
      'tr',
      {},
      list(row?.content)
        .map((cell) => drawCell(cell, scope))
        .join(''),
    );
  const drawCell = (cell: Cell, scope: 'col' | 'row') => {
    const inside = cellInside(cell, drawing, depth);
    return cell?.type === 'tableHeader' ? element('th', { scope }, inside) : element('td', {}, inside);
  };
  const [first, ...rest] = rows;
  const head = isHead(first) ? element('thead', {}, draw(first!, 'col')) : '';
  const body = (head === '' ? rows : rest).map((row) => draw(row, 'row')).join('');
  return element(
    'div',
    { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': drawing.say('news.table') },
    element('table', {}, head + element('tbody', {}, body)),
  );
}

/** A cell with one paragraph is its words alone. */
function cellInside(cell: Cell, drawing: Drawing, depth: number): string {
  const [only, ...more] = list(cell?.content);
  return only?.type === 'paragraph' && more.length === 0 ? line(only.content) : blocks(cell?.content, drawing, depth);
}

function line(content: readonly Inline[] | undefined): string {
  return list(content)
    .map((node) => (node?.type === 'hardBreak' ? '<br>' : node?.type === 'text' ? list(node.marks).reduce(marked, escaped(node.text)) : ''))
    .join('');
}

function marked(inside: string, mark: Mark): string {
  switch (mark?.type) {
    case 'bold':
      return element('strong', {}, inside);
    case 'italic':
      return element('em', {}, inside);
    case 'link': {
      const to = href.safeParse(mark.attrs?.href);
      return to.success ? `<a${attributes({ href: to.data, rel: /^https?:/i.test(to.data) ? 'noopener' : null })}>${inside}</a>` : inside;
    }
    case 'source':
      return element('span', { class: 'sourced' }, `${inside} ${element('small', {}, `(${escaped(mark.attrs?.source)})`)}`);
    default:
      return inside;
  }
}
