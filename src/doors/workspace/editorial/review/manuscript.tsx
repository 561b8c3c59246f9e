import { useWords } from '#ui/words.tsx';
import type { noted } from './noted.ts';
import { FileLine, Picture, ShownBody, type ShownAsset } from './shown-body.tsx';
import { ShownRuns, type Show } from './shown-runs.tsx';

interface Props {
  readonly text: ReturnType<typeof noted>;
  readonly show: Show;
  readonly assets: Readonly<Record<number, ShownAsset>>;
  readonly label: string;
}

/** A piece on its sheet: title, fields and text, with what changed in them. */
export function Manuscript({ text, show, assets, label }: Props) {
  const lead = text.fields.find(({ code }) => code === 'lead');
  const others = text.fields.filter(({ code }) => code !== 'lead');
  return (
    <article className="manuscript read" aria-label={label}>
      <h2 className="title" data-block=":title">
        <ShownRuns {...text.title} show={show} />
      </h2>
      {lead?.runs && (
        <p className="lead" data-block=":lead">
          <ShownRuns runs={lead.runs} notes={lead.notes} show={show} />
        </p>
      )}
      {others.map((field) => (
        <Field key={field.code} field={field} show={show} assets={assets} />
      ))}
      <ShownBody parts={text.parts} show={show} assets={assets} />
    </article>
  );
}

function Field({ field, show, assets }: { field: Props['text']['fields'][number]; show: Show; assets: Props['assets'] }) {
  const { say } = useWords();
  const name = <span className="field-name">{say(`pieces.field.${field.code}`)}</span>;
  if (field.runs)
    return (
      <p className="said-field" data-block={`:${field.code}`}>
        {name} <ShownRuns runs={field.runs} notes={field.notes} show={show} />
      </p>
    );
  const placed = show === 'before' ? field.was : (field.is ?? field.was);
  if (!placed) return null;
  return (
    <figure className="said-field">
      {name}
      {assets[placed.asset]?.kind === 'image' ? (
        <Picture placed={placed} assets={assets} />
      ) : (
        <FileLine asset={placed.asset} title="" assets={assets} />
      )}
      {field.changed && show !== 'clean' && (
        <p className="small muted">{say(`review.part.${field.was ? (field.is ? 'changed' : 'removed') : 'added'}`)}</p>
      )}
    </figure>
  );
}
