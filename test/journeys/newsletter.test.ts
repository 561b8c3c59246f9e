import { expect, test } from 'vitest';
import { addSegment, ruleShape } from '#domains/audiences/index.ts';
import { newSlotInput, openSlot, proposeNewsletters, publishNow } from '#domains/editorial/index.ts';
import { outbox, readMail } from '#platform/mail/outbox.ts';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted } from '#platform/refusal.ts';
import { approve, approvedPiece } from '#test/support/approved-piece.ts';
import { password, seatCast } from '#test/support/cast.ts';
import { awake, openJourney, scan, signIn } from '#test/support/journey.ts';

const journey = await openJourney();
const { house } = journey;
const cast = await seatCast(house);
const db = house.app.database.primary;
const ctx = () => commandContext(db, system, house.app.clock(), house.app.owed, house.app.vault);

const out = async (title: string, lead: string) => {
  const piece = await approvedPiece(house, cast, { title, fields: { lead } });
  accepted(await publishNow(cast.as('marcela'), { piece: piece.id, channels: ['pagina-web'] }));
  await house.settle();
};

test('a newsletter proposes itself, is put together, approved, sent, read, left by one click, and stays in the archive', async () => {
  await db
    .insertInto('contacts')
    .values({
      kind: 'citizen',
      name: 'Rosa Pérez',
      email: 'rosa@example.org',
      created_at: house.app.clock(),
      changed_at: house.app.clock(),
    })
    .execute();
  await db
    .insertInto('consents')
    .columns(['contact_id', 'purpose', 'text_number', 'act', 'channel', 'at', 'proof'])
    .expression((eb) =>
      eb
        .selectFrom('contacts')
        .where('email', '=', 'rosa@example.org')
        .select(({ val }) => [
          'id',
          val('boletin').as('p'),
          val(1).as('n'),
          val('given').as('a'),
          val('portal').as('c'),
          val(house.app.clock()).as('t'),
          val('prueba').as('f'),
        ]),
    )
    .execute();
  const rule = ruleShape.parse({ groups: [{ conditions: [{ field: 'kind', values: ['citizen'] }] }] });
  accepted(await addSegment(cast.as('julian'), { code: 'ciudadania', name: 'Ciudadanía', focus: '', channels: [], rule }));
  accepted(
    await openSlot(
      cast.as('marcela'),
      newSlotInput.parse({
        name: 'Puerto al día',
        kind: 'newsletter',
        recurrence: 'monthly',
        startsOn: '2026-11-20',
        unit: cast.units.prensa,
        owner: cast.people.julian,
        segments: ['ciudadania'],
      }),
    ),
  );
  await out('Ya se puede ir en bicicleta al mercado', 'Son 6,2 kilómetros por el malecón.');
  await out('Cambia el pico y placa', 'Desde el martes.');
  await out('Vacunas en 14 barrios', 'Este domingo, sin cita.');
  expect(await db.transaction().execute((inner) => proposeNewsletters({ ...ctx(), db: inner }))).toBe(1);

  // Put together by form, without script.
  const editor = await journey.visitor({ javaScriptEnabled: false });
  await signIn(editor, cast.mail('julian'), password, '/workspace/notices');
  await editor
    .getByRole('button', { name: /Se propuso «Puerto al día, noviembre de 2026»/ })
    .or(editor.getByRole('link', { name: /Se propuso «Puerto al día/ }))
    .first()
    .click();
  await editor.getByText('Cuenta 3 cosas').waitFor();
  await scan(editor);
  await editor.getByRole('button', { name: 'Dejar por fuera Vacunas en 14 barrios' }).click();
  await editor.getByText('deja 1 por fuera').waitFor();
  await editor.getByLabel('Titular').first().fill('El pico y placa cambia el martes');
  await editor.getByLabel('Qué trae, en una frase').fill('El pico y placa y la ciclorruta.');
  await editor.getByRole('button', { name: 'Bajar' }).first().click();
  await expect
    .poll(() => editor.getByLabel('Titular').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)))
    .toEqual(['Ya se puede ir en bicicleta al mercado', 'El pico y placa cambia el martes']);
  await editor.getByRole('button', { name: 'Guardar', exact: true }).first().click();
  const piece = Number(/pieces\/(\d+)\//.exec(editor.url())![1]);

  // Nothing leaves before somebody else approves it.
  await editor.goto(`/workspace/pieces/${piece}/letter`);
  await editor.getByText('Nadie ha aprobado lo que dice ahora.').waitFor();
  await scan(editor);
  await approve(house, cast, piece);
  accepted(await publishNow(cast.as('marcela'), { piece, channels: ['pagina-web'] }));
  await house.settle();

  await editor.goto(`/workspace/pieces/${piece}/letter`);
  await editor.getByRole('button', { name: 'Comprobar los enlaces' }).click();
  await house.settle();
  await editor.goto(`/workspace/pieces/${piece}/letter?scheme=dark&at=phone`);
  await editor.getByText('enlaces responden').waitFor();
  const framed = editor.frameLocator('iframe');
  await framed.getByRole('heading', { name: 'El pico y placa cambia el martes' }).waitFor();
  await editor.getByRole('link', { name: 'Preparar envío' }).click();
  await editor.getByLabel('Ciudadanía').first().check();
  await editor.locator('select[name=purpose]').selectOption('boletin');
  await scan(editor);
  await editor.locator('main form button.primary').click();
  await editor.waitForURL(/\/workspace\/mailings\/\d+$/);
  const mailing = editor.url();

  const head = await journey.visitor();
  await signIn(head, cast.mail('marcela'), password, new URL(mailing).pathname);
  await awake(head);
  await head.locator('button[value=approve]').or(head.locator('form:has(input[value=approve]) button')).first().click();
  await head.locator('button[value=start]').or(head.locator('form:has(input[value=start]) button')).first().click();
  await house.settle();

  // With no server it is read in the house's own mail program.
  const administrator = await journey.visitor();
  await signIn(administrator, cast.mail('esteban'), password, '/workspace/outbox?q=rosa');
  await awake(administrator);
  await scan(administrator);
  await administrator.getByRole('link', { name: /rosa@example.org/ }).click();
  await administrator.frameLocator('iframe').getByRole('heading', { name: 'Ya se puede ir en bicicleta al mercado' }).waitFor();
  // What the mail itself holds is shut away from every script, also from the one that looks at pages.
  await administrator.getByRole('link', { name: 'Solo texto' }).click();
  await administrator.getByText('Salirme con un clic:').waitFor();
  await scan(administrator);

  // Left by one click, at once.
  const { mails } = await outbox(ctx(), { search: 'rosa' });
  const { text } = await readMail(ctx(), mails[0]!.id);
  const path = /Salirme con un clic: https?:\/\/[^/]+(\/\S+)/.exec(text)![1]!;
  const left = await fetch(house.origin + path, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(left.status).toBe(200);
  const rosa = await db.selectFrom('contacts').select('purposes').where('email', '=', 'rosa@example.org').executeTakeFirstOrThrow();
  expect(rosa.purposes).toEqual([]);

  // A link of the letter is counted, and leads where it says.
  const counted = /(\/hooks\/letters\/[0-9a-z-]+)/.exec((await readMail(ctx(), mails[0]!.id)).html!)![1]!;
  const led = await fetch(house.origin + counted, {
    redirect: 'manual',
    headers: { 'user-agent': 'Mozilla/5.0 Chrome/150 Safari/537.36' },
  });
  expect(led.status).toBe(302);

  const reader = await journey.visitor({ javaScriptEnabled: false });
  await reader.goto('/newsletters');
  await reader.getByText('Ha salido un número').waitFor();
  await scan(reader);
  await reader.getByRole('link', { name: 'Puerto al día, noviembre de 2026' }).click();
  await reader.getByRole('link', { name: 'Ya se puede ir en bicicleta al mercado' }).first().waitFor();
  expect(await (await house.ask('/feeds/newsletter/rss')).text()).toContain('Puerto al día, noviembre de 2026');
}, 180_000);
