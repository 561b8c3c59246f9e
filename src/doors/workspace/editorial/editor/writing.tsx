import { useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useRevalidator } from 'react-router';
import { EditorContent } from '@tiptap/react';
import type { Fields } from '#domains/editorial/index.ts';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { applyBody } from './apply-body.ts';
import { AskedDialog } from './asked-dialog.tsx';
import { bodyOf, type Content } from './content.ts';
import type { DeskData } from './desk-data.ts';
import { DescribeDialog } from './describe-dialog.tsx';
import { DeskBar } from './desk-bar.tsx';
import { Differences } from './differences.tsx';
import { jumpTo } from './jump.ts';
import { PlaceBar } from './place-bar.tsx';
import { PlacingContext } from './placed.tsx';
import { FieldsOfKind, SheetField } from './sheet-field.tsx';
import type { ShownFile } from './shown-file.ts';
import { Tools, type Asked } from './tools.tsx';
import { useChecks, type Checked } from './use-checks.ts';
import { useLive } from './use-live.ts';
import { usePresence } from './use-presence.ts';
import { useSaver } from './use-saver.ts';
import { useTextEditor } from './use-text-editor.ts';

interface Heading {
  readonly title: string;
  readonly fields: Fields;
}

interface Props {
  readonly data: DeskData;
  /** The piece's channels. */
  readonly tabs: ReactNode;
  /** What was typed before script arrived. */
  readonly typed: () => Heading | null;
  readonly onChecked: (checked: Checked) => void;
  /** Gives the page the way to lead to a passage. */
  readonly onReady: (jump: (block: string, quote: string) => void) => void;
}

const rest = 150;

/** The desk: a piece being written, saved by itself, beside whoever else writes it. */
export default function Writing({ data, tabs, typed, onChecked, onReady }: Props) {
  const { piece, kind } = data;
  const { say } = useWords();
  const { revalidate } = useRevalidator();
  const [head, setHead] = useState<Heading>({ title: piece.held.title, fields: piece.held.fields });
  const [files, setFiles] = useState<readonly ShownFile[]>(data.files);
  const [asked, setAsked] = useState<Asked | { readonly field: string; readonly kind: ShownFile['kind'] } | null>(null);
  const [described, setDescribed] = useState<number | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const { others, at, look } = usePresence(piece.id);
  const heading = useRef(head);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);

  const editor = useTextEditor(
    piece.held.body,
    { begin: say('writing.begin'), name: say('writing.text_of', { kind: say(`pieces.kind.${kind.code}`) }) },
    { typed: soon, at, left: () => saveNow(), askLink: () => setAsked('link') },
  );
  const check = useChecks(piece.id, (said) => {
    setFiles((known) => [...new Map([...known, ...said.files].map((file) => [file.id, file])).values()]);
    setChecked(said);
    onChecked(said);
  });
  const { saver, desk } = useSaver(data, {
    take,
    draw: (now) => {
      showHead({ title: now.title, fields: now.fields });
      if (!editor.isDestroyed) applyBody(editor, now.body);
      check(now);
    },
  });

  function content(): Content {
    return { ...heading.current, body: bodyOf(editor.getJSON()) };
  }

  function showHead(next: Heading): void {
    heading.current = next;
    setHead(next);
  }

  function soon(): void {
    saver.touched();
    clearTimeout(typing.current);
    typing.current = setTimeout(take, rest);
  }

  /** Gives what is on the sheet to the saver and to the checks. */
  function take(): void {
    clearTimeout(typing.current);
    if (editor.isDestroyed) return;
    const now = content();
    saver.changed(now);
    check(now);
  }

  function write(change: Partial<Heading>): void {
    showHead({ ...heading.current, ...change });
    soon();
  }

  function saveNow(): void {
    take();
    void saver.save();
  }

  useEffect(() => {
    saver.recover();
    const before = typed();
    if (before) showHead(before);
    take();
    onReady((block, quote) => jumpTo(editor, block, quote));
    // Once: from here on the sheet is what the person makes of it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useLive(piece.id, (changed) => {
    if (changed === 'presence') look();
    if (changed !== 'presence') void saver.heard();
    if (changed === 'piece') void revalidate();
  });

  useEffect(() => {
    const carets = others.map(({ block, name }) => ({ block, who: name.split(' ')[0]! }));
    editor.commands.notePassages({ passages: checked?.passages ?? [], carets });
  }, [others, checked, editor]);

  useEffect(() => {
    if (desk.voided) void revalidate();
  }, [desk.voided, revalidate]);

  const fileOf = (asset: number) => files.find(({ id }) => id === asset);
  const lead = kind.fields.find(({ code }) => code === 'lead');
  const shown = (one: (typeof kind.fields)[number]) => (
    <SheetField
      key={one.code}
      field={one}
      value={head.fields[one.code]}
      fileOf={fileOf}
      onFocus={() => at(`fields.${one.code}`)}
      onChange={(value) => write({ fields: { ...heading.current.fields, [one.code]: value } })}
      onPick={() => setAsked({ field: one.code, kind: one.type as ShownFile['kind'] })}
    />
  );

  return (
    <>
      <DeskBar
        state={piece.state}
        version={data.version}
        desk={desk}
        me={data.me.name}
        others={others}
        text={saver.content.body}
        signIn={`/sign-in?next=${encodeURIComponent(`/workspace/pieces/${piece.id}`)}`}
      />
      {tabs}
      <Tools editor={editor} ask={setAsked} words={checked?.words ?? piece.words} />
      <PlaceBar editor={editor} />
      {desk.recovered && <Banner tone="warn">{say('writing.recovered')}</Banner>}
      {desk.unkept && desk.standing !== 'saved' && <Banner tone="bad">{say('writing.unkept')}</Banner>}
      {desk.voided && <Banner tone="warn">{say('writing.voided')}</Banner>}
      {desk.refusal && <Banner tone="bad">{say(`refusals.${desk.refusal.refused}`, desk.refusal.details)}</Banner>}
      <Differences
        conflicts={desk.conflicts}
        who={desk.savedBy?.split(' ')[0] ?? say('writing.somebody')}
        onDecide={(name, side) => saver.decide(name, side)}
      />
      <article className="manuscript">
        <label className="sr" htmlFor="piece-title">
          {say('pieces.title')}
        </label>
        <textarea
          className="title"
          id="piece-title"
          rows={1}
          maxLength={300}
          value={head.title}
          onFocus={() => at('title')}
          onBlur={saveNow}
          onChange={(event) => write({ title: event.target.value.replaceAll('\n', ' ') })}
        />
        {lead && shown(lead)}
        <PlacingContext value={{ fileOf, describe: setDescribed }}>
          <EditorContent editor={editor} />
        </PlacingContext>
        <FieldsOfKind kind={kind.code}>{kind.fields.filter(({ code }) => code !== 'lead').map(shown)}</FieldsOfKind>
      </article>
      {described !== null && (
        <DescribeDialog
          editor={editor}
          at={described}
          fileOf={fileOf}
          onClose={() => {
            flushSync(() => setDescribed(null));
            editor.view.focus();
          }}
        />
      )}
      {asked && (
        <AskedDialog
          asked={asked}
          editor={editor}
          piece={piece.id}
          snippets={data.snippets}
          onPicked={(picked) => {
            setFiles((known) => [...known, ...picked]);
            if (typeof asked === 'object' && picked[0])
              write({ fields: { ...heading.current.fields, [asked.field]: { asset: picked[0].id, alt: picked[0].alt } } });
          }}
          onClose={() => {
            flushSync(() => setAsked(null));
            if (typeof asked === 'string') editor.view.focus();
          }}
        />
      )}
    </>
  );
}
