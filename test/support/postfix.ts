import { execFile } from 'node:child_process';
import { chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { access, constants } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const program = '/usr/sbin/postfix';

export interface Postfix {
  readonly url: string;
  /** To whom it delivered, once for each mail, after all that it took is delivered. */
  delivered(): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * An instance of Postfix of one's own, with its own queue and a maildir for everybody at `x.co`, on a port of this machine. It must be installed
 * (`apt-get install postfix`), and its master wants root.
 */
export async function openPostfix(): Promise<Postfix> {
  await access(program, constants.X_OK).catch(() => {
    throw new Error('Postfix is not on this machine: install it (apt-get install postfix), or leave MAIL_POSTFIX unset');
  });
  const home = await mkdtemp(join(tmpdir(), 'pregon-postfix-'));
  const place = (name: string) => join(home, name);
  const idOf = async (name: string) => Number((await run('id', ['-u', name])).stdout);
  const owner = await idOf('postfix');
  const port = await freePort();
  for (const name of ['conf', 'queue', 'data', 'mail']) await mkdir(place(name), { mode: 0o755 });
  await run('chmod', ['755', home]);
  await chown(place('data'), owner, 0);
  await chown(place('mail'), owner, owner);
  await writeFile(
    place('conf/main.cf'),
    `compatibility_level = 3.6
queue_directory = ${place('queue')}
data_directory = ${place('data')}
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
virtual_mailbox_domains = x.co
virtual_mailbox_base = ${place('mail')}
virtual_mailbox_maps = static:all/
virtual_minimum_uid = 1
virtual_uid_maps = static:${owner}
virtual_gid_maps = static:${owner}
smtpd_relay_restrictions = permit_auth_destination, reject
smtpd_client_connection_count_limit = 0
maillog_file = /dev/null
maillog_file_prefixes = /dev
`,
  );
  await writeFile(
    place('conf/master.cf'),
    `127.0.0.1:${port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`,
  );
  await run(program, ['-c', place('conf'), 'start']);
  return {
    url: `smtp://127.0.0.1:${port}`,
    delivered: async () => {
      const waits = async () =>
        (await run('find', [...['incoming', 'active', 'maildrop'].map((name) => place(`queue/${name}`)), '-type', 'f'])).stdout !== '';
      for (let quiet = 0; quiet < 3;) {
        quiet = (await waits()) ? 0 : quiet + 1;
        await new Promise((go) => setTimeout(go, 200));
      }
      const folder = place('mail/all/new');
      const files = await readdir(folder).catch(() => []);
      const mails = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
      await Promise.all(files.map((file) => rm(join(folder, file))));
      return mails.map((mail) => /^X-Original-To: (.*)$/m.exec(mail)?.[1] ?? /^Delivered-To: (.*)$/m.exec(mail)![1]!);
    },
    close: async () => {
      await run(program, ['-c', place('conf'), 'stop']).catch(() => undefined);
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
