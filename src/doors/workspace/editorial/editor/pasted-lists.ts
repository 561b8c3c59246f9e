/**
 * Word writes a list as paragraphs that say `mso-list:l0 level2 lfo1` and carry their bullet or number as text. They become lists
 * again, one inside another by their level.
 */
export function listsFromWord(body: HTMLElement): void {
  let open: { list: Element; level: number }[] = [];
  let last: Element | null = null;
  for (const line of body.querySelectorAll<HTMLElement>('p,h1,h2,h3,h4,h5,h6')) {
    const level = Number(/mso-list:[^;]*level(\d+)/i.exec(line.getAttribute('data-look') ?? '')?.[1] ?? 0);
    if (level === 0 || /mso-list:\s*none/i.test(line.getAttribute('data-look') ?? '')) continue;
    // A paragraph between two items ends the list.
    if (last === null || nextElement(last) !== line) open = [];
    const kind = takeMark(line) ? 'ol' : 'ul';
    while (open.length > 0 && open.at(-1)!.level > level) open.pop();
    if (open.length === 0 || open.at(-1)!.level < level) {
      const list = body.ownerDocument.createElement(kind);
      const holder = open.at(-1)?.list.lastElementChild;
      if (holder) holder.append(list);
      else line.before(list);
      open.push({ list, level });
    }
    const item = body.ownerDocument.createElement('li');
    const words = body.ownerDocument.createElement('p');
    words.append(...line.childNodes);
    item.append(words);
    open.at(-1)!.list.append(item);
    line.remove();
    last = open[0]!.list;
  }
}

const nextElement = (element: Element) => element.nextElementSibling;

/** Takes away the bullet or number that stands as text before an item; whether it was a number. */
function takeMark(line: HTMLElement): boolean {
  const mark = [...line.querySelectorAll<HTMLElement>('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('data-look') ?? ''),
  );
  const text = (mark?.textContent ?? '').replaceAll('\u00a0', ' ').trim();
  mark?.remove();
  return /^[\da-z]{1,4}[.)]$/i.test(text) && text !== 'o';
}
