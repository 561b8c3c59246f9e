import { subjectNames, type NamedSubject } from '#domains/organization/index.ts';
import { assetNames, editorialSubjects, memoNames } from '#domains/editorial/index.ts';
import { contactNames, purposesNow, segmentNames } from '#domains/audiences/index.ts';
import { dispatchNames, mailingNames, playlistNames, screenGroupNames, screenNames, takeoverNames } from '#domains/channels/index.ts';
import { planSubjects } from '#domains/plan/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { SubjectType } from '#platform/events/names.ts';

/** What an event happened to, as it is called now, and the page that shows it. */
export interface Subject {
  readonly name: string | null;
  readonly to?: string;
}

type Find = (ctx: Ctx, ids: readonly string[]) => Promise<readonly (Subject & { readonly id: string })[]>;

const settings = '/workspace/settings';
const named =
  (type: NamedSubject, to?: (id: string) => string): Find =>
  async (ctx, ids) =>
    [...(await subjectNames(ctx, type, ids))].map(([id, name]) => ({ id, name, ...(to ? { to: to(id) } : {}) }));

const numbered =
  (namesOf: (ctx: Ctx, ids: readonly number[]) => Promise<ReadonlyMap<number, string>>, to: (id: number) => string): Find =>
  async (ctx, ids) =>
    [...(await namesOf(ctx, ids.map(Number).filter(Number.isSafeInteger)))].map(([id, name]) => ({ id: String(id), name, to: to(id) }));

/** Where each kind of subject is found. One without a line keeps the name that its event told, and no link. */
const subjects: Partial<Readonly<Record<SubjectType, Find>>> = {
  person: named('person', (id) => `${settings}/people/${id}`),
  unit: named('unit', (id) => `${settings}/units/${id}`),
  institution: named('institution', () => `${settings}/institution`),
  agreement: named('agreement', (number) => `${settings}/agreements/texts/${number}`),
  key: named('key', () => `${settings}/keys`),
  non_working_days: named('non_working_days', () => `${settings}/calendar`),
  mail: named('mail', (id) => `/workspace/outbox/${id}`),
  file: named('file'),
  asset: async (ctx, ids) => (await assetNames(ctx, ids)).map((asset) => ({ ...asset, to: `/workspace/assets/${asset.id}` })),
  piece: async (ctx, ids) => (await editorialSubjects.piece(ctx, ids)).map((piece) => ({ ...piece, to: `/workspace/pieces/${piece.id}` })),
  election_window: async (ctx, ids) =>
    (await editorialSubjects.election_window(ctx, ids)).map((window) => ({ ...window, to: `${settings}/elections` })),
  stand_in: editorialSubjects.stand_in,
  dispatch: async (ctx, ids) =>
    (await dispatchNames(ctx, ids.map(Number).filter(Number.isSafeInteger))).map(({ id, title, channel }) => ({
      id: String(id),
      name: `${title} (${channel})`,
      to: `/workspace/dispatches/${id}`,
    })),
  mailing: numbered(mailingNames, (id) => `/workspace/mailings/${id}`),
  screen: numbered(screenNames, (id) => `/workspace/screens/${id}`),
  screen_group: numbered(screenGroupNames, (id) => `/workspace/screens/groups/${id}`),
  memo: numbered(memoNames, (id) => `/workspace/memos/${id}`),
  playlist: numbered(playlistNames, (id) => `/workspace/screens/playlists/${id}`),
  takeover: numbered(takeoverNames, () => '/workspace/screens/takeovers'),
  contact: async (ctx, ids) => (await contactNames(ctx, ids)).map((one) => ({ ...one, to: `/workspace/contacts/${one.id}` })),
  import: async (_, ids) => ids.map((id) => ({ id, name: null, to: `/workspace/imports/${id}` })),
  segment: async (ctx, ids) => (await segmentNames(ctx, ids)).map((one) => ({ ...one, to: `/workspace/segments/${one.id}` })),
  purpose: async (ctx, ids) =>
    (await purposesNow(ctx))
      .filter(({ code }) => ids.includes(code))
      .map(({ code, name }) => ({ id: code, name, to: '/workspace/consents' })),
  data_request: async (_, ids) => ids.map((id) => ({ id, name: id, to: `/workspace/data-requests/${id}` })),
  request: async (ctx, ids) => (await editorialSubjects.request(ctx, ids)).map((one) => ({ ...one, to: `/workspace/requests/${one.id}` })),
  campaign: async (ctx, ids) =>
    (await editorialSubjects.campaign(ctx, ids)).map((one) => ({ ...one, to: `/workspace/campaigns/${one.id}` })),
  request_link: async (ctx, ids) =>
    (await editorialSubjects.request_link(ctx, ids)).map((one) => ({ ...one, to: '/workspace/requests/links' })),
  plan: async (ctx, ids) => (await planSubjects.plan(ctx, ids)).map((plan) => ({ ...plan, to: `/workspace/plans/${plan.id}` })),
  plan_version: async (ctx, ids) =>
    (await planSubjects.plan_version(ctx, ids)).map((version) => ({ ...version, to: `/workspace/plans/${version.plan}/versions` })),
  plan_item: async (ctx, ids) =>
    (await planSubjects.plan_item(ctx, ids)).map((item) => ({
      ...item,
      to:
        item.kind === 'activity'
          ? `/workspace/activities/${item.id}`
          : item.kind === 'indicator'
            ? `/workspace/indicators/${item.id}`
            : `/workspace/plans/${item.plan}/tree?item=${item.id}`,
    })),
  plan_section: async (ctx, ids) =>
    (await planSubjects.plan_section(ctx, ids)).map((section) => ({
      ...section,
      to: `/workspace/plans/${section.plan}/text#${section.id.split('/')[1]}`,
    })),
};

export type FindSubject = (type: string, id: string) => Subject | undefined;

/** Looks up many at once: one statement for each kind. */
export async function findSubjects(ctx: Ctx, refs: Iterable<{ type: string; id: string }>): Promise<FindSubject> {
  const asked = new Map<string, Set<string>>();
  for (const { type, id } of refs) asked.set(type, (asked.get(type) ?? new Set()).add(id));
  const found = new Map<string, Subject>();
  await Promise.all(
    [...asked].map(async ([type, ids]) => {
      for (const { id, ...subject } of (await subjects[type as SubjectType]?.(ctx, [...ids])) ?? []) found.set(`${type} ${id}`, subject);
    }),
  );
  return (type, id) => found.get(`${type} ${id}`);
}
