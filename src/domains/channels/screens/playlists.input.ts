import { z } from 'zod';
import { blank, day, line, rowId, several, version } from '#platform/http/fields.ts';
import { hour } from './screens.input.ts';

export const itemKinds = ['pieces', 'piece', 'asset', 'agenda', 'figure', 'clock'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** The kinds of which there are several to choose from. */
export const referredKinds: ReadonlySet<ItemKind> = new Set(['piece', 'asset', 'figure']);

const item = z
  .object({
    kind: z.enum(itemKinds, 'input.choice'),
    ref: z.string().trim().max(60).default(''),
    seconds: blank(z.coerce.number('playlist.seconds').int('playlist.seconds').min(4, 'playlist.seconds').max(600, 'playlist.seconds')),
  })
  .refine(({ kind, ref }) => referredKinds.has(kind) === (ref !== ''), { error: 'playlist.needs_one', path: ['ref'] });

const said = {
  name: line(120),
  days: several(z.coerce.number('input.choice').int('input.choice').min(1).max(7), 7).refine((days) => days.length > 0, 'playlist.no_day'),
  fromTime: blank(hour),
  untilTime: blank(hour),
  fromDay: blank(day),
  untilDay: blank(day),
  priority: z.coerce.number('input.choice').int('input.choice').min(1).max(5).default(2),
  groups: several(rowId, 200),
  items: z.array(item).max(100, 'playlist.too_many').default([]),
};

export const newPlaylistInput = z.object(said);
export const editedPlaylistInput = z.object({ playlist: rowId, version, ...said });
export const playlistInput = z.object({ playlist: rowId });
export const playlistsFilterInput = z.object({
  q: z.string().trim().max(200).optional(),
  group: rowId.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type PlaylistItem = z.output<typeof item>;
export type NewPlaylistInput = z.output<typeof newPlaylistInput>;
export type EditedPlaylistInput = z.output<typeof editedPlaylistInput>;
export type PlaylistsFilterInput = z.output<typeof playlistsFilterInput>;
