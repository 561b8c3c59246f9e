// The package ships no types; this much of it is used (https://github.com/panva/node-oidc-provider, docs/README.md).
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  interface Found {
    readonly accountId: string;
    readonly claims: () => Record<string, unknown>;
  }
  export default class Provider {
    constructor(issuer: string, settings: Record<string, unknown> & { findAccount?: (ctx: unknown, id: string) => Found | undefined });
    callback(): (incoming: IncomingMessage, outgoing: ServerResponse) => void;
  }
}
