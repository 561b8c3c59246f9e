import { z } from 'zod';
import type { Policy } from '#platform/http/policy.ts';
import type { Endpoint } from './endpoint.ts';

type Schema = Record<string, unknown>;

/** The OpenAPI 3.1 document of the endpoints, drawn from the same table that answers (https://spec.openapis.org/oas/v3.1.0). */
export function openApi(endpoints: readonly Endpoint[], policy: Policy) {
  const paths: Record<string, Record<string, unknown>> = {};
  const shared: Record<string, Schema> = {};
  for (const described of endpoints) (paths[described.path] ??= {})[described.method] = operation(described, policy, shared);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pregón',
      version: '1',
      description: 'Everything a person can do, by key. Send the key as `Authorization: Bearer pregon_…`.',
    },
    servers: [{ url: '/api/v1' }],
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: errorSchema, ...shared },
      responses: Object.fromEntries(
        Object.entries(failures).map(([name, description]) => [
          name,
          { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
        ]),
      ),
    },
    security: [{ key: [] }],
    paths,
  };
}

const failures = {
  Unauthorized: 'No key, or one that does not hold.',
  Forbidden: 'The key lacks the scope.',
  NotFound: 'Not there, or not to be seen.',
  Refused: 'A rule of the house said no: a code and a sentence for the whole or for each field.',
};

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code'],
      properties: {
        code: { type: 'string' },
        sentence: { type: 'string' },
        details: { type: 'object' },
        fields: { type: 'object' },
        faults: { type: 'array', items: { type: 'object' } },
        revision: { type: 'integer' },
        conflicts: { type: 'array', items: { type: 'object' } },
      },
    },
  },
};

function operation(described: Endpoint, policy: Policy, shared: Record<string, Schema>): Schema {
  const rule = policy[described.action];
  const named = [...described.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const schema = described.input
    ? (z.toJSONSchema(described.input, { io: 'input', unrepresentable: 'any' }) as {
        properties?: Record<string, Schema>;
        required?: string[];
      })
    : {};
  const properties = schema.properties ?? {};
  const beside = Object.keys(properties).filter((name) => !named.includes(name));
  const inQuery = described.method === 'get' || described.body !== undefined;
  return {
    operationId: `${described.method}${described.path.replace(/[/{}]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/[/{}-]/g, '')}`,
    summary: described.says,
    description: `Scope: \`${rule?.scope ?? ''}\`.`,
    parameters: [
      ...named.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } })),
      ...(inQuery
        ? beside.map((name) => ({ name, in: 'query', required: schema.required?.includes(name) ?? false, schema: properties[name] }))
        : []),
    ],
    ...(inQuery && described.body === undefined ? {} : { requestBody: body(described, beside, properties, schema.required ?? []) }),
    responses: {
      ...done(described, shared),
      '401': { $ref: '#/components/responses/Unauthorized' },
      '403': { $ref: '#/components/responses/Forbidden' },
      '404': { $ref: '#/components/responses/NotFound' },
      '422': { $ref: '#/components/responses/Refused' },
    },
    ...(rule?.roles === 'anyone' ? { security: [] } : {}),
  };
}

/** What the door answers when it went well; the shape is closed. */
function done({ method, answer }: Endpoint, shared: Record<string, Schema>): Schema {
  if (answer === null) return { '204': { description: 'Done; there is nothing to say.' } };
  const { $schema: _, $defs = {}, ...schema } = inDocument(z.toJSONSchema(answer, { io: 'output', unrepresentable: 'any' }));
  Object.assign(shared, $defs);
  return { [method === 'post' ? '201' : '200']: { description: 'Done.', content: { 'application/json': { schema } } } };
}

/** A shape with a name is said once for the whole document, and each that holds it points there. */
const inDocument = (schema: object) =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Schema & { $defs?: Record<string, Schema> };

function body(described: Endpoint, names: readonly string[], properties: Record<string, Schema>, required: readonly string[]): Schema {
  if (described.body === 'file')
    return { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } };
  if (described.body === 'yaml-or-xlsx') {
    const binary = { schema: { type: 'string', format: 'binary' } };
    return {
      required: true,
      content: { 'application/yaml': binary, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': binary },
    };
  }
  const own = required.filter((name) => names.includes(name));
  return {
    required: own.length > 0,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: Object.fromEntries(names.map((name) => [name, properties[name]])),
          ...(own.length > 0 ? { required: own } : {}),
        },
      },
    },
  };
}
