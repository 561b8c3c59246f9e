import { expect, test } from 'vitest';
import { openApiAsker, unheld, type Items } from '#test/support/api-asker.ts';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { screenDevice } from '#test/support/screen-device.ts';
import { playlistEndpoints } from './playlists.ts';
import { screenEndpoints } from './screens.ts';

const house = await openTestHouse({ clock: () => new Date('2026-11-18T15:00:00Z') });
const cast = await seatCast(house);
const { ask, refused } = await openApiAsker(house, cast, 'marcela');

test('screens, their groups, what they play and what covers them, by key', async () => {
  const { id: group } = await ask<{ id: number }>('POST', '/screen-groups', { name: 'Halles', public: true });
  expect((await refused('POST', '/screen-groups', { name: 'halles' })).code).toBe('screen.group_known');
  const device = screenDevice(house);
  const { code } = await device.json<{ code: string }>('/screens/pairings', {});
  expect((await refused('POST', '/screens', { code: 'AAAAAA', name: 'Hall', orientation: 'lying' })).code).toBe('screen.no_code');
  const { id } = await ask<{ id: number }>('POST', '/screens', { code, name: 'Hall', orientation: 'lying', group });
  await device.ask('/screens/place', {});
  await device.ask('/screens/beats', { title: 'Vacunas' });
  await device.ask('/screens/plays', {
    plays: [{ item: 'piece:7~a', source: 'piece:7', title: 'Vacunas', started: Date.parse('2026-11-18T14:00:00Z'), seconds: 12 }],
  });
  const { version } = await ask<{ version: number }>('GET', `/screens/${id}`);
  await ask('PUT', `/screens/${id}`, { version, name: 'Hall de entrada', orientation: 'standing', group, place: 'Piso 1' });
  expect((await refused('PUT', `/screens/${id}`, { version, name: 'Otro', orientation: 'lying', group })).code).toBe('screen.changed');
  await ask('PUT', `/screens/${id}/exclusion`, { excluded: true });
  await ask('PUT', `/screens/${id}/exclusion`, { excluded: false });
  await ask('POST', `/screens/${id}/reloads`);
  expect((await ask<Items<object>>('GET', '/screens?state=showing&q=piso')).items).toHaveLength(1);
  expect((await ask<Items<{ plays: number }>>('GET', `/screen-plays?screen=${id}`)).items).toEqual([expect.objectContaining({ plays: 1 })]);

  expect(await ask('GET', '/screen-groups?q=hal')).toMatchObject({ total: 1, items: [{ name: 'Halles' }] });
  const seen = await ask<{ version: number }>('GET', `/screen-groups/${group}`);
  await ask('PUT', `/screen-groups/${group}`, { version: seen.version, name: 'Halles', public: true, onFrom: '07:00', onUntil: '18:00' });
  expect((await refused('DELETE', `/screen-groups/${group}`)).code).toBe('screen.group_in_use');

  const said = {
    name: 'Mañanas',
    days: [1, 2, 3, 4, 5],
    fromTime: '07:00',
    untilTime: '12:00',
    groups: [group],
    items: [{ kind: 'clock' }],
  };
  const { id: playlist } = await ask<{ id: number }>('POST', '/playlists', said);
  expect((await refused('POST', '/playlists', { ...said, items: [{ kind: 'asset', ref: '987654' }] })).code).toBe('playlist.not_there');
  expect((await refused('POST', '/playlists', { ...said, untilTime: '' })).fields).toHaveProperty('untilTime');
  const { version: at } = await ask<{ version: number }>('GET', `/playlists/${playlist}`);
  await ask('PUT', `/playlists/${playlist}`, { ...said, version: at, priority: 4 });
  expect((await ask<Items<object>>('GET', '/playlists')).items).toHaveLength(2);
  await ask('DELETE', `/playlists/${playlist}`);

  const order = { groups: [group], kind: 'alert', title: 'Suba al piso 2', reason: 'Agua en el sótano' };
  expect((await refused('POST', '/takeovers', { ...order, reason: '' })).fields).toHaveProperty('reason');
  const { id: takeover } = await ask<{ id: number }>('POST', '/takeovers', { ...order, minutes: 30 });
  expect(await ask('GET', '/takeovers?q=calle')).toMatchObject({ open: 1 });
  expect(await ask('GET', '/takeovers?q=zzz')).toMatchObject({ items: [], total: 0, open: 1 });
  expect(await ask('GET', '/takeovers?page=2')).toMatchObject({ items: [], total: 1 });
  await ask('DELETE', `/takeovers/${takeover}`);
  expect((await refused('DELETE', `/takeovers/${takeover}`)).code).toBe('takeover.over');

  await ask('DELETE', `/screens/${id}`);
  await ask('DELETE', `/screen-groups/${group}`);
});

test('on which groups a piece is seen', async () => {
  const { id: group } = await ask<{ id: number }>('POST', '/screen-groups', { name: 'Pasillos' });
  const { approvedPiece } = await import('#test/support/approved-piece.ts');
  const piece = await approvedPiece(house, cast, { kind: 'notice_board_card' });
  await ask('POST', `/pieces/${piece.id}/publication`, { channels: ['pantallas-internas'] });
  await house.settle();
  const { items } = await ask<Items<{ dispatch: number }>>('GET', '/screen-pieces');
  await ask('PUT', `/screen-pieces/${items[0]!.dispatch}/groups`, { groups: [group] });
  expect((await ask<Items<object>>('GET', '/screen-pieces')).items).toEqual([expect.objectContaining({ groups: [group] })]);
});

test('each of their endpoints was held to what it says', () => {
  expect(unheld([...screenEndpoints, ...playlistEndpoints])).toEqual([]);
});
