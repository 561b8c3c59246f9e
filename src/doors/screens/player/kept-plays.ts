export interface Play {
  readonly item: string;
  readonly title: string;
  readonly source: string;
  readonly started: number;
  readonly seconds: number;
}

const name = 'plays';

/** Proof of play, kept in the device until the house says that it has it: through cuts of network, of power and of the page. */
export class KeptPlays {
  readonly #database: Promise<IDBDatabase>;

  constructor() {
    this.#database = new Promise((done, fail) => {
      const opening = indexedDB.open('pregon-screen', 1);
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(name, { autoIncrement: true }));
      opening.addEventListener('success', () => done(opening.result));
      opening.addEventListener('error', () => fail(opening.error ?? new Error('no database')));
    });
    this.#database.catch(() => undefined);
  }

  async add(play: Play): Promise<void> {
    await this.#do('readwrite', (store) => store.add(play));
  }

  /** The oldest, with the keys under which they are forgotten. */
  async oldest(count: number): Promise<{ keys: IDBValidKey[]; plays: Play[] }> {
    const keys = await this.#do('readonly', (store) => store.getAllKeys(null, count));
    const plays = await this.#do('readonly', (store) => store.getAll(null, count) as IDBRequest<Play[]>);
    return { keys, plays };
  }

  async forget(keys: readonly IDBValidKey[]): Promise<void> {
    if (keys.length > 0) await this.#do('readwrite', (store) => store.delete(IDBKeyRange.bound(keys[0], keys.at(-1))));
  }

  count(): Promise<number> {
    return this.#do('readonly', (store) => store.count());
  }

  async #do<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const transaction = (await this.#database).transaction(name, mode);
    const request = ask(transaction.objectStore(name));
    return new Promise((done, fail) => {
      transaction.addEventListener('complete', () => done(request.result));
      transaction.addEventListener('abort', () => fail(transaction.error ?? new Error('not kept')));
    });
  }
}
