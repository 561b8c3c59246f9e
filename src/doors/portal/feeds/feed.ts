import { createHash } from 'node:crypto';
import { portalKinds, wholeNews, type PublicationPage } from '#domains/editorial/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Visit } from '#platform/http/visit.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { NotFound } from '#platform/refusal.ts';

export const feedForms = ['rss', 'atom', 'json'] as const;
export type FeedForm = (typeof feedForms)[number];

/** What any form of feed says: whose it is, where, and its entries, the newest first. */
export interface Feed {
  readonly title: string;
  readonly house: string;
  readonly origin: string;
  /** Its own address. */
  readonly self: string;
  readonly home: string;
  readonly updatedAt: Date;
  readonly entries: readonly Entry[];
}

export interface Entry {
  /** The same for ever, also when its address changes (RFC 4151). */
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  /** With whole addresses: a reader shows it elsewhere. */
  readonly html: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly categories: readonly string[];
  readonly image: { readonly address: string; readonly type: string } | null;
}

const newest = 40;

/** The feed of all that is out on the portal, or of one kind. @throws NotFound for a kind that the portal does not show */
export async function feedOf(ctx: Ctx, visit: Visit, self: string, kind?: string): Promise<Feed> {
  if (kind !== undefined && !portalKinds.includes(kind)) throw new NotFound(`feed ${kind}`);
  const [{ kind: sort, name }, news] = await Promise.all([institutionOf(ctx), wholeNews(ctx, newest, kind ? [kind] : undefined)]);
  const house = `${sort} ${name}`.trim();
  const words = say('es');
  return {
    title: kind ? `${house}: ${words(`pieces.kind.${kind}`)}` : `${house}: ${words('news.news')}`,
    house,
    origin: visit.origin,
    self: visit.origin + self,
    home: `${visit.origin}/news`,
    updatedAt: new Date(Math.max(0, ...news.map((one) => new Date(one.updatedAt ?? one.publishedAt).getTime()))),
    entries: news.map((one) => entryOf(one, visit.origin)),
  };
}

function entryOf(one: PublicationPage, origin: string): Entry {
  const host = new URL(origin).host.replace(/:.*/, '');
  return {
    id: `tag:${host},2026:piece-${one.piece}`,
    address: `${origin}/news/${one.slug}`,
    title: one.title,
    summary: one.lead,
    html: one.html.replace(/ (href|src|poster)="\//g, ` $1="${origin}/`).replace(/ srcset="[^"]*"/g, ''),
    publishedAt: new Date(one.publishedAt),
    updatedAt: new Date(one.updatedAt ?? one.publishedAt),
    categories: [say('es')(`pieces.kind.${one.kind}`), ...(one.topic ? [one.topic] : [])],
    image: one.image && { address: origin + one.image.src, type: 'image/webp' },
  };
}

/** A feed as it leaves: who holds it already gets 304. */
export function feedAnswer(body: string, type: string): Response {
  return new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    },
  });
}
