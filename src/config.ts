import { z } from 'zod';
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What the process was told from outside, read once. Every setting is described in docs/operations/settings.md. */
export type Config = Readonly<z.output<typeof shape>>;

/** The environment says something that cannot be; `message` is a sentence per setting, with advice. */
export class ConfigError extends Error {}

const url = (advice: string, ...protocols: string[]) =>
  z.string().refine((value) => {
    const protocol = URL.parse(value)?.protocol;
    return protocol !== undefined && (protocols.length === 0 || protocols.includes(protocol));
  }, advice);

const optional = (value: unknown) => (value === '' ? undefined : value);
const setting = <T extends z.ZodType>(type: T) => z.preprocess(optional, type);

// Not by the URL parser: a server on a Unix socket has no host in its address (libpq, «Connection URIs»).
const postgres = z.string().regex(/^postgres(ql)?:\/\/\S+$/, 'debe ser una dirección como postgres://usuario:clave@servidor:5432/base');

// So many a second, a minute, an hour or a day, parted by commas.
const rate = z
  .string()
  .regex(/^\s*\d+\s*\/\s*[smhd]\s*(,\s*\d+\s*\/\s*[smhd]\s*)*$/, 'debe ser como 10/s, 300/m, 5000/h o 50000/d; varias, con comas')
  .optional();

function isPrivateKey(file: string): boolean {
  try {
    return ['rsa', 'ed25519'].includes(createPrivateKey(readFileSync(file)).asymmetricKeyType ?? '');
  } catch {
    return false;
  }
}

const shape = z
  .object({
    PORT: setting(z.coerce.number('debe ser un número de puerto, como 3000').int().min(0).max(65535).default(3000)),
    HOST: setting(z.string().default('127.0.0.1')),
    PUBLIC_URL: setting(
      url('debe empezar por http:// o https://, como https://www.puertoclaro.gov.co', 'http:', 'https:')
        .transform((value) => value.replace(/\/+$/, ''))
        .optional(),
    ),
    DATA_DIR: setting(
      z
        .string()
        .default('data')
        .transform((path) => resolve(path)),
    ),
    DATABASE_URL: setting(postgres.optional()),
    DATABASE_REPLICA_URL: setting(postgres.optional()),
    PROCESS: setting(z.enum(['all', 'web', 'worker'], 'debe ser all (todo en un proceso), web o worker').default('all')),
    LOG_LEVEL: setting(z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'debe ser debug, info, warn, error o silent').default('info')),
    TRUST_PROXY: setting(
      z
        .enum(['0', '1'], 'debe ser 1 (hay un proxy delante que pone X-Forwarded-For) o 0')
        .default('0')
        .transform((value) => value === '1'),
    ),
    SECRET_KEY: setting(
      z.string().min(32, 'debe tener 32 letras o más, y ser la misma en todos los procesos; bin/key --new da una').optional(),
    ),
    SMTP_URL: setting(url('debe ser como smtp://usuario:clave@correo.entidad.gov.co:587', 'smtp:', 'smtps:').optional()),
    SMTP_URL_2: setting(url('debe ser como smtp://usuario:clave@correo2.entidad.gov.co:587', 'smtp:', 'smtps:').optional()),
    SMTP_URL_3: setting(url('debe ser como smtp://usuario:clave@correo3.entidad.gov.co:587', 'smtp:', 'smtps:').optional()),
    SMTP_RATE: setting(rate),
    SMTP_RATE_2: setting(rate),
    SMTP_RATE_3: setting(rate),
    SMTP_CONNECTIONS: setting(z.coerce.number('debe ser cuántas conexiones se abren a la vez, como 10').int().min(1).max(100).default(10)),
    MAIL_REPLY_TO: setting(z.email('debe ser un correo, como contacto@entidad.gov.co').optional()),
    BOUNCE_DOMAIN: setting(
      z
        .string()
        .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'debe ser un dominio que reciba correo, como rebotes.entidad.gov.co')
        .optional(),
    ),
    BOUNCE_SMTP_PORT: setting(z.coerce.number('debe ser un número de puerto, como 2525').int().min(0).max(65535).optional()),
    BOUNCE_SMTP_HOST: setting(z.string().default('0.0.0.0')),
    BOUNCE_IMAP_URL: setting(url('debe ser como imaps://usuario:clave@correo.entidad.gov.co/INBOX', 'imap:', 'imaps:').optional()),
    BOUNCE_HOOK_SECRET: setting(z.string().min(24, 'debe tener 24 letras o más, y conocerla solo el proveedor de correo').optional()),
    MAIL_COUNTING: setting(
      z.enum(['all', 'clicks', 'none'], 'debe ser all (aperturas y clics, todos juntos), clicks o none').default('all'),
    ),
    PUSH_SERVICE_URL: setting(url('debe ser como https://avisos.entidad.gov.co', 'http:', 'https:').optional()),
    DKIM_DOMAIN: setting(
      z
        .string()
        .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'debe ser el dominio que firma, como entidad.gov.co')
        .optional(),
    ),
    DKIM_SELECTOR: setting(
      z
        .string()
        .regex(/^[a-z0-9.-]+$/i, 'debe ser el nombre de la llave en el DNS, como pregon')
        .optional(),
    ),
    DKIM_KEY_FILE: setting(
      z
        .string()
        .refine(isPrivateKey, 'debe ser un archivo con la llave privada en PEM, RSA o Ed25519, que este proceso pueda leer')
        .optional(),
    ),
    SMTP_FROM: setting(z.email('debe ser un correo, como pregon@entidad.gov.co').optional()),
    S3_ENDPOINT: setting(url('debe ser la dirección del servicio, como https://s3.entidad.gov.co', 'http:', 'https:').optional()),
    S3_BUCKET: setting(z.string().optional()),
    S3_REGION: setting(z.string().default('us-east-1')),
    S3_ACCESS_KEY_ID: setting(z.string().optional()),
    S3_SECRET_ACCESS_KEY: setting(z.string().optional()),
    OIDC_ISSUER: setting(url('debe ser la dirección del proveedor, como https://identidad.entidad.gov.co', 'http:', 'https:').optional()),
    OIDC_CLIENT_ID: setting(z.string().optional()),
    OIDC_CLIENT_SECRET: setting(z.string().optional()),
    OIDC_LABEL: setting(z.string().default('la cuenta de la entidad')),
  })
  .superRefine((config, check) => {
    const together = (names: (keyof typeof config)[], advice: string) => {
      const given = names.filter((name) => config[name] !== undefined);
      if (given.length > 0 && given.length < names.length) {
        check.addIssue({ code: 'custom', path: [names.find((name) => config[name] === undefined)!], message: advice });
      }
    };
    together(
      ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
      'falta: el almacén S3 necesita S3_BUCKET, S3_ACCESS_KEY_ID y S3_SECRET_ACCESS_KEY',
    );
    together(
      ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
      'falta: el ingreso único necesita OIDC_ISSUER, OIDC_CLIENT_ID y OIDC_CLIENT_SECRET',
    );
    together(
      ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'],
      'falta: para firmar se necesitan DKIM_DOMAIN, DKIM_SELECTOR y DKIM_KEY_FILE',
    );
    if ((config.SMTP_URL_2 ?? config.SMTP_URL_3) && !config.SMTP_URL)
      check.addIssue({ code: 'custom', path: ['SMTP_URL'], message: 'falta: los otros servidores entran cuando este no responde' });
    if (config.DATABASE_REPLICA_URL && !config.DATABASE_URL) {
      check.addIssue({
        code: 'custom',
        path: ['DATABASE_REPLICA_URL'],
        message: 'necesita también DATABASE_URL: la réplica es de esa base',
      });
    }
    if (config.PROCESS !== 'all' && !config.DATABASE_URL) {
      check.addIssue({
        code: 'custom',
        path: ['PROCESS'],
        message: 'web y worker por separado necesitan DATABASE_URL, una base que ambos vean',
      });
    }
  });

export const settingNames: readonly string[] = Object.keys(shape.shape);

/**
 * Reads the settings from an environment.
 * @throws ConfigError with one line per wrong setting, each with advice.
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const parsed = shape.safeParse(env);
  if (parsed.success) return Object.freeze(parsed.data);
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'));
}
