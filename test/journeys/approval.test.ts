import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { classifyPiece, createPiece, getPiece, newPieceInput, savePiece, writtenPieceInput } from '#domains/editorial/index.ts';
import { publishAgreement, signAgreement } from '#domains/organization/index.ts';
import { accepted } from '#platform/refusal.ts';
import { password, seatCast, type Player } from '#test/support/cast.ts';
import { awake, openJourney, scan, signIn } from '#test/support/journey.ts';

vi.setConfig({ testTimeout: 120_000 });
const journey = await openJourney();
const { house } = journey;
const cast = await seatCast(house);
const db = house.app.database.primary;

const paragraph = (id: string, text: string) => ({ type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] });
async function write(piece: number, ...texts: string[]): Promise<void> {
  const { revision, title } = await getPiece(cast.as('julian'), piece);
  const body = { type: 'doc', content: texts.map((text, at) => paragraph(`b${at}`, text)) };
  const fields = { number: '9', from: 'Oficina de Prensa', to: 'Toda la alcaldía' };
  accepted(await savePiece(cast.as('julian'), writtenPieceInput.parse({ piece, revision, title, fields, body })));
}
async function begin(title: string, ...texts: string[]): Promise<number> {
  const { id } = accepted(await createPiece(cast.as('julian'), newPieceInput.parse({ kind: 'memo', title, unit: cast.units.prensa })));
  await write(id, ...texts);
  return id;
}
async function visit(player: Player, path: string, options = {}): Promise<Page> {
  const page = await journey.visitor(options);
  await signIn(page, cast.mail(player), password, path);
  return page;
}

const memo = await begin('Jornada de vacunación', 'La jornada es en doce barrios.', 'Hay que llevar el carné.');
const review = `/workspace/pieces/${memo}/review`;

test('an author sends it by keyboard, and may not approve it himself', async () => {
  const page = await visit('julian', `/workspace/pieces/${memo}/submission`);
  await awake(page);
  await page.getByText('Le toca a Marcela Ospina.').waitFor();
  await scan(page);
  await page.getByLabel('Nota para quien la revisa').focus();
  await page.keyboard.type('Sale el domingo.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${review}?done=submit`);
  await page.getByText('Usted la escribió; no la aprueba.').waitFor();
  await page.getByText('La decide Marcela Ospina; si no está, Nidia Arrieta.').waitFor();
  expect(await page.getByRole('button', { name: 'Aprobar la versión 1' }).getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('button', { name: 'Recordárselo' }).click();
  await page.getByText('Se lo recordamos.').waitFor();
  await page.getByRole('button', { name: 'Recordárselo' }).click();
  await page.getByText('Hoy ya se lo recordaron a Marcela Ospina.').waitFor();
  await scan(page);

  const step = await db.selectFrom('review_steps').select('id').where('piece_id', '=', memo).executeTakeFirstOrThrow();
  const forced = await house.ask(review, {
    as: cast.mail('julian'),
    method: 'POST',
    body: new URLSearchParams({ intent: 'decide', step: String(step.id), decision: 'pass' }),
  });
  expect(forced.status).toBe(422);
  expect(await forced.text()).toContain('Toda pieza pasa por otros ojos');
  expect(await db.selectFrom('approvals').select('id').execute()).toEqual([]);
  await page.context().close();
});

test('without script it is found, a paragraph is commented, and it is returned with a note', async () => {
  const page = await visit('marcela', '/workspace/reviews', { javaScriptEnabled: false });
  await page.getByText('Una pieza espera su decisión.').waitFor();
  await scan(page);
  await page.getByRole('link', { name: 'Decidir Jornada de vacunación' }).click();
  await page.locator('#speak summary').first().click();
  await page.locator('#speak [name=block]').first().selectOption({ label: 'Hay que llevar el carné.' });
  await page.getByLabel('Palabras del texto').first().fill('el carné');
  await page.getByRole('textbox', { name: 'Comentario' }).fill('¿Y quien lo perdió? @julian.restrepo');
  await page.getByRole('button', { name: 'Comentar' }).click();
  await page.getByText('Comentario puesto.').waitFor();
  expect(await page.locator('mark.noted').innerText()).toContain('el carné');
  await page.getByRole('button', { name: 'Devolver' }).click();
  await page.getByText('Diga qué cambiar y por qué').waitFor();
  await page.getByRole('textbox', { name: 'Nota' }).fill('Falta decir qué pasa con quien perdió el carné.');
  await page.getByRole('button', { name: 'Devolver' }).click();
  await page.getByText('Devuelta con su nota.').waitFor();
  await scan(page);
  await page.context().close();
  const told = await db.selectFrom('notifications').select('kind').where('person_id', '=', cast.people.julian).orderBy('id').execute();
  expect(told.map(({ kind }) => kind)).toEqual(['comment.mentioned', 'piece.returned']);
});

test('the author reads the note, mends it, answers and sends it again', async () => {
  const page = await visit('julian', review);
  await awake(page);
  await page.getByText('Falta decir qué pasa con quien perdió el carné.').waitFor();
  await write(memo, 'La jornada es en catorce barrios.', 'Hay que llevar el carné; quien no lo tenga también será atendido.');
  await page.reload();
  await awake(page);
  await page.getByText('Desde que Marcela Ospina la devolvió cambiaron 8 palabras.').waitFor();
  await page.locator('.thread summary', { hasText: 'Responder' }).click();
  await page.getByLabel('Su respuesta').fill('También lo atienden. Agregado.');
  await page.locator('.thread').getByRole('button', { name: 'Responder' }).click();
  await page.locator('.comment', { hasText: 'También lo atienden.' }).waitFor();
  await page.getByRole('link', { name: 'Enviarla a revisión' }).click();
  await page.getByRole('button', { name: 'Enviarla a revisión' }).click();
  await page.getByText('Enviada a revisión.').waitFor();
  await page.context().close();
});

test('the head compares two versions, selects words to comment on, and approves by the fingerprint', async () => {
  const page = await visit('marcela', '/workspace');
  await awake(page);
  await page.getByRole('link', { name: 'Decidir Jornada de vacunación' }).click();
  await page.getByText('Julián cambió 8 palabras y respondió un comentario suyo.').waitFor();
  expect(await page.locator('.manuscript del').allInnerTexts()).toEqual([expect.stringContaining('doce')]);
  await scan(page);
  await page.getByRole('link', { name: 'Lado a lado' }).click();
  await page.locator('.segmented [aria-current]', { hasText: 'Lado a lado' }).waitFor();
  expect(await page.locator('.manuscript').count()).toBe(2);
  await scan(page);
  await page.getByRole('link', { name: 'Limpia' }).click();
  await page.locator('.segmented [aria-current]', { hasText: 'Limpia' }).waitFor();
  expect(await page.locator('.manuscript ins, .manuscript del').count()).toBe(0);
  await page.evaluate(() => {
    const words = document.querySelector('[data-block=b0]')!.firstChild!.firstChild!;
    getSelection()!.setBaseAndExtent(words, 3, words, 10);
  });
  await page.getByRole('toolbar').getByRole('button', { name: 'Comentar' }).click();
  expect(await page.getByLabel('Palabras del texto').first().inputValue()).toBe('jornada');
  await page.keyboard.type('Buen comienzo.');
  await page.getByRole('button', { name: 'Comentar', exact: true }).last().click();
  await page.getByText('Comentario puesto.').waitFor();
  await scan(page);

  const { sha256 } = await getPiece(cast.as('marcela'), memo);
  await page.getByText(`Aprueba este texto exacto, huella ${sha256.slice(0, 4)}…${sha256.slice(-3)}`).waitFor();
  await page.getByRole('textbox', { name: 'Nota' }).focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aprobar la versión 2');
  await page.keyboard.press('Enter');
  await page.getByText('Marcela Ospina aprobó la versión 2').first().waitFor();
  await scan(page);
  expect(await db.selectFrom('approvals').select(['sha256', 'person_id']).executeTakeFirstOrThrow()).toEqual({
    sha256,
    person_id: cast.people.marcela,
  });
  await page.context().close();
});

test('an edit voids the approval, and an earlier version comes back as a draft', async () => {
  await write(memo, 'La jornada es en quince barrios.');
  const page = await visit('julian', review);
  await awake(page);
  await page.getByText('La aprobación de Marcela Ospina se anuló').waitFor();
  await page.goto(`/workspace/pieces/${memo}/versions`);
  await awake(page);
  await page.getByText('Hay 2 versiones guardadas.').waitFor();
  await scan(page);
  await page.getByRole('button', { name: 'Volver a esta Versión 2' }).click();
  await page.waitForURL(`**/workspace/pieces/${memo}`);
  expect((await getPiece(cast.as('julian'), memo)).text).toContain('catorce barrios');
  await page.context().close();
});

test('who goes away names who decides, and an administrator declares an election window', async () => {
  const page = await visit('marcela', '/workspace/reviews');
  await awake(page);
  await page.getByText('Nombrar una suplencia').click();
  await page.getByLabel('Quién decide mientras tanto').selectOption({ label: 'Nidia Arrieta · Oficina Jurídica' });
  await page.getByLabel('Primer día').fill('2026-11-18');
  await page.getByLabel('Último día').fill('2026-11-20');
  await page.getByRole('button', { name: 'Nombrar la suplencia' }).click();
  await page.getByText('Nidia Arrieta decide por Marcela Ospina').waitFor();
  await scan(page);
  await page.context().close();

  const other = await visit('esteban', '/workspace/settings/elections');
  await awake(other);
  await scan(other);
  await other.getByLabel('Qué elecciones').fill('Congreso 2026');
  await other.getByLabel('Norma o acto que lo fija').fill('Ley 996 de 2005, artículo 38');
  await other.getByLabel('Primer día').fill('2026-11-01');
  await other.getByLabel('Último día').fill('2026-12-31');
  await other.getByLabel('Memorando').check();
  await other.getByLabel('Nombres de quienes aspiran').fill('Fulano de Tal\nMengana Ruiz');
  await other.getByRole('button', { name: 'Declarar el período' }).click();
  await other.getByText('Rige Congreso 2026 hasta el 31 de diciembre de 2026').waitFor();
  await other.getByText('Se señalan 2 nombres: Fulano de Tal y Mengana Ruiz.').waitFor();
  await scan(other);
  await other.context().close();
});

test('a reserved piece is nobody’s to review but of whom it names: no page, list or notice of others says a word of it', async () => {
  const text = accepted(await publishAgreement(cast.as('esteban'), { title: 'Acuerdo', body: 'Guardar reserva.', months: 12 }));
  accepted(await signAgreement(cast.as('julian'), { text, name: 'Julián Restrepo', code: '' }, 5));
  const secret = await begin('Operativo sorpresa', 'Nadie debe saberlo.');
  accepted(
    await classifyPiece(cast.as('julian'), {
      piece: secret,
      class: 'reserved',
      basis: 'Ley 1712 de 2014, artículo 19',
      reason: 'Investigación en curso',
      since: '2026-11-18',
      until: '2027-11-18',
    }),
  );
  for (const player of ['esteban', 'marcela', 'nidia', 'rosa', 'carmen'] as const) {
    for (const page of ['review', 'review?mode=clean', 'versions', 'submission']) {
      const answer = await house.ask(`/workspace/pieces/${secret}/${page}`, { as: cast.mail(player) });
      expect([player, page, answer.status]).toEqual([player, page, expect.toSatisfy((status: number) => status === 404 || status === 403)]);
      expect(await answer.text()).not.toContain('Operativo');
    }
    const list = await house.ask('/workspace/reviews', { as: cast.mail(player) });
    expect(await list.text()).not.toContain('Operativo');
  }
  const own = await house.ask(`/workspace/pieces/${secret}/review`, { as: cast.mail('julian') });
  expect(own.status).toBe(200);
  expect(own.headers.get('cache-control')).toContain('no-store');
});
