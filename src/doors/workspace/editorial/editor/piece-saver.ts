import { same, type Conflict } from '#platform/stale.ts';
import { joinWritten } from '#platform/text/join-written.ts';
import type { Problem } from '#ui/field.tsx';
import { withPart, type Content, type Held } from './content.ts';
import type { Kept } from './kept-copy.ts';
import type { Answered } from './post.ts';

export interface SavedAnswer {
  readonly revision: number;
  readonly savedAt: string;
  readonly joined: Content | null;
  readonly voided: boolean;
}

export interface House {
  send(content: Content, revision: number, was?: Content): Promise<Answered<SavedAnswer>>;
  /** What the house holds, or `nothing` when that is no later than `after`. */
  read(after: number): Promise<Answered<Held>>;
}

/** How writing and saving stand. `differs`: another wrote the same; nothing is sent until one has chosen. */
export type Standing = 'saved' | 'writing' | 'saving' | 'away' | 'signed_out' | 'differs' | 'refused' | 'gone';

export interface Desk {
  readonly standing: Standing;
  readonly savedAt: string;
  readonly savedBy: string | null;
  readonly conflicts: readonly Conflict[];
  readonly refusal: Problem | null;
  /** Whether an approval ended by what was written here. */
  readonly voided: boolean;
  /** Whether what is here came from this device, where it waited. */
  readonly recovered: boolean;
  /** Whether this device could not keep it. */
  readonly unkept: boolean;
}

const pause = 1_000;
const retry = 5_000;

/**
 * Saves what is written, a second after the last key; keeps it on the device until the house has it; joins what others save
 * meanwhile. One request at a time, so that what comes back is always later than what is known.
 */
export class PieceSaver {
  #held: Held;
  #now: Content;
  /** What was sent and may have arrived although no answer came. */
  #unanswered: Content[] = [];
  #line: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #house: House;
  readonly #kept: Kept;
  readonly #draw: (content: Content) => void;
  readonly #take: () => void;
  readonly #tell: (desk: Desk) => void;
  #desk: Desk;
  /** Something is on the sheet that `changed` was not told yet. */
  #untold = false;

  /** `draw` shows content that came from elsewhere; `take` has `changed` told what is on the sheet; `tell` hears how it stands. */
  constructor(held: Held, house: House, kept: Kept, draw: (content: Content) => void, take: () => void, tell: (desk: Desk) => void) {
    this.#held = held;
    this.#now = contentOf(held);
    this.#house = house;
    this.#kept = kept;
    this.#draw = draw;
    this.#take = take;
    this.#tell = tell;
    this.#desk = {
      standing: 'saved',
      savedAt: held.savedAt,
      savedBy: held.savedBy,
      conflicts: [],
      refusal: null,
      voided: false,
      recovered: false,
      unkept: false,
    };
  }

  get desk(): Desk {
    return this.#desk;
  }

  get content(): Content {
    return this.#now;
  }

  /** Takes up what waited on this device, if anything did. */
  recover(): void {
    const copy = this.#kept.read();
    if (!copy) return;
    const { merged, conflicts } = joinWritten(copy.held, copy.content, contentOf(this.#held));
    if (same(merged, contentOf(this.#held)) && conflicts.length === 0) return this.#kept.forget();
    this.#now = merged;
    this.#draw(merged);
    this.#say({ recovered: true, conflicts, standing: conflicts.length > 0 ? 'differs' : 'writing' });
    this.#later(0);
  }

  /** Something is being typed that is not known yet. */
  touched(): void {
    this.#untold = true;
    if (this.#desk.standing === 'saved') this.#say({ standing: 'writing' });
  }

  changed(content: Content): void {
    this.#untold = false;
    this.#now = content;
    if (same(content, contentOf(this.#held)) && this.#desk.conflicts.length === 0) return this.#settled();
    this.#keep();
    if (this.#desk.standing === 'saved' || this.#desk.standing === 'refused') this.#say({ standing: 'writing', refusal: null });
    this.#later(pause);
  }

  /** Sends at once what has not been sent. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#inLine(() => this.#send());
  }

  /** Somebody saved: what it was is joined with what is here. */
  heard(): Promise<void> {
    return this.#inLine(() => this.#join());
  }

  /** Ends a conflict with one side or the other. */
  decide(field: string, side: 'yours' | 'theirs'): void {
    const conflict = this.#desk.conflicts.find((one) => one.field === field);
    if (!conflict) return;
    const content = withPart(this.#now, field, conflict[side]);
    const conflicts = this.#desk.conflicts.filter((one) => one !== conflict);
    this.#now = content;
    this.#draw(content);
    this.#say({ conflicts, standing: conflicts.length > 0 ? 'differs' : 'writing' });
    this.changed(content);
  }

  /** The page closes: what is not saved is sent without waiting for the answer, and stays on the device. */
  leave(): void {
    if (same(this.#now, contentOf(this.#held)) || this.#desk.conflicts.length > 0) return;
    this.#keep();
    void this.#house.send(this.#now, this.#held.revision, contentOf(this.#held));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #inLine(work: () => Promise<void>): Promise<void> {
    this.#line = this.#line.then(work);
    return this.#line;
  }

  async #send(tries = 0): Promise<void> {
    this.#catchUp();
    if (this.#desk.conflicts.length > 0 || this.#desk.standing === 'gone') return;
    const sent = this.#now;
    if (same(sent, contentOf(this.#held))) return this.#settled();
    // Whoever is away or signed out sees that until it is over, and not each try.
    if (this.#desk.standing !== 'away' && this.#desk.standing !== 'signed_out') this.#say({ standing: 'saving' });
    this.#unanswered.push(sent);
    const answer = await this.#house.send(sent, this.#held.revision);
    if (answer.ended === 'well') return this.#took(sent, answer.value);
    if (answer.ended === 'refused') this.#unanswered.pop();
    if (answer.ended === 'refused' && answer.refusal.refused === 'form.stale') {
      await this.#join();
      return tries < 5 ? this.#send(tries + 1) : this.#later(pause);
    }
    if (answer.ended === 'refused') this.#say({ standing: 'refused', refusal: answer.refusal });
    else this.#stay(answer.ended);
  }

  #took(sent: Content, { revision, savedAt, joined, voided }: SavedAnswer): void {
    const theirs = joined ?? sent;
    this.#unanswered = [];
    this.#say({ savedAt, savedBy: null, voided: this.#desk.voided || voided, recovered: false });
    this.#arrived(sent, { ...theirs, revision, savedAt, savedBy: null });
  }

  async #join(): Promise<void> {
    const answer = await this.#house.read(this.#held.revision);
    if (answer.ended === 'nothing') return;
    if (answer.ended !== 'well') return this.#stay(answer.ended === 'refused' ? 'away' : answer.ended);
    const theirs = answer.value;
    if (theirs.revision <= this.#held.revision) return;
    const own = this.#unanswered.find((sent) => same(sent, contentOf(theirs)));
    this.#say({ savedAt: theirs.savedAt, savedBy: theirs.savedBy });
    this.#arrived(own ?? contentOf(this.#held), theirs);
  }

  /** `theirs` is now what the house holds; what is here grew from `was`. */
  #arrived(was: Content, theirs: Held): void {
    this.#catchUp();
    const { merged, conflicts } = joinWritten(was, this.#now, contentOf(theirs));
    this.#held = theirs;
    const differs = [...this.#desk.conflicts.filter(({ field }) => !conflicts.some((one) => one.field === field)), ...conflicts];
    if (!same(merged, this.#now)) {
      this.#now = merged;
      this.#draw(merged);
    }
    if (differs.length > 0) {
      this.#keep();
      return this.#say({ conflicts: differs, standing: 'differs' });
    }
    if (same(merged, contentOf(theirs))) return this.#settled();
    this.#keep();
    this.#say({ standing: 'writing' });
    this.#later(pause);
  }

  #catchUp(): void {
    if (this.#untold) this.#take();
  }

  #settled(): void {
    clearTimeout(this.#timer);
    this.#kept.forget();
    this.#say({ standing: 'saved', refusal: null, recovered: false, unkept: false });
  }

  #stay(ended: 'nothing' | 'signed_out' | 'away' | 'gone'): void {
    this.#keep();
    if (ended === 'nothing') return;
    this.#say({ standing: ended });
    if (ended !== 'gone') this.#later(retry);
  }

  #keep(): void {
    const kept = this.#kept.put({ held: this.#held, content: this.#now });
    if (kept === this.#desk.unkept) this.#say({ unkept: !kept });
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), wait);
  }

  #say(change: Partial<Desk>): void {
    this.#desk = { ...this.#desk, ...change };
    this.#tell(this.#desk);
  }
}

const contentOf = ({ title, fields, body }: Content): Content => ({ title, fields, body });
