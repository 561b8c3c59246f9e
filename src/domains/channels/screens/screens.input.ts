import { z } from 'zod';
import { blank, line, maybeLine, rowId, several, ticked, version } from '#platform/http/fields.ts';
import { orientations, screenStates } from './screen.ts';

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'screen.hour');

/** What a screen is: where it hangs, how it hangs and what it plays. */
const described = {
  name: line(120),
  unit: blank(rowId),
  place: maybeLine(200),
  orientation: z.enum(orientations, 'input.choice'),
  large: ticked.default(false),
  group: blank(rowId),
};

/** The code is typed as somebody reads it from a wall: any case, with spaces or a dash. */
export const adoptionInput = z.object({
  code: z
    .string('input.required')
    .transform((said) => said.toUpperCase().replace(/[\s-]/g, ''))
    .pipe(z.string().min(1, 'input.required').max(20)),
  ...described,
});
export const screenInput = z.object({ screen: rowId });
export const editedScreenInput = z.object({ screen: rowId, version, ...described });
export const exclusionInput = z.object({ screen: rowId, excluded: ticked });

export const screensFilterInput = z.object({
  q: z.string().trim().max(200).optional(),
  state: z.enum(screenStates).optional().catch(undefined),
  group: rowId.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

const grouped = {
  name: line(120),
  public: ticked.default(false),
  responsible: blank(z.uuid('input.choice')),
  onFrom: blank(hour),
  onUntil: blank(hour),
};
export const newGroupInput = z.object(grouped);
export const editedGroupInput = z.object({ group: rowId, version, ...grouped });
export const groupsFilterInput = screensFilterInput.pick({ q: true, page: true });
export const groupInput = z.object({ group: rowId });
/** The groups that something on the screens is for; none: all. */
export const pieceGroupsInput = z.object({ dispatch: rowId, groups: several(rowId, 200) });

export type AdoptionInput = z.output<typeof adoptionInput>;
export type EditedScreenInput = z.output<typeof editedScreenInput>;
export type ScreensFilterInput = z.output<typeof screensFilterInput>;
export type GroupsFilterInput = z.output<typeof groupsFilterInput>;
export type NewGroupInput = z.output<typeof newGroupInput>;
export type EditedGroupInput = z.output<typeof editedGroupInput>;
export { hour };
