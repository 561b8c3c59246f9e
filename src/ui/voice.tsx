import { Link } from 'react-router';
import { pieces } from './rich.ts';

/** How things stand, in one sentence: `**figures**` are loud, `[links](address)` lead on. One voice a page. */
export function Voice({ sentence, low = false, as: Tag = 'p' }: { sentence: string; low?: boolean; as?: 'p' | 'h1' }) {
  return (
    <Tag className={low ? 'voice low' : 'voice'}>
      <Rich sentence={sentence} />
    </Tag>
  );
}

/** The same marks inside other text. */
export function Rich({ sentence }: { sentence: string }) {
  return pieces(sentence).map((piece, index) => {
    if (piece.kind === 'figure') return <b key={index}>{piece.text}</b>;
    if (piece.kind === 'link')
      return (
        <Link key={index} to={piece.href}>
          {piece.text}
        </Link>
      );
    return piece.text;
  });
}
