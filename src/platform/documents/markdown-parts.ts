import { marked, type Token, type Tokens } from 'marked';
import type { Run } from '#platform/documents/writer.ts';

/** What a text of the plan is made of, for a document that is not a page. */
export type Part =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'table'; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Markdown as paragraphs, headings, lists and tables; lists within lists follow in line, and HTML is text without its tags. */
export function partsOf(markdown: string): Part[] {
  return marked.lexer(markdown, { gfm: true }).flatMap(partOf);
}

function partOf(token: Token): Part[] {
  if (token.type === 'paragraph' || token.type === 'text') return [{ kind: 'paragraph', runs: runsOf(token) }];
  if (token.type === 'heading') return [{ kind: 'heading', runs: runsOf(token) }];
  if (token.type === 'blockquote') return (token as Tokens.Blockquote).tokens.flatMap(partOf);
  if (token.type === 'code') return [{ kind: 'paragraph', runs: [{ text: (token as Tokens.Code).text }] }];
  if (token.type === 'html') return [{ kind: 'paragraph', runs: [{ text: plain(token.raw) }] }];
  if (token.type === 'list') {
    const { ordered, items } = token as Tokens.List;
    return [
      {
        kind: 'list',
        ordered,
        items: items.map((item) =>
          item.tokens.flatMap((inner, at) => [
            ...(at > 0 ? [{ text: ' ' }] : []),
            ...(inner.type === 'list' ? innerList(inner as Tokens.List) : runsOf(inner)),
          ]),
        ),
      },
    ];
  }
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return [{ kind: 'table', heads: header.map(({ text }) => text), rows: rows.map((row) => row.map(({ text }) => text)) }];
  }
  return [];
}

const innerList = (list: Tokens.List): Run[] =>
  list.items.flatMap((item, at) => [{ text: at > 0 ? '; ' : '' }, ...item.tokens.flatMap(runsOf)]);

function runsOf(token: Token): Run[] {
  const inner = 'tokens' in token && token.tokens ? token.tokens.flatMap(runsOf) : null;
  if (token.type === 'strong') return (inner ?? []).map((run) => ({ ...run, bold: true }));
  if (token.type === 'em') return (inner ?? []).map((run) => ({ ...run, italic: true }));
  if (token.type === 'link')
    return safe((token as Tokens.Link).href) ? (inner ?? []).map((run) => ({ ...run, link: (token as Tokens.Link).href })) : (inner ?? []);
  if (token.type === 'br') return [{ text: '\n' }];
  if (token.type === 'html') return [{ text: plain(token.raw) }];
  return inner ?? [{ text: 'text' in token && typeof token.text === 'string' ? unescaped(token.text) : '' }];
}

const safe = (href: string) => /^(https?:|mailto:|tel:)/i.test(href);
const plain = (html: string) => unescaped(html.replace(/<[^>]*>/g, ''));
const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
