import { hostname } from 'node:os';
import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectSecure, type ConnectionOptions } from 'node:tls';
import { Replies, SmtpLost, type Reply } from './smtp-replies.ts';

/** A server that mail is handed to. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise it is begun when the server offers it (RFC 3207). */
  readonly secure: boolean;
  /** Nothing is said without TLS. */
  readonly requireTls: boolean;
  readonly user: string;
  readonly password: string;
  readonly tls: ConnectionOptions;
}

/** Milliseconds to connect, for an answer, and for the answer to a whole message (RFC 5321, §4.5.3.2, with shorter ones of ours). */
export interface Patience {
  readonly connect: number;
  readonly answer: number;
  readonly message: number;
}
export const usualPatience: Patience = { connect: 20_000, answer: 60_000, message: 120_000 };

/** The server does not take mail from us now: nothing of any message was said. */
export class SmtpClosed extends Error {}

/** How one message ended. `refused` and `not_sent` are certain; `unknown` may have been taken. */
export type Sent =
  | { readonly how: 'accepted'; readonly answer: string }
  | { readonly how: 'refused'; readonly answer: string; readonly code: number; readonly at: 'sender' | 'recipient' | 'message' }
  /** `held`: nobody let it leave. Otherwise the server went away before the message. */
  | { readonly how: 'not_sent'; readonly why: string; readonly held: boolean }
  | { readonly how: 'unknown'; readonly why: string };

/** One conversation with a server, for many messages. */
export class SmtpConnection {
  #replies: Replies;
  #socket: Socket;
  #pipelining = false;
  readonly #patience: Patience;

  private constructor(socket: Socket, patience: Patience) {
    this.#socket = socket;
    this.#replies = new Replies(socket);
    this.#patience = patience;
  }

  /** @throws SmtpClosed */
  static async open(server: SmtpServer, patience: Patience = usualPatience): Promise<SmtpConnection> {
    const at = { host: server.host, port: server.port };
    const socket = server.secure ? connectSecure({ ...at, servername: server.host, ...server.tls }) : connectPlain(at);
    const connection = new SmtpConnection(socket, patience);
    try {
      await connection.#greet(server);
      return connection;
    } catch (cause) {
      connection.close();
      if (cause instanceof SmtpLost) throw new SmtpClosed(cause.message, { cause });
      throw cause;
    }
  }

  get isOpen(): boolean {
    return !this.#replies.isLost;
  }

  /**
   * Hands over one message. `marked` says whether it is written down that it is on its way: not before does a byte of it leave.
   * The message is the text as it goes over the wire, without its final dot; no line of it begins with one.
   */
  async send(from: string, to: string, message: readonly (Buffer | string)[], marked: Promise<boolean>): Promise<Sent> {
    let whole = false;
    try {
      const refused = await this.#envelope(from, to);
      const may = await marked;
      if (refused) return refused;
      if (!may) {
        // After 354 there is no other way out than to end the conversation; the server keeps nothing (RFC 5321, §4.1.1.4).
        this.close();
        return { how: 'not_sent', why: 'it was held back', held: true };
      }
      this.#socket.cork();
      for (const piece of message) this.#socket.write(piece, 'latin1');
      this.#socket.write('.\r\n');
      whole = this.isOpen;
      this.#socket.uncork();
      const reply = await this.#replies.next(this.#patience.message);
      return reply.code < 300 ? { how: 'accepted', answer: reply.text } : refusal(reply, 'message');
    } catch (cause) {
      if (!(cause instanceof SmtpLost)) throw cause;
      return whole ? { how: 'unknown', why: cause.message } : { how: 'not_sent', why: cause.message, held: false };
    }
  }

  /** MAIL, RCPT and DATA, in one breath where the server can (RFC 2920). */
  async #envelope(from: string, to: string): Promise<Sent | null> {
    const commands = [`MAIL FROM:<${from}>\r\n`, `RCPT TO:<${to}>\r\n`, 'DATA\r\n'];
    if (this.#pipelining) this.#socket.write(commands.join(''));
    let refused: Sent | null = null;
    for (const command of commands) {
      if (!this.#pipelining) {
        if (refused) break;
        this.#socket.write(command);
      }
      const reply = await this.#replies.next(this.#patience.answer);
      const last = command.startsWith('DATA');
      if (last ? reply.code !== 354 : reply.code >= 300)
        refused ??= refusal(reply, command.startsWith('MAIL') ? 'sender' : last ? 'message' : 'recipient');
      // It waits for a message to nobody: there is none (RFC 2920, §3.1).
      else if (last && refused) {
        this.#socket.write('.\r\n');
        await this.#replies.next(this.#patience.answer);
      }
    }
    if (!refused) return null;
    if (!this.#pipelining) await this.#say('RSET');
    return refused;
  }

  async quit(): Promise<void> {
    if (this.isOpen) await this.#say('QUIT').catch(() => undefined);
    this.close();
  }

  close(): void {
    this.#replies.lose('we closed it');
  }

  async #say(command: string, within = this.#patience.answer): Promise<Reply> {
    this.#socket.write(`${command}\r\n`);
    return this.#replies.next(within);
  }

  async #greet(server: SmtpServer): Promise<void> {
    this.#socket.setNoDelay(true);
    const greeting = await this.#replies.next(this.#patience.connect);
    if (greeting.code !== 220) throw new SmtpClosed(greeting.text);
    let offered = await this.#hello();
    if (!server.secure && /^250[ -]STARTTLS/im.test(offered)) {
      await this.#secure(server);
      offered = await this.#hello();
    } else if (!server.secure && server.requireTls) throw new SmtpClosed('the server does not offer STARTTLS');
    this.#pipelining = /^250[ -]PIPELINING/im.test(offered);
    if (server.user !== '') await this.#signIn(server, offered);
  }

  async #hello(): Promise<string> {
    const name = /^[\w.-]+$/.test(hostname()) ? hostname() : 'localhost';
    const reply = await this.#say(`EHLO ${name}`);
    if (reply.code === 250) return reply.text;
    const old = await this.#say(`HELO ${name}`);
    if (old.code !== 250) throw new SmtpClosed(old.text);
    return old.text;
  }

  async #secure(server: SmtpServer): Promise<void> {
    const reply = await this.#say('STARTTLS');
    if (reply.code !== 220) throw new SmtpClosed(reply.text);
    this.#socket = connectSecure({ socket: this.#replies.detach(), servername: server.host, ...server.tls });
    this.#replies = new Replies(this.#socket);
  }

  async #signIn({ user, password }: SmtpServer, offered: string): Promise<void> {
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    const ways = /^250[ -]AUTH[ =](.*)$/im.exec(offered)?.[1]?.toUpperCase() ?? '';
    let reply: Reply;
    if (ways.includes('LOGIN') && !ways.includes('PLAIN')) {
      await this.#say('AUTH LOGIN');
      await this.#say(base64(user));
      reply = await this.#say(base64(password));
    } else reply = await this.#say(`AUTH PLAIN ${base64(`\0${user}\0${password}`)}`);
    if (reply.code !== 235) throw new SmtpClosed(reply.text);
  }
}

/** A 5xx is for ever, a 4xx for now (RFC 5321, §4.2.1). `at`: whose fault it is. */
function refusal({ code, text }: Reply, at: 'sender' | 'recipient' | 'message'): Sent {
  return { how: 'refused', answer: text.slice(0, 500), code, at };
}
