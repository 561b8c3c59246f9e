import pino, { type Logger } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

// What a person typed or is never goes to the log: errors are kept to their type, message and stack, requests to method,
// route and status (http/server.ts).
const redact = ['password', '*.password', 'token', '*.token', 'email', '*.email', 'cookie', '*.cookie', 'authorization', '*.authorization'];

export function openLog(level: string): Log {
  return pino({ level, base: { pid: process.pid }, redact: { paths: redact, remove: true }, timestamp: pino.stdTimeFunctions.isoTime });
}
