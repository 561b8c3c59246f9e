import { expect, test } from 'vitest';
import { createPiece, newPieceInput } from '#domains/editorial/index.ts';
import { issueKey } from '#domains/organization/index.ts';
import { accepted } from '#platform/refusal.ts';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { pieceChecks, renditions } from './answers/checks.ts';

const house = await openTestHouse();
const cast = await seatCast(house);
const actor = { ...cast.as('marcela').actor, grants: [{ role: 'administrator', unit: null, units: [] }] };
const { key } = accepted(
  await issueKey(
    { ...cast.as(), actor },
    { name: 'm', scopes: ['editorial:read', 'editorial:write', 'editorial:approve'], expires_on: null },
  ),
);
const call = async (method: string, path: string, body?: object) => {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const answer = await fetch(`${house.origin}/api/v1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status: answer.status, body: (await answer.json()) as unknown };
};

test('a key looks at a piece, and says it by a channel in other words; the answers are what the document says', async () => {
  const { id } = accepted(
    await createPiece(cast.as('julian'), newPieceInput.parse({ kind: 'guide', title: 'Predial', unit: cast.units.prensa })),
  );
  const looked = pieceChecks.parse((await call('GET', `/pieces/${id}/checks`)).body);
  expect(looked.items.find(({ check }) => check === 'missing_field')).toMatchObject({ level: 'block' });
  expect((await call('PUT', `/pieces/${id}/renditions/pagina-web`, { title: 'Pague el predial' })).status).toBe(200);
  const said = renditions.parse((await call('GET', `/pieces/${id}/renditions`)).body);
  expect(said.items.find(({ channel }) => channel === 'pagina-web')).toMatchObject({
    words: { title: 'Pague el predial' },
    revision: 1,
    over: 0,
  });
  const refused = await call('POST', `/pieces/${id}/waivers`, { check: 'missing_field', reason: 'Se completa el lunes.' });
  expect([refused.status, refused.body]).toMatchObject([422, { error: { code: 'waiver.never' } }]);
});
