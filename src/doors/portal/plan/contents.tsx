import { useWords } from '#ui/words.tsx';

/** What a long page holds, each a link to its place. On paper and on a phone it comes before the text. */
export function Contents({ entries }: { entries: readonly { to: string; title: string }[] }) {
  const { say } = useWords();
  return (
    <nav className="contents" aria-labelledby="contenido-del-plan">
      <h2 id="contenido-del-plan">{say('portal.contents')}</h2>
      <ol>
        {entries.map(({ to, title }) => (
          <li key={to}>
            <a href={`#${to}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
