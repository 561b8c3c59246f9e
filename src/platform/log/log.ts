import pino, { type Logger } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

// What a person typed or is never goes to the log: errors are kept to their type, code, message and stack, requests to
// method, path and status (http/server.ts).
const redact = ['password', '*.password', 'token', '*.token', 'email', '*.email', 'cookie', '*.cookie', 'authorization', '*.authorization'];

export function openLog(level: string): Log {
  return pino({
    level,
    base: { pid: process.pid },
    redact: { paths: redact, remove: true },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  });
}

/** Errors of the database carry its whole connection, and others whatever their library hung on them. */
function describeError(cause: unknown): Record<string, unknown> {
  if (!(cause instanceof Error))
    return { message: typeof cause === 'object' && cause !== null && 'message' in cause ? String(cause.message) : String(cause) };
  const { code } = cause as { code?: unknown };
  return {
    type: cause.name,
    message: cause.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: cause.stack,
    ...(cause.cause instanceof Error ? { cause: describeError(cause.cause) } : {}),
  };
}
