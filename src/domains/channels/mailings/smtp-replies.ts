import type { Socket } from 'node:net';

export interface Reply {
  readonly code: number;
  readonly text: string;
}

/** The connection ended, or nobody answered in time: what the server did with what it was last told is not known. */
export class SmtpLost extends Error {}

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (cause: SmtpLost) => void;
}

/** Reads the replies of a server, in the order in which they were asked for (RFC 5321, §4.2). */
export class Replies {
  #heard = '';
  #lines: string[] = [];
  readonly #ready: Reply[] = [];
  readonly #waiting: Waiting[] = [];
  #lost: SmtpLost | undefined;
  readonly #socket: Socket;
  readonly #onData = (chunk: string) => this.#read(chunk);
  readonly #onError = (cause: Error) => this.lose(cause.message);
  readonly #onClose = () => this.lose('the connection was closed');

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('latin1').on('data', this.#onData).on('error', this.#onError).on('close', this.#onClose);
  }

  /** The next reply. A server that trickles has no more time than one that is silent. @throws SmtpLost */
  async next(within: number): Promise<Reply> {
    const ready = this.#ready.shift();
    if (ready) return ready;
    if (this.#lost) throw this.#lost;
    const timer = setTimeout(() => this.lose(`no answer in ${within / 1000} s`), within);
    try {
      return await new Promise<Reply>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Hands the socket over, to become a TLS one. */
  detach(): Socket {
    this.#socket.off('data', this.#onData).off('error', this.#onError).off('close', this.#onClose);
    return this.#socket;
  }

  lose(why: string): void {
    this.#lost ??= new SmtpLost(why);
    for (const { reject } of this.#waiting.splice(0)) reject(this.#lost);
    this.#socket.destroy();
  }

  get isLost(): boolean {
    return this.#lost !== undefined;
  }

  #read(chunk: string): void {
    this.#heard += chunk;
    if (this.#heard.length > 100_000) return this.lose('the server says too much');
    for (let end = this.#heard.indexOf('\n'); end >= 0; end = this.#heard.indexOf('\n')) {
      const line = this.#heard.slice(0, end).replace(/\r$/, '');
      this.#heard = this.#heard.slice(end + 1);
      this.#lines.push(line);
      if (/^\d{3}-/.test(line)) continue;
      if (!/^\d{3}/.test(line)) return this.lose(`not a reply: ${line.slice(0, 80)}`);
      const reply = { code: Number(line.slice(0, 3)), text: this.#lines.join('\n') };
      this.#lines = [];
      const waiting = this.#waiting.shift();
      if (waiting) waiting.resolve(reply);
      else this.#ready.push(reply);
    }
  }
}
