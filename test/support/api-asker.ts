import { expect } from 'vitest';
import { issueKey } from '#domains/organization/index.ts';
import type { Endpoint } from '#doors/api/endpoint.ts';
import { accepted } from '#platform/refusal.ts';
import { policy } from '#wiring';
import { held, holdAnswer } from './api-answer.ts';
import type { Cast, Player } from './cast.ts';
import type { OpenHouse } from './house.ts';

export interface Items<T> {
  readonly items: T[];
}
type Said = Record<string, never> & { readonly id: never };

export interface Refused {
  readonly code: string;
  readonly sentence: string;
  readonly fields: Readonly<Record<string, { readonly code: string; readonly sentence: string }>>;
}

/** Asks the API with keys of two people that open everything, and holds each answer to its endpoint. */
export async function openApiAsker(house: OpenHouse, cast: Cast, one: Player = 'esteban', other: Player = 'marcela') {
  const scopes = [...new Set(Object.values(policy).map(({ scope }) => scope))];
  const keyOf = async (player: Player) => {
    const actor = { ...cast.as(player).actor, grants: [{ role: 'administrator', unit: null, units: [] }] };
    return accepted(await issueKey({ ...cast.as(player), actor }, { name: player, scopes, expires_on: null })).key;
  };
  const keys = { one: await keyOf(one), other: await keyOf(other) };

  const send = async (method: string, path: string, body?: object | Uint8Array<ArrayBuffer>, as: keyof typeof keys = 'one') => {
    const raw = body instanceof Uint8Array;
    const response = await fetch(`${house.origin}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${keys[as]}`, 'accept-language': 'es', ...(raw ? {} : { 'content-type': 'application/json' }) },
      ...(body ? { body: raw ? body : JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const said: unknown = text ? JSON.parse(text) : null;
    holdAnswer(method, path, response.status, said);
    return { status: response.status, said };
  };

  return {
    /** What must be answered. */
    ask: async <T = Said>(
      method: string,
      path: string,
      body?: object | Uint8Array<ArrayBuffer>,
      as: keyof typeof keys = 'one',
    ): Promise<T> => {
      const { status, said } = await send(method, path, body, as);
      expect([method, path, status, status < 400 ? '' : said]).toEqual([method, path, status, '']);
      return said as T;
    },
    /** What must be refused: its code, and its sentence. */
    refused: async (method: string, path: string, body?: object, as: keyof typeof keys = 'one'): Promise<Refused> => {
      const { status, said } = await send(method, path, body, as);
      expect([method, path, status]).toEqual([method, path, 422]);
      return (said as { error: Refused }).error;
    },
    send,
  };
}

/** The endpoints of a table whose answers no test of this file asked for. */
export const unheld = (endpoints: readonly Endpoint[]): string[] =>
  endpoints.filter((endpoint) => !held.has(endpoint)).map(({ method, path }) => `${method} ${path}: ask it in this file`);
