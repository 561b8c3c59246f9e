import { Form, Link } from 'react-router';
import type { Alike, Asset, AssetUse } from '#domains/editorial/index.ts';
import { FormRefusal, TextAreaField } from '#ui/field.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { Timeline } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';

interface Props {
  readonly data: {
    readonly asset: Asset;
    readonly uses: readonly AssetUse[];
    readonly alike: readonly Alike[];
    readonly history: readonly { readonly id: number; readonly at: Date; readonly sentence: string }[];
    readonly writes: boolean;
    readonly now: Date;
  };
}

/** What surrounds it: what it is, where it is shown, what looks like it, what happened to it. */
export function AssetAside({ data: { asset, uses, alike, history, writes, now } }: Props) {
  const { say, format } = useWords();
  return (
    <aside>
      <Facts
        rows={[
          [say('assets.kind'), say(`assets.kind.${asset.kind}`)],
          asset.width !== null && [say('assets.measures'), `${format.number(asset.width)} × ${format.number(asset.height ?? 0)}`],
          [say('assets.size'), format.size(asset.size)],
          asset.credit !== '' && [say('assets.credit'), asset.credit],
          asset.licence !== '' && [say('assets.licence'), asset.licence],
          asset.expiresOn !== null && [say('assets.expires_on'), format.day(asset.expiresOn)],
          asset.tags.length > 0 && [say('assets.tags'), <Tags key="tags" tags={asset.tags} />],
          [say('assets.unit'), asset.unitName ?? say('assets.whole_house')],
          [say('assets.uploaded_by'), `${asset.uploadedByName ?? '—'}, ${format.ago(asset.uploadedAt, now)}`],
        ]}
      />
      <Section title={say('assets.shown_in')} count={format.number(uses.length)}>
        {uses.length === 0 && <p className="muted small">{say('assets.shown_nowhere')}</p>}
        <ul className="plain-rows">
          {uses.map((piece) => (
            <li key={piece.id}>
              <span>
                <Link className="quiet" to={`/workspace/pieces/${piece.id}`}>
                  {piece.title}
                </Link>
                <small>
                  {say(`pieces.kind.${piece.kind}`)} · {say(`pieces.state.${piece.state}`)}
                </small>
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {alike.length > 0 && (
        <Section title={say('assets.alike')} count={format.number(alike.length)}>
          <ul className="assets small-tiles">
            {alike.map(({ id, title, file }) => (
              <li key={id}>
                <Link to={`/workspace/assets/${id}`}>
                  <img src={`/files/${file}/thumb`} alt="" loading="lazy" />
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={say('assets.history')}>
        <Timeline moments={history.map(({ id, at, sentence }) => ({ key: id, what: sentence, when: format.ago(at, now) }))} />
      </Section>
      {writes && <Withdrawal asset={asset} />}
    </aside>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <>
      {tags.map((tag, at) => (
        <span key={tag}>
          {at > 0 && ', '}
          <Link to={`/workspace/assets?tag=${encodeURIComponent(tag)}`}>{tag}</Link>
        </span>
      ))}
    </>
  );
}

function Withdrawal({ asset }: { asset: Asset }) {
  const { say } = useWords();
  const answer = useAnswer('withdraw');
  if (asset.withdrawnAt)
    return (
      <Form method="post" className="stack">
        <p className="small">{say('assets.withdrawn_because', { reason: asset.withdrawalReason })}</p>
        <button className="button" name="intent" value="restore">
          {say('assets.restore')}
        </button>
      </Form>
    );
  return (
    <div className="drawers">
      {asset.secret && asset.piece !== null && (
        <Form method="post" className="stack">
          <p className="small">{say('assets.open_hint')}</p>
          <button className="button" name="intent" value="open">
            {say('assets.open')}
          </button>
        </Form>
      )}
      <details className="drawer-fold" open={answer !== undefined}>
        <summary>{say('assets.withdraw')}</summary>
        <Form method="post" className="form">
          <FormRefusal answer={answer} />
          <TextAreaField
            name="reason"
            label={say('assets.withdraw_reason')}
            hint={say('assets.withdraw_hint')}
            required
            rows={2}
            answer={answer}
          />
          <button className="button" name="intent" value="withdraw">
            {say('assets.withdraw')}
          </button>
        </Form>
      </details>
    </div>
  );
}
