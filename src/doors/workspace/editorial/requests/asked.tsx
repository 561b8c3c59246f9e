import { Attachments } from '#ui/attachments.tsx';
import { useWords } from '#ui/words.tsx';
import type { LetterData } from './request.page.tsx';

/** The letter itself: what is asked, what for, for whom, by when. */
export function Asked({ data: { request, regions, segments, files, today } }: { data: LetterData }) {
  const { say, format } = useWords();
  const unsaid = <span className="muted">{say('requests.not_said')}</span>;
  return (
    <dl className="asked">
      <dt>{say('requests.what')}</dt>
      <dd>
        <b>{request.title}</b>
        <p className="said">{request.what}</p>
      </dd>
      <dt>{say('requests.why')}</dt>
      <dd className="said">{request.why || unsaid}</dd>
      <dt>{say('requests.for_whom')}</dt>
      <dd>
        <span className="said">{request.forWhom}</span>
        {segments.length > 0 && <span className="listed">{segments.join(' · ')}</span>}
        {request.forWhom === '' && segments.length === 0 && unsaid}
      </dd>
      <dt>{say('requests.when')}</dt>
      <dd>{request.wantedOn ? format.shortDay(request.wantedOn, today) : unsaid}</dd>
      {request.kind && (
        <>
          <dt>{say('requests.kind')}</dt>
          <dd>{request.kind === 'campaign' ? say('requests.kind.campaign') : say(`pieces.kind.${request.kind}`)}</dd>
        </>
      )}
      {regions.length > 0 && (
        <>
          <dt>{say('requests.regions')}</dt>
          <dd>{regions.map(({ name }) => name).join(', ')}</dd>
        </>
      )}
      <dt>{say('requests.class')}</dt>
      <dd>{say(`pieces.class.${request.class}`)}</dd>
      <dt>{say('requests.asker')}</dt>
      <dd>
        {request.askerName}
        {request.unitName && `, ${request.unitName}`}
        {request.askedBy === null && (
          <>
            , <span className="muted">{say('requests.outside')}</span> · <a href={`mailto:${request.askerEmail}`}>{request.askerEmail}</a>
          </>
        )}
      </dd>
      <dt>{say('requests.material')}</dt>
      <dd>{files.length > 0 ? <Attachments files={files} /> : <span className="muted">{say('requests.no_material')}</span>}</dd>
    </dl>
  );
}
