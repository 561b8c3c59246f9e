import { Form } from 'react-router';
import type { Asset } from '#domains/editorial/index.ts';
import { Choice, FormRefusal, SelectField, TextAreaField, TextField, type Option } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { FocalPoint } from './focal-point.tsx';

/** What must be known to use it. */
export function AssetForm({ asset, units }: { asset: Asset; units: readonly Option[] }) {
  const { say } = useWords();
  const said = useAnswer();
  const answer = said?.typed.intent === 'describe' ? said : undefined;
  const ticked = (name: 'peopleShown' | 'minorsShown') => (answer ? answer.typed[name] === 'on' : asset[name]);
  const field = (name: 'title' | 'alt' | 'credit' | 'licence') => ({ name, answer, defaultValue: asset[name] });
  return (
    <Section title={say('assets.details')} id="details">
      <Form method="post" className="form wide" key={asset.revision}>
        <input type="hidden" name="revision" value={asset.revision} />
        <FormRefusal answer={answer} />
        {asset.kind === 'image' && <FocalPoint asset={asset} answer={answer} />}
        <TextField {...field('title')} label={say('assets.title')} required maxLength={200} />
        {asset.kind === 'image' && (
          <TextAreaField {...field('alt')} label={say('assets.alt')} hint={say('assets.alt_hint')} maxLength={1000} rows={2} />
        )}
        <TextField {...field('credit')} label={say('assets.credit')} hint={say('assets.credit_hint')} optional maxLength={300} />
        <TextField
          {...field('licence')}
          label={say('assets.licence')}
          hint={say('assets.licence_hint')}
          optional
          maxLength={300}
          list="licences"
        />
        <datalist id="licences">
          {(['own', 'ceded', 'cc_by', 'cc_by_sa', 'cc0', 'bought'] as const).map((licence) => (
            <option key={licence} value={say(`assets.licence.${licence}`)} />
          ))}
        </datalist>
        <TextField
          name="expiresOn"
          type="date"
          label={say('assets.expires_on')}
          hint={say('assets.expires_hint')}
          optional
          answer={answer}
          defaultValue={asset.expiresOn ?? ''}
        />
        <TextField
          name="tags"
          label={say('assets.tags')}
          hint={say('assets.tags_hint')}
          optional
          answer={answer}
          defaultValue={asset.tags.join(', ')}
        />
        <SelectField
          name="unit"
          label={say('assets.unit')}
          blank={say('assets.whole_house')}
          options={units}
          answer={answer}
          defaultValue={String(asset.unit ?? '')}
        />
        {asset.kind !== 'audio' && (
          <div className="choices">
            <Choice
              name="peopleShown"
              label={say('assets.people_shown')}
              more={say('assets.people_more')}
              defaultChecked={ticked('peopleShown')}
            />
            <Choice
              name="minorsShown"
              label={say('assets.minors_shown')}
              more={say('assets.minors_more')}
              defaultChecked={ticked('minorsShown')}
            />
          </div>
        )}
        {(asset.kind === 'video' || asset.kind === 'audio') && (
          <TextAreaField
            name="transcript"
            label={say('assets.transcript')}
            hint={say('assets.transcript_hint')}
            optional
            answer={answer}
            defaultValue={asset.transcript}
            rows={8}
          />
        )}
        <div className="actions">
          <button className="button primary" name="intent" value="describe">
            {say('assets.save')}
          </button>
        </div>
      </Form>
    </Section>
  );
}
