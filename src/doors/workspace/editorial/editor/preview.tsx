import { useWords } from '#ui/words.tsx';
import { Picture } from './picture.tsx';
import type { ShownFile } from './shown-file.ts';

interface Props {
  readonly data: {
    readonly piece: { readonly title: string; readonly lead: string };
    readonly html: string;
    readonly picture: { readonly file: ShownFile; readonly alt: string } | null;
    readonly channel: { readonly means: string; readonly mode: string };
    readonly fields: readonly { readonly code: string; readonly limit: number }[];
    readonly institution: string;
  };
  /** The channel's own words, as they are typed. */
  readonly words: Readonly<Record<string, string>>;
}

/** How a piece will look where it goes: a page, a mail in a box, a post on a network, a card. */
export function Preview({ data, words }: Props) {
  const { say } = useWords();
  const { piece, html, picture, channel, institution } = data;
  const title = words.title?.trim() || piece.title;
  const lead = words.lead?.trim() || piece.lead;
  const plate = picture && <Picture file={picture.file} image={{ asset: picture.file.id, alt: picture.alt }} />;

  if (channel.means === 'mail')
    return (
      <div className="preview mail">
        <p className="envelope">
          <b>{institution}</b>
          <span>
            {title} <span className="muted">· {words.lead?.trim() || piece.lead}</span>
          </span>
        </p>
        <h3>{title}</h3>
        {plate}
        {words.text?.trim() ? paragraphs(words.text) : <div className="written" dangerouslySetInnerHTML={{ __html: html }} />}
      </div>
    );
  if (channel.means === 'by_hand' && channel.mode === 'online')
    return (
      <ul className="posts">
        {data.fields.map(({ code, limit }) => {
          const said = words[code]?.trim() || [piece.title, piece.lead].filter(Boolean).join('\n\n');
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
  if (channel.means === 'by_hand')
    return (
      <div className="preview card">
        {plate}
        <h3>{title}</h3>
        {words.text?.trim() ? paragraphs(words.text) : <p>{piece.lead}</p>}
        <p className="muted small">{institution}</p>
      </div>
    );
  return (
    <article className="preview manuscript read">
      <h3 className="title">{title}</h3>
      {lead && <p className="lead">{lead}</p>}
      {plate}
      <div className="written" dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  );
}

const paragraphs = (text: string) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line, at) => <p key={at}>{line}</p>);
