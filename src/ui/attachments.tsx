import { useWords } from './words.tsx';

/** Files to open, with their size. Without an id one may know of it and not open it. */
export function Attachments({ files }: { files: readonly { readonly id?: string; readonly name: string; readonly size: number }[] }) {
  const { format } = useWords();
  return (
    <ul className="attached">
      {files.map(({ id, name, size }) => (
        <li key={id ?? name}>
          {id ? <a href={`/files/${id}`}>{name}</a> : name} <span className="muted">{format.size(size)}</span>
        </li>
      ))}
    </ul>
  );
}
