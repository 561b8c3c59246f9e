import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import type { App } from '#platform/http/visit.ts';
import { recipientOfBounce } from '../verp.ts';
import { reportLimit } from './report.ts';
import { takeReturn } from './returns.ts';

type IntakeApp = Pick<App, 'config' | 'database' | 'clock' | 'owed' | 'vault' | 'log'>;

export interface Intake {
  /** Where it listens. */
  readonly port: number;
  close(): Promise<void>;
}

const most = 50;
// A report may bring back the whole of a mail; what it says stands at its beginning.
const largest = 20 * 1024 * 1024;

/**
 * A mail server that takes what comes back and nothing else: only for signed addresses of ours and for `complaints`,
 * and it hands nothing on. Off unless BOUNCE_SMTP_PORT says where it listens.
 */
export async function openReturnIntake(app: IntakeApp): Promise<Intake | undefined> {
  const { BOUNCE_SMTP_PORT: port, BOUNCE_SMTP_HOST: host } = app.config;
  if (port === undefined) return undefined;
  const { SMTPServer } = await import('smtp-server');
  const server = new SMTPServer({
    banner: 'Pregon',
    // Whoever brings a report is a stranger; nothing secret comes by here.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largest,
    maxClients: most,
    socketTimeout: 60_000,
    closeTimeout: 5_000,
    logger: false,
    onRcptTo: ({ address }, _, done) => {
      if (isForUs(app, address)) return done();
      done(Object.assign(new Error('5.1.1 no such address here'), { responseCode: 550 }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      let size = 0;
      stream.on('data', (part: Buffer) => {
        if (size < reportLimit) parts.push(part.subarray(0, reportLimit - size));
        size += part.length;
      });
      stream.on('error', (cause) => done(cause));
      stream.on('end', () => {
        if (size > largest) return done(Object.assign(new Error('5.3.4 too large'), { responseCode: 552 }));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        take(app, Buffer.concat(parts), to).then(
          () => done(),
          (err: unknown) => {
            app.log.error({ err }, 'what came back was not taken in');
            done(Object.assign(new Error('4.3.0 try again'), { responseCode: 451 }));
          },
        );
      });
    },
  });
  server.on('error', (err) => app.log.warn({ err: String(err) }, 'the intake of what comes back stumbled'));
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      listening();
    });
  });
  const at = server.server.address();
  return {
    port: typeof at === 'object' && at !== null ? at.port : port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
      }),
  };
}

const isForUs = ({ vault }: IntakeApp, address: string) => recipientOfBounce(vault, address) !== null || /^complaints@/i.test(address);

/** In a transaction of its own: answered with «taken» only once it is written. */
async function take({ database, clock, owed, vault }: IntakeApp, raw: Uint8Array, to: readonly string[]): Promise<void> {
  await database.primary
    .transaction()
    .execute((db) => takeReturn(commandContext(db, system, clock(), owed, vault), raw, { means: 'smtp', to }));
}
