import type { ReactNode } from 'react';
import type { Fields, KindField } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';
import { AltLight, Picture } from './picture.tsx';
import type { ShownFile } from './shown-file.ts';

interface Props {
  readonly field: KindField;
  readonly value: Fields[string] | undefined;
  readonly fileOf: (asset: number) => ShownFile | undefined;
  /** Absent where script has not arrived: the form keeps what is typed. */
  readonly onChange?: ((value: Fields[string]) => void) | undefined;
  readonly onPick?: (() => void) | undefined;
  readonly onFocus?: (() => void) | undefined;
}

const types: Partial<Record<KindField['type'], string>> = { day: 'date', moment: 'datetime-local', number: 'number', address: 'url' };

/** One field of the kind, on the sheet; its name in a form is `fields.<code>`. */
export function SheetField({ field, value, fileOf, onChange, onPick, onFocus }: Props) {
  const { say } = useWords();
  const id = `field-${field.code}`;
  const name = `fields.${field.code}`;
  const label = say(`pieces.field.${field.code}`);
  const said = typeof value === 'string' ? value : '';
  const held = onChange ? { value: said } : { defaultValue: said };
  const wired = {
    id,
    name,
    onFocus,
    maxLength: field.maximum,
    onChange: onChange && ((event: { target: { value: string } }) => onChange(event.target.value)),
  };

  if (field.code === 'lead')
    return (
      <>
        <label className="sr" htmlFor={id}>
          {label}
        </label>
        <textarea className="lead" rows={2} placeholder={label} {...wired} {...held} />
      </>
    );
  if (field.type === 'image' || field.type === 'video' || field.type === 'audio' || field.type === 'document') {
    const placed = typeof value === 'object' ? value : null;
    const file = placed ? fileOf(placed.asset) : undefined;
    return (
      <div className="sheet-asset" id={id} tabIndex={-1}>
        <b>
          {label} {!field.required && <span className="optional">{say('ui.optional')}</span>}
        </b>
        {placed && <input type="hidden" name={`${name}.asset`} value={placed.asset} />}
        {placed && field.type === 'image' && (
          <>
            <Picture file={file} image={{ ...placed, alt: placed.alt }} />
            <AltLight image={placed} />
            <label htmlFor={`${id}-alt`}>{say('writing.alt')}</label>
            <textarea
              className="input"
              id={`${id}-alt`}
              name={`${name}.alt`}
              rows={2}
              maxLength={1000}
              {...(onChange
                ? { value: placed.alt, onChange: (event) => onChange({ ...placed, alt: event.target.value }) }
                : { defaultValue: placed.alt })}
            />
          </>
        )}
        {placed && field.type !== 'image' && <p>{file?.title ?? say('writing.no_such_asset')}</p>}
        {onPick && (
          <p className="actions">
            <button className="button small" type="button" onClick={onPick}>
              {say(placed ? 'writing.pick_another' : `writing.pick.${field.type}`)}
            </button>
            {placed && (
              <button className="button quiet small" type="button" onClick={() => onChange?.('')}>
                {say('writing.take_out')}
              </button>
            )}
          </p>
        )}
      </div>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {!field.required && <span className="optional">{say('ui.optional')}</span>}
      </label>
      {field.type === 'choice' ? (
        <select className="input" {...wired} {...held}>
          <option value="">{say('writing.choose')}</option>
          {field.options?.map((option) => (
            <option key={option} value={option}>
              {say(`pieces.option.${option}`)}
            </option>
          ))}
        </select>
      ) : field.type === 'text' ? (
        <textarea className="input" rows={4} {...wired} {...held} />
      ) : (
        <input className="input" type={types[field.type] ?? 'text'} {...wired} {...held} />
      )}
    </div>
  );
}

/** What a kind has besides title, lead and text. */
export function FieldsOfKind({ kind, children }: { kind: string; children: ReactNode[] }) {
  const { say } = useWords();
  if (children.length === 0) return null;
  return (
    <section className="sheet-fields" aria-labelledby="sheet-fields-title">
      <h2 id="sheet-fields-title">{say('writing.fields_of', { kind: say(`pieces.kind.${kind}`).toLocaleLowerCase() })}</h2>
      {children}
    </section>
  );
}
