import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appoint, beginSecondFactor, confirmSecondFactor } from '#domains/organization/index.ts';
import { approve, approvedPiece } from '#test/support/approved-piece.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted } from '#platform/refusal.ts';
import { remindReaders } from '#domains/editorial/index.ts';
import { password, seatCast } from '#test/support/cast.ts';
import { awake, openJourney, scan, signIn, virtualKey } from '#test/support/journey.ts';

const journey = await openJourney();
const { house } = journey;
const cast = await seatCast(house);
const db = house.app.database.primary;
const ctx = (actor = cast.as().actor) => commandContext(db, actor, house.app.clock(), house.app.owed, house.app.vault);

/** Marcela has an app of codes; its codes come from here. */
const { secret } = (await beginSecondFactor(ctx(cast.as('marcela').actor), 'Puerto Claro'))!;
const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.app.clock().getTime() });
accepted(await confirmSecondFactor(ctx(cast.as('marcela').actor), { code: code() }, null));

const says = (page: Page, words: string | RegExp) => page.locator('.voice').filter({ hasText: words }).first().waitFor();

test('a memo is approved by another, signed with the second factor, sent, read, recalled, reported, printed and verified', async () => {
  const piece = await approvedPiece(house, cast, {
    kind: 'memo',
    title: 'Cierre de la sede el viernes',
    class: 'internal',
    fields: { to: 'Servidores y contratistas' },
    texts: ['El viernes 20 de noviembre la sede cierra al mediodía.', 'Quien tenga turno de tarde lo hace el lunes.'],
  });
  await approve(house, cast, piece.id).catch(() => undefined);

  // Who wrote it says to whom it goes; he does not sign.
  const author = await journey.visitor();
  await signIn(author, cast.mail('julian'), password, `/workspace/pieces/${piece.id}/memo`);
  await awake(author);
  await says(author, 'espera la firma de Marcela Ospina');
  await author.getByLabel('Oficina de Prensa').check();
  await author.getByLabel('Secretaría de Planeación').check();
  await author.getByLabel('Cuántas veces').fill('1');
  await author.getByLabel('Cada cuántos').fill('2');
  await author.getByRole('button', { name: 'Guardar a quién va' }).click();
  await author.getByText('Quedó guardado a quién va.').waitFor();
  await scan(author);
  await author.goto(`/workspace/pieces/${piece.id}/publication`);
  await author.getByText('Sale con la firma del jefe.').waitFor();
  expect((await house.ask(`/workspace/pieces/${piece.id}/memo/signature`, { as: cast.mail('julian') })).headers.get('location')).toBe(
    `/workspace/pieces/${piece.id}/memo`,
  );

  // The head reads it and gives a code again, though she is inside.
  journey.pass(60);
  const head = await journey.visitor();
  await signIn(head, cast.mail('marcela'), password, '/workspace/memos');
  await head.getByLabel('Código', { exact: true }).fill(code());
  await head.getByRole('button', { name: 'Seguir' }).click();
  await head.waitForURL('**/workspace/memos');
  await awake(head);
  await says(head, 'Un documento espera su firma');
  await scan(head);
  await head.getByRole('link', { name: 'Cierre de la sede el viernes' }).click();
  await says(head, 'Va a firmar Memorando 001 de 2026');
  await scan(head);
  await head.getByLabel('Código de su aplicación').fill('000000');
  await head.getByRole('button', { name: 'Firmar Memorando 001 de 2026' }).click();
  await head.getByText('Ese código no es.').waitFor();
  journey.pass(60);
  await head.getByLabel('Código de su aplicación').fill(code());
  await head.getByRole('button', { name: 'Firmar Memorando 001 de 2026' }).click();
  await says(head, 'está firmado por Marcela Ospina');
  await scan(head);
  await head.getByRole('button', { name: /^Enviar a 3 personas/ }).click();
  await head.waitForURL(/\/workspace\/memos\/\d+$/);
  const report = new URL(head.url()).pathname;
  await house.settle();

  // One reads it on a phone that runs no script.
  const reader = await journey.visitor({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  await signIn(reader, cast.mail('diego'), password, '/intranet');
  await reader.getByRole('link', { name: /Leer.*Cierre de la sede/ }).click();
  await reader.getByText('Quien tenga turno de tarde').waitFor();
  await scan(reader);
  await reader.getByRole('button', { name: 'Leí y entendí' }).click();
  await reader.getByText('Usted lo leyó y entendió').waitFor();
  // Now, and not before, notices on the device are offered; a no is for ever.
  const offer = reader.getByText('¿Quiere enterarse aquí del próximo memorando o circular');
  await offer.waitFor();
  await scan(reader);
  const here = reader.url();
  await reader.getByRole('button', { name: 'No, gracias' }).click();
  await reader.waitForURL((url) => url.pathname.startsWith('/intranet/news/') && url.search === '');
  await reader.goto(here);
  await reader.getByText('Usted lo leyó y entendió').waitFor();
  expect(await offer.count()).toBe(0);
  await says(head, /Lo ha leído el 33.%/);

  // Those who have not are reminded after two working days, once; whoever speaks for a dependency notes who read it on paper.
  journey.pass(2 * 86_400);
  await db.transaction().execute((inner) => remindReaders({ ...ctx(), db: inner }));
  const liaison = await journey.visitor();
  await signIn(liaison, cast.mail('rosa'), password, '/workspace/notices');
  await liaison.getByText('Recuerde leer Memorando 001 de 2026').first().waitFor();
  await liaison.goto(report);
  await awake(liaison);
  await liaison.getByRole('link', { name: /Anotar.*Planeación/ }).click();
  await says(liaison, 'falta una persona por leer Memorando 001 de 2026');
  await scan(liaison);
  await liaison.getByLabel('De quienes no tienen cuenta').fill('Pedro Ruiz\nAna María Gil');
  await liaison.getByRole('button', { name: 'Anotar', exact: true }).click();
  await liaison.getByText('Quedaron anotadas 2 personas.').waitFor();
  // A name was wrong: she says why, and what she wrote first stays.
  await awake(liaison);
  await liaison.getByRole('link', { name: /Planeación: 2 personas/ }).click();
  await says(liaison, 'les llegó a 2 personas');
  await awake(liaison);
  await scan(liaison);
  await liaison.getByLabel('De quienes no tienen cuenta').fill('Pedro Ruiz\nAna María Gil Torres');
  await liaison.getByLabel('Por qué se corrige').fill('Faltaba el segundo apellido.');
  await liaison.getByRole('button', { name: 'Corregir', exact: true }).click();
  await liaison.getByText('La lista quedó corregida: 2 personas.').waitFor();
  await liaison.getByText('Pedro Ruiz y Ana María Gil', { exact: true }).waitFor();
  await scan(liaison);

  const auditor = await journey.visitor();
  await signIn(auditor, cast.mail('carmen'), password, report);
  await awake(auditor);
  await says(auditor, /Lo ha leído el 60.%: 3 de 5/);
  await auditor.getByRole('row', { name: /Pedro Ruiz.*Sin cuenta.*En papel/ }).waitFor();
  await auditor.getByRole('row', { name: /Ana María Gil Torres/ }).waitFor();
  await scan(auditor);
  const sheet = await (await house.ask(`${report}/export?format=csv&state=unread`, { as: cast.mail('marcela') })).text();
  expect(sheet.trim().split('\r\n')).toHaveLength(3);

  // Paper carries a code; anybody verifies it, without script, and learns not a word of it.
  const pdf = await house.ask(`${report}/document.pdf`, { as: cast.mail('diego') });
  expect([pdf.status, pdf.headers.get('content-type'), (await pdf.text()).slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
  const printed = await auditor.locator('aside a[href^="/verify/"]').innerText();
  const citizen = await journey.visitor({ javaScriptEnabled: false });
  await citizen.goto('/verify');
  await scan(citizen);
  await citizen.getByLabel('Código de verificación').fill(printed.toLowerCase().replaceAll('-', ' '));
  await citizen.getByRole('button', { name: 'Verificar' }).click();
  await says(citizen, 'Memorando 001 de 2026 es auténtico');
  await citizen.getByText('Marcela Ospina, Jefa de comunicaciones').waitFor();
  expect(await citizen.content()).not.toContain('Cierre de la sede');
  await scan(citizen);
  const guess = () => house.ask('/verify/0000-0000-0000-0001');
  expect((await guess()).status).toBe(404);
  for (let at = 0; at < 30; at += 1) await guess();
  expect((await guess()).status).toBe(429);
}, 120_000);

test('a head who has a key signs with it, and what the key answered for one memo signs no other', async () => {
  const ready = (title: string) =>
    approvedPiece(house, cast, { kind: 'memo', title, class: 'internal', fields: { to: 'Todos' }, texts: ['Se lee en un minuto.'] });
  const [one, other] = [await ready('Turnos de diciembre'), await ready('Cierre de año')];
  await appoint(ctx(cast.as('esteban').actor), cast.units.prensa!, { head: cast.people.rosa, liaison: null });
  // Keys know hosts by name alone.
  const head = await journey.visitor({ baseURL: house.origin.replace('127.0.0.1', 'localhost') });
  await virtualKey(head);
  await signIn(head, cast.mail('rosa'), password, '/workspace/me/security/passkey');
  await head.getByRole('textbox').first().fill('Portátil');
  await head.getByRole('button', { name: 'Poner la llave' }).click();
  await head.getByText('La llave quedó guardada.').waitFor();

  const form = head.locator('form[data-passkey=get]');
  const asked = async (piece: number) => {
    await head.goto(`/workspace/pieces/${piece}/memo/signature`);
    await form.waitFor();
    return { options: await form.getAttribute('data-options'), step: await form.locator('[name=step]').inputValue() };
  };
  const foreign = await asked(one.id);
  await asked(other.id);
  await awake(head);
  await form.evaluate((element, { options, step }) => {
    element.setAttribute('data-options', options!);
    element.querySelector<HTMLInputElement>('[name=step]')!.value = step;
  }, foreign);
  await form.getByRole('button', { name: 'Firmar con llave o huella' }).click();
  await head.locator('[role=alert]').getByText(/llave/).first().waitFor();
  expect(await db.selectFrom('memos').select('id').where('piece_id', 'in', [one.id, other.id]).execute()).toEqual([]);

  await asked(other.id);
  await form.getByRole('button', { name: 'Firmar con llave o huella' }).click();
  await says(head, /Memorando 00\d de 2026 está firmado por Rosa/);
  const memo = await db
    .selectFrom('memos')
    .select(['piece_id', 'means', 'signed_by'])
    .where('piece_id', '=', other.id)
    .executeTakeFirstOrThrow();
  expect(memo).toMatchObject({ means: 'passkey', signed_by: cast.people.rosa });
}, 60_000);
