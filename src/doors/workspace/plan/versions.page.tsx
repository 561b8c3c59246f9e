import { todayOf } from '#domains/organization/index.ts';
import { Form, Link, useLoaderData } from 'react-router';
import {
  allows,
  draftVersion,
  listAuthors,
  listMoves,
  listVersions,
  moves,
  versionsVoice,
  whoMayApprove,
  type MoveName,
} from '#domains/plan/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, TextAreaField, TextField } from '#ui/field.tsx';
import { HeldButton } from '#ui/held-button.tsx';
import { Head } from '#ui/head.tsx';
import { Section } from '#ui/section.tsx';
import { Badge } from '#ui/state.tsx';
import { Timeline } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { planHandle } from './crumbs.ts';
import { PlanTabs } from './plan-tabs.tsx';
import { mayOn, planOf } from './shown.ts';
import { VersionStateMark } from './version-name.tsx';

export const handle = planHandle('versions');

export const loader = load(async ({ ctx, params, visit }) => {
  const plan = await planOf(ctx, params['plan']);
  const [versions, moved] = await Promise.all([listVersions(ctx, plan.id), listMoves(ctx, plan.id)]);
  const open = versions.find(({ state }) => state === 'draft' || state === 'in_review' || state === 'approved') ?? null;
  const authors = open ? await listAuthors(ctx, open.id) : [];
  const may = (name: MoveName) => mayOn(visit.actor, moves[name].action, plan);
  const inForce = versions.find(({ state }) => state === 'in_force') ?? null;
  const movable = (version: { state: (typeof versions)[number]['state'] } | null) =>
    version ? (Object.keys(moves) as MoveName[]).filter((name) => allows(name, version.state) && may(name)) : [];
  return {
    plan,
    versions,
    moved,
    open,
    today: await todayOf(ctx),
    voice: versionsVoice(versions),
    drafts: !open && mayOn(visit.actor, 'plans.edit', plan),
    openMoves: movable(open),
    forceMoves: movable(inForce),
    inForce,
    ownWork: authors.some(({ id }) => id === visit.actor.id),
    authors: authors.map(({ name }) => name),
    approvers: open ? await whoMayApprove(ctx, plan, open.id) : [],
  };
});

export const action = act(async ({ params, typed, perform }) => {
  const drafted = await perform(async (ctx) =>
    draftVersion(ctx, { plan: (await planOf(ctx, params['plan'])).id, note: String(typed.fields['note'] ?? '').slice(0, 2000) }),
  );
  return isRefusal(drafted) ? drafted : redirect(`/workspace/plans/${params['plan']}/tree`);
});

export default function Versions() {
  const {
    plan,
    versions,
    moved,
    open,
    voice,
    drafts,
    openMoves,
    forceMoves,
    inForce,
    today: now,
    authors,
    approvers,
    ownWork,
  } = useLoaderData<typeof loader>();
  const { say, format, now: madeAt } = useWords();
  const answer = useAnswer();
  const root = `/workspace/plans/${plan.id}`;
  return (
    <main className="page" id="contenido">
      <title>{`${say('plan.tab.versions')} · ${plan.title} · Pregón`}</title>
      <Head
        name={plan.title}
        voice={say(voice.key, voice.vars)}
        actions={
          drafts && (
            <Form method="post">
              <button className="button primary">{say('plan.draft_next')}</button>
            </Form>
          )
        }
      />
      <PlanTabs plan={plan.id} />
      <div className="two">
        <div>
          <FormRefusal answer={answer} />
          {versions.map((version, at) => {
            const own = moved.filter((one) => one.version === version.id).toReversed();
            const before = versions[at + 1];
            return (
              <Section
                key={version.id}
                id={`v${version.number}`}
                title={
                  <>
                    {say('plan.version', { number: version.number })} <VersionStateMark state={version.state} />
                  </>
                }
                more={
                  <span className="actions">
                    <Link to={`${root}/tree?version=${version.number}`}>{say('plan.tab.tree')}</Link>
                    <Link to={`${root}/text?version=${version.number}`}>{say('plan.tab.text')}</Link>
                    {before && (
                      <Link to={`${root}/versions/${version.number}/differences`}>
                        {say('plan.see_difference', { number: before.number })}
                      </Link>
                    )}
                    <a href={`${root}/versions/${version.number}/file/pdf`}>PDF</a>
                    <a href={`${root}/versions/${version.number}/file/docx`}>Word</a>
                    <a href={`${root}/versions/${version.number}/file/xlsx`}>Excel</a>
                    <a href={`${root}/versions/${version.number}/file/yaml`}>YAML</a>
                  </span>
                }
              >
                {version.inForceFrom && (
                  <p className="small muted">
                    {version.inForceUntil
                      ? say('plan.ruled', { from: format.day(version.inForceFrom), until: format.day(version.inForceUntil) })
                      : say('plan.rules_since', { from: format.day(version.inForceFrom) })}
                  </p>
                )}
                <Timeline
                  moments={[
                    ...own.map((one, index) => ({
                      key: one.id,
                      what: say(`plan.moved_to.${one.move}`),
                      more: [one.personName ?? 'Pregón', one.note, say('plan.hash', { hash: one.sha256.slice(0, 12) })]
                        .filter(Boolean)
                        .join(' · '),
                      when: format.ago(one.at, madeAt),
                      now: index === 0,
                    })),
                    {
                      key: 'made',
                      what: say('plan.drafted'),
                      more: version.note,
                      when: format.ago(version.createdAt, madeAt),
                      now: own.length === 0,
                    },
                  ]}
                />
              </Section>
            );
          })}
        </div>
        <aside>
          {open && (
            <Section
              title={
                <>
                  {say('plan.version', { number: open.number })} <Badge>{say(`plan.state.${open.state}`)}</Badge>
                </>
              }
            >
              {authors.length > 0 && <p className="small">{say('plan.written_by', { who: format.list(authors) })}</p>}
              {openMoves.map((name) =>
                name === 'approve' && ownWork ? (
                  <HeldButton
                    key={name}
                    why={
                      approvers.length > 0
                        ? say('refusals.plan.own_work', { who: format.list(approvers) })
                        : say('refusals.plan.own_work_alone')
                    }
                  >
                    {say('plan.do.approve', { number: open.number })}
                  </HeldButton>
                ) : (
                  <MoveForm key={name} name={name} address={`${root}/versions/${open.number}`} number={open.number} today={now} />
                ),
              )}
            </Section>
          )}
          {inForce && forceMoves.length > 0 && (
            <Section title={say('plan.version', { number: inForce.number })}>
              {forceMoves.map((name) => (
                <MoveForm key={name} name={name} address={`${root}/versions/${inForce.number}`} number={inForce.number} today={now} />
              ))}
            </Section>
          )}
        </aside>
      </div>
    </main>
  );
}

const places: Record<MoveName, string> = {
  submit: 'submission',
  return: 'return',
  approve: 'approval',
  put_in_force: 'force',
  close: 'closing',
};

function MoveForm({ name, address, number, today: now }: { name: MoveName; address: string; number: number; today: string }) {
  const { say } = useWords();
  const primary = name === 'submit' || name === 'approve' || name === 'put_in_force';
  const fields = (
    <Form method="post" action={`${address}/${places[name]}`} className="form">
      {name === 'put_in_force' && <TextField type="date" name="on" label={say('plan.rules_from')} defaultValue={now} max={now} required />}
      <TextAreaField
        name="note"
        label={say(primary ? 'plan.note' : 'plan.reason')}
        rows={2}
        optional={primary}
        required={!primary}
        maxLength={2000}
      />
      <div className="actions">
        <button className={primary ? 'button primary' : 'button'}>{say(`plan.do.${name}`, { number })}</button>
      </div>
    </Form>
  );
  return primary ? (
    fields
  ) : (
    <details className="drawer-fold">
      <summary>{say(`plan.do.${name}`, { number })}</summary>
      {fields}
    </details>
  );
}
