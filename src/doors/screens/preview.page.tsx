import { useLoaderData } from 'react-router';
import { getScreen, programOf } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { system } from '#platform/ctx.ts';
import { NotFound } from '#platform/refusal.ts';
import { Still, stillOf } from './still.tsx';

/** What a screen shows now, or at another instant: what covers it, the first slide of its turn, one of them, or the hour. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  if (!/^\d{1,15}$/.test(params.screen ?? '')) throw new NotFound(`screen ${params.screen}`);
  const screen = await getScreen(ctx, Number(params.screen));
  const program = await programOf({ ...ctx, actor: system }, screen, { sources: visit.app.slides, origin: visit.origin });
  const asked = Date.parse(url.searchParams.get('at') ?? '');
  const now = Number.isNaN(asked) ? visit.now : new Date(asked);
  const at = now.getTime();
  const key = url.searchParams.get('slide');
  const window = program.windows.find(({ from, until }) => from <= at && at < until);
  const first = (program.playlists[String(window?.playlist)] ?? [])[0];
  const slide = program.slides[key ?? first ?? ''];
  const covered = key === null && program.takeover && at < program.takeover.until ? program.takeover.html : undefined;
  return { title: screen.name, html: stillOf(covered ?? slide?.html ?? program.idle, now, program.zone) };
});

export default function Preview() {
  return <Still {...useLoaderData<typeof loader>()} />;
}
