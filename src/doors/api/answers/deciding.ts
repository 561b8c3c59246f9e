import { z } from 'zod';
import { day, id, instant, items, person } from './parts.ts';

export const standIns = items(
  z.strictObject({
    id,
    person,
    personName: z.string(),
    standIn: person,
    standInName: z.string(),
    startsOn: day,
    endsOn: day,
    namedByName: z.string().nullable(),
  }),
);

export const electionWindows = items(
  z.strictObject({
    id,
    name: z.string(),
    act: z.string(),
    startsOn: day,
    endsOn: day,
    kinds: z.array(z.string()),
    candidates: z.array(z.string()),
    writtenByName: z.string().nullable(),
    writtenAt: instant,
    revokedAt: instant.nullable(),
  }),
);
