import type { Format } from '#platform/i18n/format.ts';
import { useWords } from '#ui/words.tsx';

export interface Coming {
  readonly from: Date;
  /** Null: nothing else comes in the days ahead. */
  readonly until: Date | null;
  readonly playlist: { readonly id: number; readonly name: string } | null;
}

const whenOf = (format: Format, at: Date | string, now: Date) => {
  const day = format.ago(at, now);
  return day === 'hoy' || day === 'today' ? format.time(at) : `${day}, ${format.time(at)}`;
};

/** What is seen now and what comes after, turn by turn; hours with nothing are said too. */
export function Upcoming({ windows }: { windows: readonly Coming[] }) {
  const { say, format, now } = useWords();
  return (
    <ol className="lines stacked upcoming">
      {windows.map(({ from, until, playlist }, at) => (
        <li key={String(from)}>
          <div className="what">
            {playlist ? (
              <a href={`/workspace/screens/playlists/${playlist.id}`}>{playlist.name}</a>
            ) : (
              <span className="muted">{say('screens.schedule_nothing')}</span>
            )}
            <small>{until ? say('screens.schedule_until', { until: whenOf(format, until, now) }) : say('screens.schedule_on')}</small>
          </div>
          <span className={at === 0 ? 'strong' : 'muted'}>{at === 0 ? say('screens.should_now') : whenOf(format, from, now)}</span>
        </li>
      ))}
    </ol>
  );
}
