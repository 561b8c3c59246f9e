import { useWords } from '#ui/words.tsx';

interface Evidence {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

export function EvidenceList({ files }: { files: readonly Evidence[] }) {
  const { say, format } = useWords();
  return (
    <ul className="files">
      {files.map(({ id, name, size, sha256 }) => (
        <li key={id}>
          <a href={`/files/${id}`}>{name}</a>
          <small>
            {format.size(size)} · {say('work.fingerprint', { hash: `${sha256.slice(0, 4)}…${sha256.slice(-2)}` })}
          </small>
        </li>
      ))}
    </ul>
  );
}
