import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { IncomingMessage, Server } from 'node:http';
import type { ServerBuild } from 'react-router';
import type { Config } from '#config';
import { VisitMemory } from '#domains/audiences/index.ts';
import { getScreen, groupTopic, openReturnIntake, screenOfToken, screenTopic } from '#domains/channels/index.ts';
import { identify, isSetUp, zoneOf } from '#domains/organization/index.ts';
import { Collector, VisitIntake } from '#domains/metrics/index.ts';
import { doors } from '#doors/doors.ts';
import { visits } from '#doors/hooks/visits.ts';
import { counted } from '#doors/portal/counting.ts';
import { looked } from '#doors/workspace/editorial/looked.ts';
import { startEmbedded, type Embedded } from '#platform/db/embedded.ts';
import { openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { carryOutReactions, reactionNames } from '#platform/events/reactions.ts';
import { openFiles } from '#platform/files/open.ts';
import { PageCache } from '#platform/http/page-cache.ts';
import { pageHandler } from '#platform/http/pages.ts';
import { openServer } from '#platform/http/server.ts';
import type { App } from '#platform/http/visit.ts';
import { DueClock } from '#platform/jobs/due-clock.ts';
import { Jobs } from '#platform/jobs/jobs.ts';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { guardedOf, mayHear, secretsOf } from '#platform/live/hearing.ts';
import { KeptAnswers } from '#platform/live/kept-answers.ts';
import { Listener } from '#platform/live/listener.ts';
import { Streams, streamsOfOne } from '#platform/live/streams.ts';
import { openLog, type Log } from '#platform/log/log.ts';
import { openVault } from '#platform/secrets/house-key.ts';
import { demonstration, dueWork, hearings, jobs, policy, reactions, slideSources } from '#wiring';

export interface House {
  readonly app: App;
  readonly jobs: Jobs;
  /** Undefined in a process that only works. */
  readonly server: Server | undefined;
  /** Carries out at once what is due and what events owe; tests wait for it instead of sleeping. */
  settle(): Promise<void>;
  /** Stops taking visits, ends what is under way, lets go of the database. */
  close(): Promise<void>;
}

interface Options {
  readonly say?: (what: string) => void;
  readonly clock?: () => Date;
}

/** Opens one process of Pregón as its settings say: web, worker or both. Does not listen yet. */
export async function openHouse(config: Config, { say = () => undefined, clock = () => new Date() }: Options = {}): Promise<House> {
  const embedded: Embedded | undefined = config.DATABASE_URL
    ? undefined
    : await startEmbedded({ dataDir: config.DATA_DIR, say, adopt: true });
  const url = config.DATABASE_URL ?? embedded!.url;
  try {
    await migrate(url, (name) => say(`aplica la migración ${name}`));
    return await furnish(config, url, embedded, clock);
  } catch (cause) {
    await embedded?.stop();
    throw cause;
  }
}

async function furnish(config: Config, url: string, embedded: Embedded | undefined, clock: () => Date): Promise<House> {
  const log = openLog(config.LOG_LEVEL);
  const database = openDatabase(url, config.DATABASE_REPLICA_URL);
  const vault = await openVault(config, database.primary, clock()).catch(async (cause: unknown) => {
    await database.close();
    throw cause;
  });
  const listener = await new Listener(url, log).open();
  const app: App = {
    config,
    database,
    files: await openFiles(config),
    vault,
    log,
    listener,
    frame: new KeptAnswers(listener, 'portal'),
    clock,
    owed: reactionNames(reactions),
    demonstration,
    slides: slideSources,
  };
  const works = config.PROCESS !== 'web';
  const queue = await new Jobs(app).open(jobs, works, await zoneOf(commandContext(database.primary, system, clock(), app.owed)));
  const settle = async () => {
    await carryOutReactions(database, reactions, log, clock, vault);
  };
  const worker = works ? reactWhenTold(app, settle) : undefined;
  const dueClocks = dueWork.map((work) => new DueClock(app, work));
  if (works) for (const due of dueClocks) due.start();
  const intake = works ? await openReturnIntake(app).catch(notHeard(log)) : undefined;
  const guard = {
    guarded: (about: readonly string[]) => guardedOf(hearings, about),
    secret: (guarded: readonly string[]) => secretsOf(database.primary, hearings, guarded),
  };
  const streams = new Streams(listener, guard, log);
  const collector = new Collector(app);
  const visitIntake = new VisitIntake(app);
  const visitMemory = new VisitMemory(app);
  const server = config.PROCESS === 'worker' ? undefined : await openDoors(app, streams, collector, visitIntake, visitMemory);

  return {
    app,
    jobs: queue,
    server,
    settle: async () => {
      for (const due of dueClocks) await due.settle();
      await settle();
      await worker?.idle();
      await settle();
    },
    close: async () => {
      streams.close();
      if (server?.listening)
        await new Promise<void>((done) => {
          server.close(() => done());
          server.closeIdleConnections();
        });
      await collector.close();
      await visitIntake.close();
      await visitMemory.close();
      await intake?.close();
      for (const due of dueClocks) await due.stop();
      await worker?.stop();
      await queue.close();
      await listener.close();
      await database.close();
      await embedded?.stop();
    },
  };
}

/** Another worker of this machine may hold the port: what comes back is taken in by it. */
const notHeard = (log: Log) => (err: unknown) => void log.warn({ err }, 'what comes back is not taken in by this process');

async function openDoors(
  app: App,
  streams: Streams,
  collector: Collector,
  visitIntake: VisitIntake,
  visitMemory: VisitMemory,
): Promise<Server> {
  const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild;
  let setUp = false;
  return openServer(app, {
    identify: ({ cookie, bearer }) => identify(app.database.primary, app.clock(), { cookie, bearer }),
    machines: doors.machines(app),
    bare: [visits(visitIntake)],
    pages: counted(
      looked(
        pageHandler({
          build,
          policy,
          doors: doors.pages,
          cache: new PageCache(app.listener),
          signIn: '/sign-in',
          // Once set up, always set up; until then each request asks, so that the first page follows at once.
          isSetUp: async () => (setUp ||= await isSetUp(app.database.primary)),
        }),
      ),
      collector,
      visitMemory,
    ),
    live: async (incoming, outgoing, visit, again) => {
      const device = await screenTopicsOf(app, incoming);
      if (device) {
        // What only some may know of is told to no wall.
        streams.open(incoming, outgoing, device, { who: 'screen', hears: () => Promise.resolve(false) });
        return true;
      }
      if (visit.actor.kind === 'nobody') return false;
      const asked = [...new Set(new URL(incoming.url ?? '', 'http://house').searchParams.getAll('topic').slice(0, 20))];
      const heard = await Promise.all(asked.map((topic) => mayHear(visit, policy, hearings, topic)));
      const topics = asked.filter((_, at) => heard[at]);
      const whose = `${visit.actor.kind} ${visit.actor.id}`;
      const ear = {
        who: `session ${visit.session}`,
        whose,
        hears: async (topic: string) => mayHear(await again(), policy, hearings, topic),
      };
      if (topics.length > 0 && !streams.open(incoming, outgoing, topics, ear))
        outgoing
          .writeHead(429, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '60' })
          .end(say(visit.locale)('refusals.live.too_many', { most: streamsOfOne }));
      return topics.length > 0;
    },
  });
}

/** What a television hears: of itself, of its group, and of all that may be on it; undefined when it is none that asks. */
async function screenTopicsOf(app: App, { url = '', headers: { cookie = '' } }: IncomingMessage): Promise<string[] | undefined> {
  if (!/^\/live\?screen(&|$)/.test(url)) return undefined;
  const token = /(?:^|;\s*)screen=([^;]+)/.exec(cookie)?.[1];
  const { primary: db } = app.database;
  const id = await screenOfToken({ db }, token);
  if (id === undefined) return undefined;
  const { group } = await getScreen(commandContext(db, system, app.clock(), app.owed), id);
  return [screenTopic(id), 'screen_program', 'assets', 'institution', ...(group === null ? [] : [groupTopic(group)])];
}

/** Carries out reactions as soon as they are told, and every two seconds for those that wait for another try. */
function reactWhenTold(app: App, settle: () => Promise<void>): { idle(): Promise<void>; stop(): Promise<void> } {
  let under: Promise<void> = Promise.resolve();
  const go = () => {
    under = under.then(settle).catch((err: unknown) => app.log.error({ err }, 'reactions stopped for a moment'));
  };
  app.listener.on('reactions', go).on('gap', go);
  const timer = setInterval(go, 2_000);
  go();
  return {
    idle: () => under,
    stop: async () => {
      clearInterval(timer);
      app.listener.off('reactions', go).off('gap', go);
      await under;
    },
  };
}
