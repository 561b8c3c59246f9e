import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Banner } from '#ui/said-back.tsx';
import { Facts } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import type { DeskData } from './desk-data.ts';
import { DeskBar } from './desk-bar.tsx';
import { Picture } from './picture.tsx';

interface Props {
  readonly data: DeskData;
  readonly html: string;
  readonly tabs: ReactNode;
  /** Whether he may take it back from review, to go on writing. */
  readonly takesBack: boolean;
}

/** A piece that one reads and does not write: it is in review, it was taken from sight, or it is not one's. */
export function ReadDesk({ data, html, tabs, takesBack }: Props) {
  const { piece, kind } = data;
  const { say } = useWords();
  const lead = piece.fields.lead;
  const image = piece.fields.image;
  const fields = kind.fields.flatMap(({ code, type }) => {
    const value = piece.fields[code];
    if (value === undefined || value === '' || code === 'lead' || code === 'image') return [];
    const file = typeof value === 'string' ? null : data.files.find(({ id }) => id === value.asset);
    const said = typeof value !== 'string' ? (file?.title ?? '') : type === 'choice' ? say(`pieces.option.${value}`) : value;
    return [[say(`pieces.field.${code}`), said] as const];
  });
  return (
    <>
      <DeskBar
        state={piece.state}
        version={data.version}
        desk={{ standing: 'saved', savedAt: piece.held.savedAt, savedBy: piece.held.savedBy }}
      />
      {tabs}
      <Banner
        action={
          takesBack && (
            <Form method="post">
              <button className="button small" name="intent" value="take_back">
                {say('writing.take_back')}
              </button>
            </Form>
          )
        }
      >
        {say(
          piece.state === 'in_review'
            ? 'writing.only_read_in_review'
            : piece.state === 'discarded'
              ? 'writing.only_read_discarded'
              : 'writing.only_read',
        )}
      </Banner>
      <article className="manuscript read">
        <h2 className="title">{piece.title}</h2>
        {typeof lead === 'string' && lead && <p className="lead">{lead}</p>}
        {typeof image === 'object' && <Picture file={data.files.find(({ id }) => id === image.asset)} image={image} />}
        <div className="written" dangerouslySetInnerHTML={{ __html: html }} />
        {fields.length > 0 && <Facts rows={fields} />}
      </article>
    </>
  );
}
