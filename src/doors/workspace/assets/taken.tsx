import { Link } from 'react-router';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import type { Upload } from './use-uploads.ts';

/** What became of each file: on its way, in, or why not. */
export function Taken({ files }: { files: readonly Upload[] }) {
  const { say, format } = useWords();
  if (files.length === 0) return null;
  return (
    <Section title={say('assets.taken')} count={format.number(files.length)}>
      <ul className="plain-rows taken" aria-live="polite">
        {files.map((upload, at) => (
          <li key={`${at} ${upload.name}`}>
            <One upload={upload} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function One({ upload: { name, done, taken, cut } }: { upload: Upload }) {
  const { say, format } = useWords();
  if (cut)
    return (
      <span>
        <b>{name}</b> <small className="late">{say('assets.cut')}</small>
      </span>
    );
  if (!taken)
    return (
      <span>
        {name}
        <progress max={1} value={done} aria-label={name} />
        <small>{done < 1 ? format.percent(done * 100) : say('assets.looking')}</small>
      </span>
    );
  if (taken.refusal)
    return (
      <span>
        <b>{name}</b>
        <small>{taken.refusal.sentence}</small>
        {taken.refusal.existing !== null && <Link to={`/workspace/assets/${taken.refusal.existing}`}>{say('assets.see_existing')}</Link>}
      </span>
    );
  return (
    <span>
      {taken.asset?.thumb && <img src={taken.asset.thumb} alt="" />}
      <Link to={`/workspace/assets/${taken.asset?.id}`}>
        <b>{taken.asset?.title}</b>
      </Link>
      {taken.asset?.warnings.map(({ code, sentence }) => (
        <small key={code}>{sentence}</small>
      ))}
      {taken.alike.map(({ id, title }) => (
        <small key={id} className="soon">
          {say('assets.looks_like')} <Link to={`/workspace/assets/${id}`}>{title}</Link>
        </small>
      ))}
    </span>
  );
}
