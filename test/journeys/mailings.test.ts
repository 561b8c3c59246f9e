import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addSegment, ruleShape } from '#domains/audiences/index.ts';
import { accepted } from '#platform/refusal.ts';
import { approvedPiece } from '#test/support/approved-piece.ts';
import { password, seatCast } from '#test/support/cast.ts';
import { awake, openJourney, scan, signIn } from '#test/support/journey.ts';

const journey = await openJourney();
const cast = await seatCast(journey.house);
const { primary: db } = journey.house.app.database;
await journey.house.settle();

test('an approved piece is mailed to a segment: drafted by one, approved and sent by another, watched until it ends, and who got it is found', async () => {
  const piece = await approvedPiece(journey.house, cast, { title: 'Abren las matrículas' });
  accepted(
    await addSegment(cast.as('julian'), {
      code: 'vecinos',
      name: 'Vecinos',
      focus: '',
      channels: [],
      rule: ruleShape.parse({ groups: [{ conditions: [{ field: 'kind', values: ['citizen'] }] }] }),
    }),
  );
  await sql`insert into contacts (kind, name, email, language, purposes, created_at, changed_at)
    select 'citizen', 'Vecina ' || n, 'vecina' || n || '@x.co', 'es', array['boletin'], now(), now() from generate_series(1, 30) n`.execute(
    db,
  );

  const julian = await journey.visitor();
  await signIn(julian, cast.mail('julian'), password, '/workspace/mailings');
  await awake(julian);
  await scan(julian);
  await julian.getByRole('link', { name: 'Nuevo envío' }).click();
  await julian.getByLabel('Pieza').selectOption(String(piece.id));
  await julian.getByLabel('Vecinos', { exact: true }).first().check();
  await scan(julian);
  await julian.getByRole('button', { name: 'Preparar el envío' }).click();
  await julian.getByText('Le llegaría a 30 personas').waitFor();
  await scan(julian);
  expect(await julian.getByRole('button', { name: 'Aprobar el envío' }).count()).toBe(0);
  const { pathname } = new URL(julian.url());

  const marcela = await journey.visitor();
  await signIn(marcela, cast.mail('marcela'), password, pathname);
  await awake(marcela);
  await marcela.getByRole('button', { name: 'Aprobar el envío' }).click();
  await marcela.getByText('Está aprobado para 30 personas').waitFor();
  await scan(marcela);
  // Who drafted it sees by himself what the other does.
  await julian.getByText('Está aprobado para 30 personas').waitFor();
  await marcela.getByRole('button', { name: 'Enviar', exact: true }).click();
  await marcela.getByText('Terminó: 30 de 30 correos aceptados').waitFor();
  await julian.getByText('Terminó: 30 de 30 correos aceptados').waitFor();
  await scan(marcela);

  await marcela.getByRole('link', { name: '30', exact: true }).click();
  await marcela.getByPlaceholder('Nombre o correo').fill('vecina7');
  await marcela.getByPlaceholder('Nombre o correo').press('Enter');
  await marcela.getByText('vecina7@x.co').waitFor();
  await scan(marcela);
  expect(await marcela.getByText('vecina8@x.co').count()).toBe(0);

  await sql`update mailing_recipients set state = 'unknown', reason = 'cut' where address = 'vecina7@x.co'`.execute(db);
  await marcela.goto(pathname);
  await marcela.getByText('De un correo no se sabe si llegó').waitFor();
  await scan(marcela);
  await marcela.getByLabel('Sí llegaron').check();
  await marcela.getByLabel('Cómo lo sabe').fill('Ella lo confirmó.');
  await marcela.getByRole('button', { name: 'Decirlo' }).click();
  await marcela.getByText('Terminó: 30 de 30 correos aceptados').waitFor();
}, 180_000);
