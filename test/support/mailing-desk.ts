import { sql } from 'kysely';
import { readConfig } from '#config';
import {
  approveMailing,
  draftMailing,
  mailingCard,
  mailingWork,
  scheduleMailing,
  scheduledMailingInput,
  startedMailingInput,
  startMailing,
  type Drafted,
  type Letter,
} from '#domains/channels/index.ts';
import { addSegment, ruleShape } from '#domains/audiences/index.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';
import type { Database } from '#platform/db/database.ts';
import { commandContext, type ReactionNames } from '#platform/events/tell.ts';
import type { Role } from '#platform/http/policy.ts';
import { openLog } from '#platform/log/log.ts';
import { accepted } from '#platform/refusal.ts';
import { houseVault } from './house-vault.ts';
import { freshDatabase } from './database.ts';
import { furnishOffice } from './office.ts';

export const letter: Letter = {
  subject: 'Hola, {{first_name|vecino}}: así va el plan',
  html: '<p>Hola, {{first_name|vecino}}.</p><p><a href="{{one_click}}">No quiero más</a></p>',
  text: 'Hola, {{first_name|vecino}}.\n\nNo quiero más: {{one_click}}\n',
  language: 'es',
};

/** An office that writes to many: a head who approves, an editor who drafts, and as many citizens as are asked for who want the bulletin. */
export async function openMailingDesk(env: Record<string, string> = {}, given?: Database, owed: ReactionNames = () => []) {
  const database = given ?? (await freshDatabase());
  const { people } = await furnishOffice(database.primary);
  let now = new Date('2026-11-20T15:00:00Z');
  const app = {
    config: readConfig({ PUBLIC_URL: 'https://www.puertoclaro.gov.co', SMTP_FROM: 'prensa@puertoclaro.gov.co', ...env }),
    database,
    clock: () => now,
    log: openLog('silent'),
    owed,
    vault: houseVault,
  };
  const actor = (role: Role): Actor => ({ kind: 'person', id: people[role], name: role, grants: [{ role, unit: null, units: [] }] });
  const as = (role: Role): Ctx => commandContext(database.primary, actor(role), now, owed, houseVault);
  accepted(
    await addSegment(as('editor'), {
      code: 'ciudadania',
      name: 'Ciudadanía',
      focus: '',
      channels: [],
      rule: ruleShape.parse({ groups: [{ conditions: [{ field: 'kind', values: ['citizen'] }] }] }),
    }),
  );
  const draft = async (more: Partial<Drafted> = {}) =>
    accepted(
      await draftMailing(as('editor'), {
        source: { type: 'piece', id: '7' },
        title: 'Boletín de noviembre',
        class: 'public',
        contentSha256: 'abc',
        letter,
        kind: 'subscription',
        purpose: 'boletin',
        segments: ['ciudadania'],
        excludedSegments: [],
        excludedMailings: [],
        ...more,
      }),
    ).id;
  const approved = async (more: Partial<Drafted> = {}) => {
    const mailing = await draft(more);
    const { sha256 } = (await mailingCard(as('head_of_communications'), mailing)).mailing;
    accepted(await approveMailing(as('head_of_communications'), { mailing, sha256 }));
    return mailing;
  };
  return {
    app,
    database,
    as,
    people,
    draft,
    approved,
    pass: (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000)),
    /** So many that agreed to the bulletin, `c1@x.co` and on. */
    invite: async (many: number, first = 1) => {
      await sql`insert into contacts (kind, name, email, language, purposes, created_at, changed_at)
        select 'citizen', 'Ana ' || n, 'c' || n || '@x.co', 'es', array['boletin'], ${now}, ${now}
        from generate_series(${first}::int, ${first + many - 1}::int) n`.execute(database.primary);
    },
    start: async (more: Partial<Drafted> = {}, pace: object = {}) => {
      const mailing = await approved(more);
      accepted(await startMailing(as('editor'), startedMailingInput.parse({ mailing, ...pace })));
      return mailing;
    },
    schedule: async (mailing: number, at: string) => scheduleMailing(as('editor'), scheduledMailingInput.parse({ mailing, at })),
    card: (mailing: number) => mailingCard(as('editor'), mailing),
    /** A worker that works until nothing is left that it can do now. */
    work: async (
      options: { lease?: number; patience?: { connect: number; answer: number; message: number } } = {},
      settings: Record<string, string> = {},
    ) => {
      const own = {
        ...app,
        config: readConfig({ PUBLIC_URL: app.config.PUBLIC_URL, SMTP_FROM: app.config.SMTP_FROM, ...env, ...settings }),
      };
      const { run, close } = mailingWork({ stay: () => Promise.resolve(false), ...options });
      while ((await run(own)) !== false);
      await close();
    },
  };
}
