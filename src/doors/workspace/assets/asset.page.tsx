import { useLoaderData } from 'react-router';
import { type AssetProblem, assetProblems, assetSurroundings, editorialPolicy, getAsset } from '#domains/editorial/index.ts';
import { type AuditEntry, historyOf, todayOf } from '#domains/organization/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, refuse } from '#platform/refusal.ts';
import { Head } from '#ui/head.tsx';
import { Banner } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { assetActs } from './asset-acts.ts';
import { AssetAside } from './asset-aside.tsx';
import { AssetForm } from './asset-form.tsx';
import { Attachments } from './attachments.tsx';
import { unitsToWrite } from './units-to-write.ts';
import { Viewer } from './viewer.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ asset }: Data, say: Say) => [{ name: say('assets.assets'), to: '/workspace/assets' }, { name: asset.title }],
  topics: ({ asset }: Data) => [`asset:${asset.id}`],
};

export const loader = load(async ({ ctx, params, visit }) => {
  const asset = await getAsset(ctx, Number(params.asset));
  const say = sayIn(visit.locale);
  const [surroundings, today, units, entries] = await Promise.all([
    assetSurroundings(ctx, asset),
    todayOf(ctx),
    unitsToWrite(ctx, visit.actor),
    historyOf(ctx, 'asset', asset.id),
  ]);
  return {
    asset,
    ...surroundings,
    problems: assetProblems(asset, today),
    units: units.map(({ id, name, depth }) => ({ value: String(id), label: `${'\u2003'.repeat(depth)}${name}` })),
    history: entries.map((entry) => ({ id: entry.id, at: entry.at, sentence: sentenceOf(entry, asset.title, say) })),
    writes: may(visit.actor, editorialPolicy['assets.write'], asset.unit),
    now: visit.now,
  };
});

/** What happened to it, in the words of the audit log but with no link: not everybody here may follow it. */
function sentenceOf({ action, actor_name: who, after }: AuditEntry, subject: string, say: Say): string {
  const { attachment } = (after ?? {}) as { attachment?: string };
  return say(`audit.event.${action}`, {
    who: who || say('audit.somebody'),
    subject,
    attachment: attachment ? say(`audit.value.attachment.${attachment}`).toLowerCase() : '',
  });
}

/** One form for each thing that can be done, told apart by `intent`. */
export const action = act(async (asked) => {
  const { typed, params } = asked;
  const intent = String(typed.fields.intent ?? 'describe');
  const asset = Number(params.asset);
  const result = await assetActs[intent]?.(asked, { ...typed.fields, asset });
  if (result === undefined) return refuse('input.choice');
  return isRefusal(result) ? result : redirect(`/workspace/assets/${asset}?done=${intent}`);
});

export default function AssetPage() {
  const data = useLoaderData<typeof loader>();
  const { asset, problems, uses } = data;
  const { say, format } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${asset.title} · Pregón`}</title>
      <Head name={asset.title} low voice={voiceOf(say, format, uses.length, problems)} />
      {asset.secret && <Banner tone="warn">{say('assets.secret_banner')}</Banner>}
      <div className="two">
        <div>
          <Viewer asset={asset} picture={!data.writes} />
          {data.writes && <AssetForm asset={asset} units={data.units} />}
          {data.writes && <Attachments asset={asset} />}
        </div>
        <AssetAside data={data} />
      </div>
    </main>
  );
}

function voiceOf(say: Say, format: Format, uses: number, problems: readonly AssetProblem[]): string {
  if (problems.length > 0)
    return say('assets.asset_voice_lacks', { what: format.list(problems.map((problem) => `**${say(`assets.lacks.${problem}`)}**`)) });
  return uses === 0 ? say('assets.asset_voice_unused') : say('assets.asset_voice', { count: uses });
}
