import { attributes, element, escaped } from '#platform/text/markup.ts';
import type { Entry, Feed, FeedForm } from './feed.ts';

const heads = '<?xml version="1.0" encoding="UTF-8"?>\n';
const leaf = (name: string, text: string, values: Record<string, string> = {}) => element(name, values, escaped(text));
const empty = (name: string, values: Record<string, string>) => `<${name}${attributes(values)}/>`;

/** RSS 2.0 (RSS Advisory Board), with the namespaces that readers know. */
function rss(feed: Feed): string {
  const item = (one: Entry) =>
    element(
      'item',
      {},
      [
        leaf('title', one.title),
        leaf('link', one.address),
        leaf('guid', one.id, { isPermaLink: 'false' }),
        leaf('pubDate', one.publishedAt.toUTCString()),
        leaf('description', one.summary),
        leaf('content:encoded', one.html),
        ...one.categories.map((category) => leaf('category', category)),
        one.image ? empty('media:content', { url: one.image.address, medium: 'image' }) : '',
      ].join(''),
    );
  const channel = [
    leaf('title', feed.title),
    leaf('link', feed.home),
    leaf('description', feed.title),
    leaf('language', 'es-co'),
    leaf('lastBuildDate', feed.updatedAt.toUTCString()),
    empty('atom:link', { href: feed.self, rel: 'self', type: 'application/rss+xml' }),
    ...feed.entries.map(item),
  ].join('\n');
  return (
    heads +
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
      },
      element('channel', {}, channel),
    )
  );
}

/** Atom (RFC 4287). */
function atom(feed: Feed): string {
  const entry = (one: Entry) =>
    element(
      'entry',
      {},
      [
        leaf('id', one.id),
        leaf('title', one.title),
        empty('link', { href: one.address, rel: 'alternate', type: 'text/html' }),
        leaf('published', one.publishedAt.toISOString()),
        leaf('updated', one.updatedAt.toISOString()),
        one.summary ? leaf('summary', one.summary) : '',
        leaf('content', one.html, { type: 'html' }),
        ...one.categories.map((term) => empty('category', { term })),
      ].join(''),
    );
  return (
    heads +
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'es-CO' },
      [
        leaf('id', feed.self),
        leaf('title', feed.title),
        empty('link', { href: feed.self, rel: 'self' }),
        empty('link', { href: feed.home, rel: 'alternate', type: 'text/html' }),
        leaf('updated', feed.updatedAt.toISOString()),
        element('author', {}, leaf('name', feed.house)),
        ...feed.entries.map(entry),
      ].join('\n'),
    )
  );
}

/** JSON Feed 1.1 (jsonfeed.org). */
function json(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: 'es-CO',
    authors: [{ name: feed.house, url: feed.origin }],
    items: feed.entries.map((one) => ({
      id: one.id,
      url: one.address,
      title: one.title,
      ...(one.summary ? { summary: one.summary } : {}),
      content_html: one.html,
      date_published: one.publishedAt.toISOString(),
      date_modified: one.updatedAt.toISOString(),
      tags: one.categories,
      ...(one.image ? { image: one.image.address } : {}),
    })),
  });
}

export const feedWriters: Readonly<Record<FeedForm, { readonly write: (feed: Feed) => string; readonly type: string }>> = {
  rss: { write: rss, type: 'application/rss+xml' },
  atom: { write: atom, type: 'application/atom+xml' },
  json: { write: json, type: 'application/feed+json' },
};
