import { useWords } from '#ui/words.tsx';
import { Picture } from './picture.tsx';
import type { ShownFile } from './shown-file.ts';

interface Props {
  readonly data: {
    readonly piece: { readonly title: string; readonly lead: string; readonly post: string };
    readonly picture: { readonly file: ShownFile; readonly alt: string } | null;
    readonly channel: { readonly mode: string };
    readonly fields: readonly { readonly code: string; readonly limit: number }[];
    readonly institution: string;
  };
  /** The channel's own words, as they are typed. */
  readonly words: Readonly<Record<string, string>>;
}

/** What a person carries by hand, as it will look: a post on each network, or a card on a board. */
export function Preview({ data, words }: Props) {
  const { say } = useWords();
  const { piece, picture, channel, institution } = data;
  const title = words.title?.trim() || piece.title;
  const plate = picture && <Picture file={picture.file} image={{ asset: picture.file.id, alt: picture.alt }} />;

  if (channel.mode === 'online')
    return (
      <ul className="posts">
        {data.fields.map(({ code, limit }) => {
          const said = words[code]?.trim() || piece.post || [piece.title, piece.lead].filter(Boolean).join('\n\n');
          const letters = [...said];
          return (
            <li key={code} className="preview post">
              <p className="envelope">
                <b>{institution}</b> <span className="muted">{say(`writing.rendition.${code}`)}</span>
              </p>
              <p className="said">
                {letters.slice(0, limit).join('')}
                {letters.length > limit && <del>{letters.slice(limit).join('')}</del>}
              </p>
              {plate}
            </li>
          );
        })}
      </ul>
    );
  return (
    <div className="preview card">
      {plate}
      <h3>{title}</h3>
      {words.text?.trim() ? paragraphs(words.text) : <p>{piece.lead}</p>}
      <p className="muted small">{institution}</p>
    </div>
  );
}

const paragraphs = (text: string) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line, at) => <p key={at}>{line}</p>);
