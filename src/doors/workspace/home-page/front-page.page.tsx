import { Form, Link, useLoaderData } from 'react-router';
import {
  addBlock,
  campaignOptions,
  editBlock,
  editedBlockInput,
  editorialPolicy,
  homeBlocks,
  homeOf,
  moveBlock,
  movedBlockInput,
  newBlockInput,
  portalKinds,
  removeBlock,
  removedBlockInput,
} from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { SettingsTabs } from '../organization/settings-tabs.tsx';
import { placesOf } from '../organization/settings.ts';
import { BlockFields } from './block-fields.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('workspace.rail.settings'), to: '/workspace/settings' }, { name: say('news.home') }],
};

const at = '/workspace/settings/home';

export const loader = load(async ({ ctx, url, visit }) => {
  const [{ blocks, composed }, campaigns] = await Promise.all([homeOf(ctx), campaignOptions(ctx)]);
  const adding = homeBlocks.find((one) => one === url.searchParams.get('add')) ?? null;
  return {
    blocks,
    composed,
    campaigns,
    kinds: portalKinds,
    names: homeBlocks,
    adding,
    mayCompose: may(visit.actor, editorialPolicy['home.compose']),
    places: placesOf(visit.actor),
  };
});

export const action = act(async ({ typed, perform }) => {
  const { fields } = typed;
  const done = (result: unknown) => (isRefusal(result) ? result : redirect(at));
  switch (fields.intent) {
    case 'add': {
      const input = parse(newBlockInput, fields);
      return done(isRefusal(input) ? input : await perform((ctx) => addBlock(ctx, input, fields)));
    }
    case 'edit': {
      const input = parse(editedBlockInput, fields);
      return done(isRefusal(input) ? input : await perform((ctx) => editBlock(ctx, input, fields)));
    }
    case 'remove': {
      const input = parse(removedBlockInput, fields);
      return done(isRefusal(input) ? input : await perform((ctx) => removeBlock(ctx, input)));
    }
    default: {
      const input = parse(movedBlockInput, { ...fields, way: fields.intent });
      return done(isRefusal(input) ? input : await perform((ctx) => moveBlock(ctx, input)));
    }
  }
});

/** The portal's first page, block by block: plain forms, in the order in which they are shown. */
export default function FrontPage() {
  const { blocks, composed, campaigns, kinds, names, adding, mayCompose, places } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  const adds = useAnswer('add');
  return (
    <main className="page" id="contenido">
      <title>{`${say('news.home')} · Pregón`}</title>
      <Head
        name={say('news.home')}
        voice={composed ? say('news.home.voice', { count: blocks.length }) : say('news.home.voice_plain')}
        low
        actions={
          <a className="button" href="/">
            {say('news.home.see')}
          </a>
        }
      />
      <SettingsTabs places={places} />
      {answer && answer.typed.intent !== 'add' && <FormRefusal answer={answer} />}
      <div className="two">
        <ol className="blocks">
          {blocks.map((block, index) => (
            <li key={block.id || block.block}>
              <div>
                <b>{block.title || say(`news.block.${block.block}`)}</b>
                <small>
                  {[block.title ? say(`news.block.${block.block}`) : '', say(`news.block_means.${block.block}`)].filter(Boolean).join(': ')}
                </small>
              </div>
              {composed && mayCompose && (
                <>
                  <Form method="post" className="actions">
                    <input type="hidden" name="id" value={block.id} />
                    {index > 0 && (
                      <button className="button small" name="intent" value="up">
                        {say('news.home.up')}
                        <span className="sr"> {block.title || say(`news.block.${block.block}`)}</span>
                      </button>
                    )}
                    {index < blocks.length - 1 && (
                      <button className="button small" name="intent" value="down">
                        {say('news.home.down')}
                        <span className="sr"> {block.title || say(`news.block.${block.block}`)}</span>
                      </button>
                    )}
                    <button className="button small quiet" name="intent" value="remove">
                      {say('news.home.remove')}
                      <span className="sr"> {block.title || say(`news.block.${block.block}`)}</span>
                    </button>
                  </Form>
                  <details
                    className="fold"
                    open={answer?.typed.intent === 'edit' && answer.typed.id === String(block.id) ? true : undefined}
                  >
                    <summary>{say('news.home.edit')}</summary>
                    <Form method="post" className="form">
                      <input type="hidden" name="id" value={block.id} />
                      <input type="hidden" name="intent" value="edit" />
                      <BlockFields
                        block={block.block}
                        title={block.title}
                        options={block.options}
                        campaigns={campaigns}
                        kinds={kinds}
                        answer={answer?.typed.id === String(block.id) ? answer : undefined}
                      />
                      <p className="actions">
                        <button className="button">{say('news.home.keep')}</button>
                      </p>
                    </Form>
                  </details>
                </>
              )}
            </li>
          ))}
        </ol>
        {mayCompose && (
          <aside>
            <Section title={say('news.home.add')}>
              {adding === null && !adds ? (
                <ul className="wires">
                  {names.map((name) => (
                    <li key={name}>
                      <Link to={`?add=${name}`}>{say(`news.block.${name}`)}</Link>
                      <small>{say(`news.block_means.${name}`)}</small>
                    </li>
                  ))}
                </ul>
              ) : (
                <Form method="post" className="form" action={at}>
                  <FormRefusal answer={adds} />
                  <input type="hidden" name="intent" value="add" />
                  <input type="hidden" name="block" value={adding ?? String(adds?.typed.block ?? '')} />
                  <p>
                    <b>{say(`news.block.${adding ?? String(adds?.typed.block ?? 'text')}`)}</b>
                  </p>
                  <BlockFields
                    block={adding ?? names.find((name) => name === adds?.typed.block) ?? 'text'}
                    title=""
                    options={{}}
                    campaigns={campaigns}
                    kinds={kinds}
                    answer={adds}
                  />
                  <p className="actions">
                    <button className="button primary">{say('news.home.add_button')}</button>
                    <Link to={at}>{say('news.home.leave')}</Link>
                  </p>
                </Form>
              )}
            </Section>
          </aside>
        )}
      </div>
    </main>
  );
}
