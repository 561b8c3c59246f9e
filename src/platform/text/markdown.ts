import { marked } from 'marked';
import sanitize from 'sanitize-html';

/**
 * What a person wrote in Markdown as HTML that is safe to show: text, lists, tables and links, no headings above the third level (the
 * page has its own), no pictures, no scripts, no styles.
 */
export function htmlOf(markdown: string): string {
  return sanitize(marked.parse(markdown, { async: false, gfm: true }), {
    allowedTags: [
      'p',
      'br',
      'b',
      'strong',
      'i',
      'em',
      'ul',
      'ol',
      'li',
      'a',
      'blockquote',
      'h3',
      'h4',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
    ],
    allowedAttributes: { a: ['href'], ol: ['start'], th: ['scope'] },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    transformTags: {
      h1: 'h3',
      h2: 'h3',
      h5: 'h4',
      h6: 'h4',
      th: (_, attribs) => ({ tagName: 'th', attribs: { ...attribs, scope: 'col' } }),
    },
  });
}
