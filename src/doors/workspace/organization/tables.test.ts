import { expect, it } from 'vitest';
import { policy } from '#wiring';
import { scopes, tables } from './tables.ts';

it('shows every rule that the guard reads, and no other', () => {
  expect(Object.assign({}, ...tables.map((table) => table.policy))).toEqual(policy);
});

it("gives keys no scope of what is one person's own", () => {
  expect(scopes).toContain('plan:read');
  expect(scopes).not.toContain('self:write');
});
