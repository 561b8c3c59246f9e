import { z } from 'zod';
import { dispatchStates } from '#domains/channels/index.ts';
import { contentLines, homeBlocks, informationClasses } from '#domains/editorial/index.ts';
import { day, id, instant, items, person, sha256 } from './parts.ts';
import { piece } from './pieces.ts';

const means = z.enum(['portal', 'intranet', 'mail', 'screen', 'by_hand', 'push']);

export const channels = items(
  z.strictObject({
    code: z.string(),
    name: z.string(),
    means,
    class: z.enum(['ATL', 'BTL', 'digital']),
    mode: z.enum(['online', 'offline']),
    public: z.boolean(),
    closedAt: instant.nullable(),
  }),
);

const dispatchFields = {
  id,
  channel: z.string(),
  channelName: z.string(),
  means,
  public: z.boolean(),
  source: z.strictObject({ type: z.string(), id: z.string() }),
  title: z.string(),
  class: z.enum(informationClasses),
  contentSha256: sha256,
  state: z.enum(dispatchStates),
  dueAt: instant,
  scheduledBy: person.nullable(),
  scheduledByName: z.string().nullable(),
  scheduledAt: instant,
  attempts: z.int(),
  deliveredAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  error: z.string().nullable(),
};
const listedDispatch = z.strictObject(dispatchFields);

const image = z.strictObject({
  file: z.uuid(),
  src: z.string(),
  srcset: z.string().nullable(),
  alt: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  focus: z.string(),
  credit: z.string(),
  plate: z.boolean().optional(),
});
const media = z.array(z.enum(['image', 'video', 'audio', 'document']));
const made = z.strictObject({ wrote: z.array(z.string()), approved: z.string().nullable(), position: z.string() });

/** What leaves of a piece by one channel. */
const print = z.strictObject({
  sheet: z.enum(['card', 'leaflet', 'poster']),
  paper: z.enum(['letter', 'half_letter', 'tabloid', 'a3', 'a4', 'a5']),
  title: z.string(),
  lead: z.string(),
  text: z.array(z.strictObject({ is: z.enum(['heading', 'paragraph', 'item']), text: z.string(), mark: z.string().optional() })),
  call: z.string(),
  when: z.string(),
  where: z.string(),
  address: z.string(),
  picture: z
    .strictObject({
      file: z.uuid(),
      alt: z.string(),
      credit: z.string(),
      width: z.number(),
      height: z.number(),
      focalX: z.number(),
      focalY: z.number(),
      whole: z.boolean(),
    })
    .nullable(),
  house: z.strictObject({ name: z.string(), unit: z.string(), colour: z.string(), emblem: z.uuid().nullable() }),
});

const snapshot = z
  .strictObject({
    kind: z.string(),
    title: z.string(),
    lead: z.string(),
    text: z.string(),
    html: z.string(),
    path: z.string().nullable(),
    image: image.nullable(),
    plate: z.boolean(),
    topic: z.string().nullable(),
    fields: z.record(z.string(), z.string()),
    files: z.array(z.uuid()),
    media,
    words: z.int(),
    made,
    /** By mail: how it greets, whose it says it is, and its number. */
    greeting: z.string(),
    masthead: z.string().nullable(),
    number: z.string().nullable(),
    // On screens: what its code is good for and where it leads, and until when it stands.
    call: z.string().optional(),
    address: z.string().optional(),
    expiresOn: day.nullable().optional(),
    /** On paper: each sheet as it is drawn. */
    prints: z.array(print).optional(),
  })
  .meta({ id: 'Snapshot' });

export const desk = z.strictObject({
  piece,
  approved: z.boolean(),
  channels: z.array(
    z.strictObject({ code: z.string(), name: z.string(), means, public: z.boolean(), hindered: z.enum(['class', 'kind']).nullable() }),
  ),
  dispatches: z.array(listedDispatch),
  /** By the channel's code. */
  previews: z.record(z.string(), snapshot),
  maySend: z.boolean(),
  mayWithdraw: z.boolean(),
});

export const scheduled = z.strictObject({ dispatches: z.array(id) });
export const stopped = z.strictObject({ stopped: z.int() });
export const withdrawn = z.strictObject({ channels: z.array(z.string()) });

export const dispatches = z.strictObject({
  items: z.array(listedDispatch),
  total: z.int(),
  standing: z.strictObject({
    scheduled: z.int(),
    waiting: z.int(),
    failed: z.int(),
    unknown: z.int(),
    nextAt: instant.nullable(),
    today: z.int(),
  }),
});

export const dispatch = z.strictObject({
  dispatch: z.strictObject({ ...dispatchFields, snapshot }),
  moves: z.array(z.strictObject({ state: z.enum(dispatchStates), at: instant, person: z.string().nullable(), note: z.string() })),
  mails: z.strictObject({ sent: z.int(), waiting: z.int(), refused: z.int(), unknown: z.int() }),
  receipts: z.strictObject({ seen: z.int(), confirmed: z.int() }),
});

const publicationFields = {
  piece: id,
  dispatch: id,
  channel: z.string(),
  slug: z.string(),
  kind: z.string(),
  title: z.string(),
  lead: z.string(),
  image: image.nullable(),
  topic: z.string().nullable(),
  unit: id.nullable(),
  unitName: z.string().nullable(),
  campaign: id.nullable(),
  campaignCode: z.string().nullable(),
  campaignName: z.string().nullable(),
  line: z.enum(contentLines).nullable(),
  regions: z.array(z.string()),
  publishedAt: instant,
  updatedAt: instant.nullable(),
  expiresOn: day.nullable(),
  words: z.int(),
};

const choice = z.strictObject({ code: z.string(), name: z.string() });
export const news = z.strictObject({
  items: z.array(z.strictObject(publicationFields)),
  total: z.int(),
  options: z.strictObject({
    kinds: z.array(z.string()),
    units: z.array(z.strictObject({ id, name: z.string() })),
    campaigns: z.array(choice),
    regions: z.array(choice),
  }),
  months: z.array(z.string()),
});

export const newsItem = z.union([
  /** The address that it has now. */
  z.strictObject({ moved: z.string() }),
  z.strictObject({
    ...publicationFields,
    html: z.string(),
    text: z.string(),
    made: made.nullable(),
    media,
    state: z.enum(['out', 'expired', 'withdrawn', 'replaced']),
    withdrawnAt: instant.nullable(),
    reason: z.string(),
  }),
]);

const options = {
  lead: z.strictObject({ piece: id.nullable() }),
  news: z.strictObject({ count: z.int(), kind: z.string().nullable() }),
  notice: z.strictObject({ text: z.string() }),
  campaign: z.strictObject({ code: z.string() }),
  plan: z.strictObject({}),
  press: z.strictObject({ count: z.int() }),
  text: z.strictObject({ text: z.string() }),
  links: z.strictObject({ links: z.array(z.strictObject({ label: z.string(), href: z.string() })) }),
} satisfies Record<(typeof homeBlocks)[number], z.ZodType>;

/** Those of the plain page, until somebody composes it, have the id 0. */
export const home = z.strictObject({
  blocks: z.array(
    z.union(homeBlocks.map((block) => z.strictObject({ id, block: z.literal(block), title: z.string(), options: options[block] }))),
  ),
  composed: z.boolean(),
});
