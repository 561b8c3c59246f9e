import type { ShownPrint } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';

/** The sheets of a piece as they come out of the printer, each with its file to take away. `at` is where their files are. */
export function Prints({ prints, at }: { prints: readonly ShownPrint[]; at: string }) {
  const { say } = useWords();
  return (
    <ul className="prints">
      {prints.map(({ sheet, paper, faces, over }) => (
        <li key={sheet}>
          <h3>
            {say(`prints.sheet.${sheet}`)} <small className="muted">{say(`prints.paper.${paper}`)}</small>
          </h3>
          {over > 0 && (
            <p className="late" role="status">
              {say('prints.over', { count: over })}
            </p>
          )}
          <div className="faces">
            {faces.map((face, index) => (
              // Drawn by `platform/print` from escaped words.
              <div key={index} dangerouslySetInnerHTML={{ __html: face }} />
            ))}
          </div>
          {over === 0 && (
            <p>
              <a className="button" href={`${at}/${sheet}`} download>
                {say(`prints.take.${sheet}`)}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
