import { listsFromWord } from './pasted-lists.ts';

const gone =
  'script,style,meta,link,title,xml,object,embed,iframe,svg,img,video,audio,canvas,form,input,select,textarea,button,template,noscript';

/**
 * What was pasted from Word, Google Docs, LibreOffice or a web page, as plain HTML: headings from the second level down, lists that
 * are lists, bold and italic that mean it, links that lead where they say. The editor's schema takes what it knows of it. What the
 * editor itself copied is left as it is.
 */
export function cleanPasted(html: string): string {
  if (/data-pm-slice/.test(html)) return html;
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  dropComments(body);
  listsFromWord(body);
  for (const element of body.querySelectorAll(gone)) element.remove();
  for (const element of body.querySelectorAll('[hidden],[data-look]')) if (hides(element)) element.remove();
  for (const element of [...body.querySelectorAll('*')].filter(({ localName }) => localName.includes(':'))) unwrap(element);
  lowerHeadings(body);
  for (const element of body.querySelectorAll<HTMLElement>('b,strong,i,em,span,font,a,u,ins,sub,sup')) mean(element);
  for (const cell of body.querySelectorAll<HTMLTableCellElement>('td,th')) straighten(cell);
  for (const element of body.querySelectorAll('*')) {
    const names = element.getAttributeNames().filter((name) => name !== 'start' && !(name === 'href' && element.localName === 'a'));
    for (const name of names) element.removeAttribute(name);
  }
  for (const line of body.querySelectorAll('p,div,h2,h3,h4')) if (isBlank(line)) line.remove();
  // Between two blocks a line break is only space.
  for (const space of body.querySelectorAll('br'))
    if (space.parentElement?.querySelector(':scope > :is(p,ul,ol,table,h2,h3,h4)')) space.remove();
  return body.innerHTML;
}

/** What nobody saw where it was copied would be published unread. */
const hides = (element: Element) =>
  element.hasAttribute('hidden') ||
  /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all|(?:font-size|opacity):0(?:px|pt|em|%)?(?:;|!|$))/.test(
    (element.getAttribute('data-look') ?? '').toLowerCase().replaceAll(/\s/g, ''),
  );

const isBlank = (element: Element) =>
  element.querySelector(':not(br)') === null && (element.textContent ?? '').replaceAll('\u00a0', ' ').trim() === '';

/** What a style says is read, never applied, and a script's handle is none: even a document that nobody sees would break the Content-Security-Policy. */
function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/([\s"'/])style(\s*=)/gi, '$1data-look$2').replace(/([\s"'/])on\w+(\s*=)/gi, '$1data-off$2'),
    );
}

function dropComments(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
}

/** The title of a piece is its only first heading: a pasted text with one goes down a level, and nothing goes below the fourth. */
function lowerHeadings(body: HTMLElement): void {
  for (const title of body.querySelectorAll('p.MsoTitle,p.title')) rename(title, 'h1');
  const down = body.querySelector('h1') ? 1 : 0;
  for (const heading of body.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    rename(heading, `h${Math.min(4, Math.max(2, Number(heading.localName[1]) + down))}`);
  }
}

/** Bold, italic and links by what they do, not by what they are called. */
function mean(element: HTMLElement): void {
  const look = (element.getAttribute('data-look') ?? '').toLowerCase().replaceAll(' ', '');
  const weight = /(?:^|;)font-weight:(\w+)/.exec(look)?.[1];
  const heavy = weight === undefined ? /^(b|strong)$/.test(element.localName) : weight === 'bold' || Number(weight) >= 600;
  const slanted =
    /(?:^|;)font-style:(italic|oblique)/.test(look) || (/^(i|em)$/.test(element.localName) && !look.includes('font-style:normal'));
  if (element.localName === 'a') {
    const href = leading(element.getAttribute('href') ?? '');
    if (href) return element.setAttribute('href', href);
  }
  const inHeading = element.closest('h1,h2,h3,h4,th') !== null;
  if (heavy && !inHeading) wrapInside(element, 'strong');
  if (slanted) wrapInside(element, 'em');
  unwrap(element);
}

/** Where a link really leads: without a search engine's detour, and never a file of somebody's disk or a script. */
function leading(href: string): string | null {
  const address = URL.parse(href);
  if (!address || !/^(https?|mailto|tel):$/.test(address.protocol)) return null;
  const asked = /(^|\.)google\.[a-z.]+$/.test(address.hostname) && address.pathname === '/url' ? address.searchParams.get('q') : null;
  return asked ? leading(asked) : href;
}

/** A text's tables are plain grids: a wide cell leaves empty ones beside it. */
function straighten(cell: HTMLTableCellElement): void {
  for (let more = Math.min(cell.colSpan, 30) - 1; more > 0; more -= 1) cell.after(cell.ownerDocument.createElement(cell.localName));
}

function rename(element: Element, name: string): void {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
}

function wrapInside(element: Element, name: string): void {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.append(made);
}

const unwrap = (element: Element) => element.replaceWith(...element.childNodes);
