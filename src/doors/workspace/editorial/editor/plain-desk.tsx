import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Form } from 'react-router';
import type { Fields } from '#domains/editorial/index.ts';
import { FormRefusal, type Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import type { DeskData } from './desk-data.ts';
import { DeskBar } from './desk-bar.tsx';
import { fieldsTyped } from './fields-typed.ts';
import { FieldsOfKind, SheetField } from './sheet-field.tsx';

interface Props {
  readonly data: DeskData;
  readonly html: string;
  readonly answer: Answer | undefined;
  readonly tabs: ReactNode;
  /** What had been typed when script arrived. */
  readonly onLeave: (typed: { title: string; fields: Fields } | null) => void;
}

/** The desk before script arrives, or without any: title and fields are a plain form, the text is read. */
export function PlainDesk({ data, html, answer, tabs, onLeave }: Props) {
  const { piece, kind } = data;
  const { say } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const typed = answer?.typed.title !== undefined ? fieldsTyped(answer.typed, kind.fields) : null;
  const fields = typed?.fields ?? piece.fields;
  const title = typed?.title ?? piece.title;

  useLayoutEffect(
    () => () => {
      const now = form.current && fieldsTyped(Object.fromEntries(new FormData(form.current)) as Record<string, string>, kind.fields);
      const touched = now && JSON.stringify(now) !== JSON.stringify({ title: piece.title, fields: onlyFilled(piece.fields) });
      onLeave(touched ? now : null);
    },
    // Once, when it goes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [],
  );

  const one = (field: (typeof kind.fields)[number]) => (
    <SheetField key={field.code} field={field} value={fields[field.code]} fileOf={(id) => data.files.find((file) => file.id === id)} />
  );
  const lead = kind.fields.find(({ code }) => code === 'lead');
  return (
    <Form method="post" ref={form}>
      <DeskBar
        state={piece.state}
        version={data.version}
        desk={{ standing: 'saved', savedAt: piece.held.savedAt, savedBy: piece.held.savedBy }}
      />
      {tabs}
      <div className="tools">
        <button className="button small">{say('writing.save')}</button>
        <span className="muted small">{say('writing.without_script')}</span>
        <span className="push muted small">
          {say('writing.count', { count: piece.words, minutes: Math.max(1, Math.round(piece.words / 200)) })}
        </span>
      </div>
      <FormRefusal answer={answer} />
      <input type="hidden" name="revision" value={piece.held.revision} />
      <article className="manuscript">
        <label className="sr" htmlFor="piece-title">
          {say('pieces.title')}
        </label>
        <textarea className="title" id="piece-title" name="title" rows={1} maxLength={300} required defaultValue={title} />
        {lead && one(lead)}
        <div className="written" dangerouslySetInnerHTML={{ __html: html }} />
        <FieldsOfKind kind={kind.code}>{kind.fields.filter(({ code }) => code !== 'lead').map(one)}</FieldsOfKind>
      </article>
    </Form>
  );
}

const onlyFilled = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
