import type { Asset, Piece, PieceCheck, SaidLine } from '#domains/editorial/index.ts';
import { deskVoice, linesSaid, wordsIn, textOf } from '#domains/editorial/index.ts';
import type { Held } from './editor/content.ts';
import type { Passage } from './editor/noted-passages.ts';
import type { ShownFile } from './editor/shown-file.ts';
import type { Checked } from './editor/use-checks.ts';

/** A piece as the desk holds it. */
export const heldOf = ({ title, fields, body, revision, changedAt, changedByName }: Piece, me: string): Held => ({
  title,
  fields,
  body,
  revision,
  savedAt: changedAt.toISOString(),
  savedBy: changedByName === me ? null : changedByName,
});

export const shownFile = ({ id, kind, title, alt, credit, file, width, height, captions }: Asset): ShownFile => ({
  id,
  kind,
  title,
  alt,
  credit,
  file,
  width,
  height,
  captions: captions?.id ?? null,
});

const looks: Partial<Record<PieceCheck['check'], Passage['look']>> = {
  long_sentence: 'long',
  unsourced_figure: 'noted',
  personal_data: 'noted',
  officials: 'noted',
  slogans: 'noted',
  candidates: 'noted',
  jargon: 'lacking',
  passive: 'lacking',
  link_text: 'lacking',
};

/** What the house says of a text, as the desk draws it. */
export function checkedOf(
  { checks, assets }: { checks: readonly PieceCheck[]; assets: readonly Asset[] },
  content: Pick<Piece, 'title' | 'fields' | 'body' | 'state'>,
  lines: readonly Omit<SaidLine, 'said'>[],
): Checked {
  const text = textOf(content.body);
  const told = [content.title, ...Object.values(content.fields).filter((value) => typeof value === 'string'), text].join('\n');
  const words = wordsIn(text);
  const count = (level: PieceCheck['level']) => checks.filter((one) => one.level === level).length;
  return {
    checks,
    words,
    voice: deskVoice({ state: content.state, missing: count('block'), doubts: count('warn'), begun: words > 0 }),
    lines: linesSaid(lines, told),
    files: assets.map(shownFile),
    passages: checks.flatMap(({ check, level, found }) => {
      const look = looks[check];
      return look && level !== 'waived' ? found.map(({ block, quote }) => ({ block, quote, look })) : [];
    }),
  };
}
