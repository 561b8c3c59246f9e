import { Form, useLoaderData } from 'react-router';
import {
  channelsPolicy,
  editedScreenInput,
  editScreen,
  excludeScreen,
  exclusionInput,
  getScreen,
  playedDays,
  programOf,
  reloadScreen,
  revokeScreen,
  screenGroupOptions,
  screenInput,
} from '#domains/channels/index.ts';
import { unitOptions } from '#domains/organization/index.ts';
import { system } from '#platform/ctx.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';
import { brief } from '#ui/brief.ts';
import { Head } from '#ui/head.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { SectionForm } from '#ui/section-form.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { comingOf } from './coming-windows.ts';
import { GlassFrame } from './glass-frame.tsx';
import { ScreenFields } from './screen-fields.tsx';
import { ScreenStateMark } from './screen-state.tsx';
import { screenVoice } from './screen-voice.ts';
import { Upcoming } from './upcoming.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ screen }: Data, say: Say) => [{ name: say('screens.screens'), to: '/workspace/screens' }, { name: screen.name }],
  topics: ({ screen }: Data) => [
    'screens',
    `screen:${screen.id}`,
    'screen_program',
    ...(screen.group ? [`screen_group:${screen.group}`] : []),
  ],
};

export const loader = load(async ({ ctx, params, visit }) => {
  if (!/^\d{1,15}$/.test(params.screen ?? '')) throw new NotFound(`screen ${params.screen}`);
  const screen = await getScreen(ctx, Number(params.screen));
  const program = await programOf({ ...ctx, actor: system }, screen, { sources: visit.app.slides, origin: visit.origin });
  const [played, groups, units, coming] = await Promise.all([
    playedDays(ctx, { screen: screen.id }),
    screenGroupOptions(ctx),
    unitOptions(ctx),
    screen.group && !screen.excludedAt ? comingOf(ctx, screen.group).then((one) => one.coming.slice(0, 6)) : [],
  ]);
  return {
    screen,
    upToDate: screen.beat?.programSha256 === program.sha256,
    played: played
      .slice(0, 50)
      .map(({ day, item, title, source, plays, seconds }) => ({ day, item, title: title || source, plays, seconds })),
    groups,
    units,
    coming,
    adopts: may(visit.actor, channelsPolicy['screens.adopt']),
  };
});

export const action = act(async ({ typed, command, params }) => {
  const { intent, ...fields } = typed.fields;
  const given = { ...fields, screen: params.screen };
  const done =
    intent === 'edit'
      ? await command(editedScreenInput, given, editScreen)
      : intent === 'reload'
        ? await command(screenInput, given, reloadScreen)
        : intent === 'revoke'
          ? await command(screenInput, given, revokeScreen)
          : await command(exclusionInput, { ...given, excluded: intent === 'exclude' }, excludeScreen);
  return isRefusal(done) ? done : redirect(intent === 'revoke' ? '/workspace/screens' : `/workspace/screens/${params.screen}`);
});

/** One television: what it says that it shows, what it should show, what it has shown. */
export default function ScreenPage() {
  const { screen, upToDate, played, groups, units, coming, adopts } = useLoaderData<typeof loader>();
  const { say, format, now } = useWords();
  const { beat } = screen;
  const voice = screenVoice(screen, (at) => brief(format, at, now));
  return (
    <main className="page" id="contenido">
      <title>{`${screen.name} · ${say('screens.screens')} · Pregón`}</title>
      <Head
        name={
          <>
            {screen.name} <ScreenStateMark state={screen.state} />
          </>
        }
        voice={say(voice.key, voice.vars)}
        actions={
          adopts && (
            <Form method="post" className="actions">
              <button className="button" name="intent" value="reload">
                {say('screens.reload')}
              </button>
              <button className="button" name="intent" value={screen.excludedAt ? 'include' : 'exclude'}>
                {say(screen.excludedAt ? 'screens.include' : 'screens.exclude')}
              </button>
            </Form>
          )
        }
      />
      <div className="two">
        <div>
          <Section title={say('screens.now')}>
            {beat?.pictureAt ? (
              <figure className="glass-shot">
                <img
                  className={`${screen.orientation}-shot`}
                  src={`/workspace/screens/${screen.id}/picture?at=${new Date(beat.pictureAt).getTime()}`}
                  alt={say('screens.picture_alt', { name: screen.name })}
                />
                <figcaption className="small muted">{say('screens.picture_at', { when: brief(format, beat.pictureAt, now) })}</figcaption>
              </figure>
            ) : (
              <p className="muted after-rule">{say('screens.no_picture')}</p>
            )}
          </Section>
          <Section
            title={say('screens.should')}
            more={
              <a className="push small" href={`/screens/preview/${screen.id}`} target="_blank" rel="noreferrer">
                {say('screens.see_glass')}
              </a>
            }
          >
            <GlassFrame
              src={`/screens/preview/${screen.id}`}
              title={say('screens.frame_title', { name: screen.name })}
              orientation={screen.orientation}
            />
          </Section>
          {coming.length > 0 && (
            <Section title={say('screens.should_at')}>
              <Upcoming windows={coming} />
            </Section>
          )}
          <Section
            title={say('screens.played')}
            more={
              <span className="push small">
                {say('screens.export')} <a href={`/workspace/screens/${screen.id}/plays?format=xlsx`}>XLSX</a> ·{' '}
                <a href={`/workspace/screens/${screen.id}/plays?format=csv`}>CSV</a>
              </span>
            }
          >
            <Table
              caption={say('screens.played')}
              rows={played}
              rowKey={({ day, item }) => `${day} ${item}`}
              empty={<p className="muted after-rule">{say('screens.played_none')}</p>}
              columns={[
                { key: 'title', name: say('screens.played_item'), phone: 'lead', cell: ({ title }) => title || say('screens.shows_hour') },
                { key: 'day', name: say('screens.played_day'), phone: 'second', cell: ({ day }) => format.shortDay(day) },
                { key: 'plays', name: say('screens.plays'), number: true, phone: 'figure', cell: ({ plays }) => format.number(plays) },
                {
                  key: 'seconds',
                  name: say('screens.seconds'),
                  number: true,
                  cell: ({ seconds }) => say('screens.minutes', { count: Math.max(1, Math.round(seconds / 60)) }),
                },
              ]}
            />
          </Section>
        </div>
        <aside>
          <Section title={say('screens.facts')}>
            <Facts
              rows={[
                [say('screens.group'), screen.groupName ?? say('screens.no_group')],
                [say('screens.place'), [screen.place, screen.unitName].filter(Boolean).join(' · ') || '—'],
                [say('screens.last'), beat ? brief(format, beat.at, now) : say('screens.never')],
                beat !== null && [say('screens.program'), say(upToDate ? 'screens.program_well' : 'screens.program_old')],
                beat !== null && beat.cannot.length > 0 && [say('screens.cannot'), beat.cannot.join(' · ')],
                beat !== null && [say('screens.size'), `${beat.width} × ${beat.height}`],
                beat !== null && [say('screens.clock'), clockSays(beat.clockOffsetMs, say, format)],
                beat !== null && [say('screens.waiting_plays'), format.number(beat.waitingPlays)],
                [
                  say('screens.adopted'),
                  [format.day(new Date(screen.adoptedAt).toISOString().slice(0, 10)), screen.adoptedByName].filter(Boolean).join(' · '),
                ],
              ]}
            />
          </Section>
          {adopts && (
            <>
              <SectionForm title={say('screens.edit')} intent="edit" does={say('screens.keep')}>
                {(answer) => (
                  <>
                    <input type="hidden" name="version" value={screen.version} />
                    <ScreenFields key={screen.version} answer={answer} units={units} groups={groups} is={screen} />
                  </>
                )}
              </SectionForm>
              <SectionForm
                title={say('screens.revoke_title', { name: screen.name })}
                intent="revoke"
                does={say('screens.revoke')}
                tone="grave"
              >
                {() => <p>{say('screens.revoke_means')}</p>}
              </SectionForm>
            </>
          )}
        </aside>
      </div>
    </main>
  );
}

function clockSays(offset: number, say: Say, format: Format): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  if (minutes === 0) return say('screens.clock_well');
  const amount =
    minutes < 120
      ? say('screens.minutes', { count: minutes })
      : minutes < 2880
        ? say('screens.hours', { count: Math.round(minutes / 60) })
        : say('screens.days', { amount: format.number(minutes / 1440, 1) });
  return say(offset > 0 ? 'screens.clock_slow' : 'screens.clock_fast', { amount });
}
