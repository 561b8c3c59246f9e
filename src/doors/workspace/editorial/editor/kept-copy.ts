import type { Content, Held } from './content.ts';

/** What was written and has not reached the house, with what it grew from. */
export interface Copy {
  readonly held: Held;
  readonly content: Content;
}

/** A place of this device for one piece of one person. */
export interface Kept {
  put(copy: Copy): boolean;
  read(): Copy | null;
  forget(): void;
}

/**
 * Keeps what is typed on this device until the house has it, by person, so that whoever sits here next finds nothing of another's.
 * What is secret is kept only as long as the tab is open.
 */
export function keptCopy(person: string, piece: number, secret: boolean): Kept {
  const key = `pregon.piece.${person}.${piece}`;
  const place = () => (secret ? sessionStorage : localStorage);
  return {
    put: (copy) => {
      try {
        place().setItem(key, JSON.stringify(copy));
        return true;
      } catch {
        return false;
      }
    },
    read: () => {
      try {
        return JSON.parse(place().getItem(key) ?? 'null') as Copy | null;
      } catch {
        return null;
      }
    },
    forget: () => {
      try {
        place().removeItem(key);
      } catch {
        // A browser that keeps nothing has nothing to forget.
      }
    },
  };
}
