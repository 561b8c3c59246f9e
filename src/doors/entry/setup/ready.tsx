import type { Readiness } from '#domains/organization/index.ts';
import { Light } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

const little = 2 * 1024 ** 3;

/** Four lights: what this machine says of itself now. */
export function Ready({ ready, now, today }: { ready: Readiness; now: string; today: string }) {
  const { say, format } = useWords();
  const { database, freeDisk, mailServer } = ready;
  return (
    <ul className="ready" aria-label={say('entry.setup.ready')}>
      <li>
        <Light light="good">{say('entry.setup.database')}</Light>
        <small className="muted">
          {database.folder
            ? say('entry.setup.database_own', { folder: database.folder, rows: database.rows })
            : say('entry.setup.database_other', { rows: database.rows })}
        </small>
      </li>
      <li>
        <Light light={freeDisk === null || freeDisk < little ? 'risk' : 'good'}>{say('entry.setup.disk')}</Light>
        <small className="muted">
          {freeDisk === null ? say('entry.setup.disk_unknown') : say('entry.setup.disk_free', { size: format.size(freeDisk) })}
        </small>
      </li>
      <li>
        <Light light={mailServer ? 'good' : 'risk'}>{say('entry.setup.mail')}</Light>
        <small className="muted">{say(mailServer ? 'entry.setup.mail_set' : 'entry.setup.mail_none')}</small>
      </li>
      <li>
        <Light light="good">{say('entry.setup.clock')}</Light>
        <small className="muted">
          Bogotá, {format.weekday(today)}, {format.time(now)}
        </small>
      </li>
    </ul>
  );
}
