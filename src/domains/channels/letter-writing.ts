import type { Ctx } from '#platform/ctx.ts';
import { dayIn } from '#platform/clock/day.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { element, escaped } from '#platform/text/markup.ts';
import { institutionOf } from '#domains/organization/index.ts';
import type { Counting } from './counting/counted-letters.ts';
import type { Snapshot } from './dispatch.ts';
import { frameLetter } from './letter-frame.ts';
import type { Letter } from './letter.ts';

type Institution = Awaited<ReturnType<typeof institutionOf>>;

/** What a snapshot adds for whoever goes out by mail; its `html` is drawn for mail, with addresses of the house from `/`. */
export interface MailSnapshot extends Snapshot {
  /** «Hola, {{first_name|vecino}}:», or empty. */
  readonly greeting?: string;
  /** The name of what recurs, such as «Puerto al día»; null for whatever comes from the institution itself. */
  readonly masthead?: string | null;
  /** Of what is numbered. */
  readonly number?: string | null;
  readonly image?: { readonly file: string; readonly alt: string } | null;
  /** Whether the picture stands above the text. */
  readonly plate?: boolean;
}

/** Why a letter comes: one works in the house, agreed to it, or it answers for a service that was asked for. */
export type WhyWritten = 'internal' | 'subscription' | 'service' | 'alert';

export interface LetterWanted {
  readonly snapshot: MailSnapshot;
  readonly language: 'es' | 'en';
  readonly why: WhyWritten;
  /** What addresses of the house begin with. */
  readonly origin: string;
  /** What of it is counted, all together and nobody by himself: its foot says so. */
  readonly counting?: Counting;
}

/** Any mail of the house that tells something: drawn in its brand, with a text part that is written and not derived. */
export async function writeLetter(ctx: Ctx, wanted: LetterWanted): Promise<Letter> {
  return letterIn(await institutionOf(ctx), ctx.now, wanted);
}

/** The same of an institution that is known already. */
export function letterIn(
  institution: Institution,
  now: Date,
  { snapshot, language, why, origin, counting = 'none' }: LetterWanted,
): Letter {
  const say = sayIn(language);
  const house = `${institution.kind} ${institution.name}`.trim();
  const { masthead, number, image } = snapshot;
  const foot = footOf(institution, { say, house, why, counting });
  const number1 = number ? [say('letters.number', { number })] : [];
  const read = snapshot.path === null ? null : { href: origin + snapshot.path, says: say(`letters.read.${doorOf(snapshot.path)}`) };
  const html = frameLetter({
    language,
    name: masthead || house,
    house: masthead ? house : '',
    mark: [...number1, formatIn(language, institution.zone).shortDay(dayIn(now, institution.zone))],
    emblem: institution.emblem_file === null ? null : `/pictures/${institution.emblem_file}`,
    color: institution.color,
    title: snapshot.title,
    preheader: snapshot.lead,
    lead: snapshot.lead,
    plate: image && snapshot.plate ? { src: `/pictures/${image.file}`, alt: image.alt } : null,
    greeting: snapshot.greeting ?? '',
    bodyHtml: snapshot.html,
    button: read,
    footHtml: foot.html,
    origin,
  });
  const text = [
    [masthead || house, ...number1].join(' · '),
    snapshot.title,
    snapshot.lead,
    snapshot.greeting ?? '',
    wholeAddresses(snapshot.text, origin),
    read ? `${read.says}: ${read.href}` : '',
    '--',
    foot.text,
  ];
  return { subject: snapshot.title, html, text: text.filter((part) => part !== '').join('\n\n'), language };
}

const doorOf = (path: string) => (path.startsWith('/intranet/') ? 'intranet' : 'portal');

interface Foot {
  readonly say: ReturnType<typeof sayIn>;
  readonly house: string;
  readonly why: WhyWritten;
  readonly counting: Counting;
}

/** Who sends it, why it comes, how to have no more of it: of what one agreed to, by one click (RFC 8058). */
function footOf({ address, phone }: Institution, { say, house, why, counting }: Foot): { html: string; text: string } {
  const because = `${say(`letters.why.${why}`, { house })} ${say(`letters.counting.${counting}`)}`;
  const ways =
    why === 'subscription'
      ? ([
          ['{{one_click}}', say('letters.leave')],
          ['{{preferences}}', say('letters.choose')],
        ] as const)
      : [];
  const where = [house, address, phone].filter((part) => part !== '').join(' · ');
  const links = ways.map(([href, says]) => element('a', { href, style: 'color:#1d2027;' }, escaped(says))).join(' · ');
  return {
    html: [[escaped(because), links].filter((part) => part !== '').join(' '), escaped(where)].join('<br>'),
    text: [because, ...ways.map(([href, says]) => `${says}: ${href}`), where].join('\n'),
  };
}

/** In the text part an address of the house stands in brackets or after what it is called. */
function wholeAddresses(text: string, origin: string): string {
  return text.replace(/(?<=[(\s])\/(?=(?:files|news|press|plan|campaigns|intranet|request|subscription)\b)/g, `${origin}/`);
}
