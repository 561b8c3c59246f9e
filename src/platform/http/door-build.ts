import { data, type ServerBuild } from 'react-router';
import type { Address } from './address.ts';

type Routes = ServerBuild['routes'];
type Route = NonNullable<Routes[string]>;

/** React Router goes through all routes that it is given, for each request: those of one door alone, with what they hang from. */
export function onlyOf(build: ServerBuild, addresses: readonly Address[]): ServerBuild {
  const paths = new Set(addresses.map(({ path }) => path));
  const kept = new Set<string>();
  for (const route of Object.values(build.routes)) {
    if (route?.path === undefined || !paths.has(route.path)) continue;
    for (let at: Route | undefined = route; at; at = build.routes[at.parentId ?? '']) kept.add(at.id);
  }
  const among = <T>(routes: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)));
  return { ...build, routes: among(build.routes), assets: { ...build.assets, routes: among(build.assets.routes) } };
}

// React Router writes out what loaders return, for a browser to go on with, before any page is drawn. A symbol's value it leaves.
const inside = Symbol('what a loader returned');

/** The same pages with what their loaders return out of its sight, for a door whose pages send no script. */
export function sealed(build: ServerBuild): ServerBuild {
  return { ...build, routes: Object.fromEntries(Object.entries(build.routes).map(([id, route]) => [id, route && sealedRoute(route)])) };
}

function sealedRoute(route: Route): Route {
  const { loader, default: page } = route.module;
  // Without a page there is an answer of its own: a file, a feed.
  if (!loader || !page) return route;
  return { ...route, module: { ...route.module, loader: async (args) => seal(await loader(args)) } };
}

function seal(value: unknown) {
  if (value instanceof Response) return value;
  return isWithStatus(value) ? data({ [inside]: value.data }, value.init ?? undefined) : { [inside]: value };
}

/** What `data()` gives: a value that is answered with a status of its own, such as 410. */
const isWithStatus = (value: unknown): value is ReturnType<typeof data<unknown>> =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit';

/** What pages draw from, as their loaders returned it. */
export function unsealed(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([id, value]) => [id, value !== null && typeof value === 'object' && inside in value ? value[inside] : value]),
  );
}
