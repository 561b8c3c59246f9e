import { Readable } from 'node:stream';
import { beginImport, importWork, startImport } from '#domains/audiences/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { addDays, type Day } from '#platform/clock/day.ts';
import { spoolFolder } from '#platform/files/open.ts';
import { accepted } from '#platform/refusal.ts';
import { chance, draw } from './chance.ts';
import { houseAt } from './context.ts';
import type { Times } from './times.ts';
import type { Act, ActContext, World } from './world.ts';

/** What data/contacts.yaml holds. */
export interface ToldContacts {
  readonly names: readonly string[];
  readonly surnames: readonly string[];
  readonly places: readonly string[];
  readonly interests: readonly string[];
  readonly kinds: readonly {
    readonly kind: string;
    readonly count: number;
    readonly organizations: readonly string[];
    readonly sectors?: readonly string[];
  }[];
  /** Of those who are known already, which part came to something or answered it, and on which day. */
  readonly lists: readonly {
    readonly file: string;
    readonly act: 'attended' | 'answered';
    readonly about: string;
    readonly day: string;
    readonly part: number;
  }[];
}

const citizens = 'Ciudadanía';

/**
 * The files of those who asked to hear from the town hall, taken in by the editor: the organizations' early in the year, and yesterday that
 * of the citizens, which a worker reads once the demonstration is there. Rows that are wrong wait to be mended.
 */
export function contactActs(told: ToldContacts, times: Times): Act[] {
  const gathered = addDays(times.cycle(0).startsOn, 40);
  const organizations = rowsOf(
    told,
    told.kinds.filter(({ kind }) => kind !== citizens),
  );
  const people = rowsOf(
    told,
    told.kinds.filter(({ kind }) => kind === citizens),
  );
  return [
    {
      at: times.at(addDays(gathered, 60), 200),
      who: 'julian.restrepo',
      does: async (ctx, world) => {
        await takeIn(ctx, world, { name: 'directorio-organizaciones.csv', rows: organizations, gathered });
        await readAll(ctx, world);
      },
    },
    {
      at: times.at(times.day('t-1'), 200),
      who: 'julian.restrepo',
      does: (ctx, world) => takeIn(ctx, world, { name: 'autorizaciones-ferias.csv', rows: people, gathered }),
    },
    ...told.lists.map(({ file, act, about, day, part }): Act => ({
      at: times.at(times.workday(addDays(times.day(day), 1)), 130),
      who: 'julian.restrepo',
      does: async (ctx, world) => {
        const rows = organizations.filter(([name = '']) => chance(about, name) < part);
        await takeIn(ctx, world, { name: file, rows, gathered, of: { act, about, on: times.day(day) } });
        await readAll(ctx, world);
      },
    })),
  ];
}

async function readAll(ctx: ActContext, world: World): Promise<void> {
  const work = importWork();
  while (await work.run(houseAt(ctx, world)));
}

interface Gathered {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly gathered: Day;
  readonly of?: { readonly act: 'attended' | 'answered'; readonly about: string; readonly on: Day };
}

async function takeIn(ctx: Ctx, { app }: World, { name, rows, gathered, of }: Gathered): Promise<void> {
  const place = { files: app.files, folder: spoolFolder(app.config) };
  const kept = accepted(await app.files.keep(ctx, { name, content: Readable.from([sheetOf(rows)]) }));
  const { id } = accepted(await beginImport(ctx, place, kept, of));
  accepted(
    await startImport(ctx, {
      id,
      columns: ['name', 'email', 'phone', 'kind', 'organization', 'region', 'interests', 'attribute'],
      kind: 'citizen',
      rule: 'fill',
      purposes: ['boletin', 'convocatorias'],
      proof: 'Planillas firmadas en las ferias de servicios, archivo de Atención a la Ciudadanía',
      consentOn: gathered,
    }),
  );
}

const heads = ['Nombre', 'Correo', 'Celular', 'Tipo', 'Organización', 'Municipio', 'Temas', 'Sector'];

const sheetOf = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\ufeff${[heads, ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`);

const rowsOf = (told: ToldContacts, kinds: ToldContacts['kinds']): string[][] =>
  kinds.flatMap(({ kind, count, organizations, sectors = [] }) =>
    Array.from({ length: count }, (_, at) => rowOf(told, kind, at, pick(organizations, kind, at), pick(sectors, kind, at))),
  );

function rowOf(told: ToldContacts, kind: string, at: number, organization: string, sector: string): string[] {
  const name = `${pick(told.names, kind, at, 'name')} ${pick(told.surnames, kind, at, 'first')} ${pick(told.surnames, kind, at, 'second')}`;
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.');
  // Here and there somebody's hand could not be read.
  const mail = chance(kind, at, 'wrong') > 0.996 ? plain : `${plain}.${draw(9_000, kind, at, 'mail')}@correo.example`;
  const phone =
    chance(kind, at, 'phone') > 0.5 ? `30${draw(9, kind, at)} ${555} ${String(draw(10_000, kind, at, 'n')).padStart(4, '0')}` : '';
  const interests = told.interests.filter((interest) => chance(kind, at, interest) > 0.74);
  return [name, mail, phone, kind, organization, pick(told.places, kind, at, 'place'), interests.join(', '), sector];
}

const pick = (list: readonly string[], ...words: (string | number)[]): string => list[draw(list.length, ...words)] ?? '';
