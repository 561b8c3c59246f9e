import type { ReactNode } from 'react';
import { useWords } from '#ui/words.tsx';
import type { NotedPart } from './noted.ts';
import { ShownRuns, type Show } from './shown-runs.tsx';

export interface ShownAsset {
  readonly file: string;
  readonly kind: string;
  readonly title: string;
}

interface Props {
  readonly parts: readonly NotedPart[];
  readonly show: Show;
  readonly assets: Readonly<Record<number, ShownAsset>>;
}

/** The text of a piece as it is read, with what changed in it. */
export function ShownBody({ parts, show, assets }: Props) {
  return parts.map((part, index) => <Block key={index} part={part} show={show} assets={assets} top />);
}

function Block({ part, show, assets, top = false }: { part: NotedPart; show: Show; assets: Props['assets']; top?: boolean }) {
  const { say } = useWords();
  if ((part.change === 'removed' && (show === 'after' || show === 'clean')) || (part.change === 'added' && show === 'before')) return null;
  const attrs = (show === 'before' ? part.was : (part.is ?? part.was)) ?? {};
  const mark = show === 'clean' || (part.change !== 'added' && part.change !== 'removed') ? undefined : part.change;
  // What somebody says of words in it is said of this block.
  const block = top && part.is ? { 'data-block': String(part.is.id ?? '') } : {};
  const own = { ...block, ...(mark ? { className: mark } : {}) };
  const numbers = top && part.numbers && part.numbers.length > 0 && show !== 'before' ? <Numbers numbers={part.numbers} /> : null;
  const line = () => (
    <>
      <ShownRuns runs={part.runs ?? []} notes={part.notes ?? []} show={show} />
      {numbers}
    </>
  );
  const inside = () => (part.parts ?? []).map((one, index) => <Block key={index} part={one} show={show} assets={assets} />);
  switch (part.type) {
    case 'paragraph':
      return <p {...own}>{line()}</p>;
    case 'heading': {
      const Tag = (['h3', 'h4', 'h5'] as const)[Math.min(2, Math.max(0, Number(attrs.level) - 2))] ?? 'h3';
      return <Tag {...own}>{line()}</Tag>;
    }
    case 'bulletList':
      return <ul {...own}>{inside()}</ul>;
    case 'orderedList':
      return (
        <ol {...own} start={Number(attrs.start) || 1}>
          {inside()}
        </ol>
      );
    case 'listItem':
      return <li {...own}>{inside()}</li>;
    case 'blockquote':
      return (
        <blockquote {...own}>
          {inside()}
          {attrs.who ? <footer>{String(attrs.who)}</footer> : null}
        </blockquote>
      );
    case 'callout':
      return (
        <div {...block} className={['callout', mark].filter(Boolean).join(' ')}>
          {inside()}
        </div>
      );
    case 'table':
      return (
        <div {...own} role="region" aria-label={say('review.table')} tabIndex={0}>
          <table>
            <tbody>{inside()}</tbody>
          </table>
        </div>
      );
    case 'tableRow':
      return <tr {...own}>{inside()}</tr>;
    case 'tableCell':
      return <td {...own}>{inside()}</td>;
    case 'tableHeader':
      return <th {...own}>{inside()}</th>;
    case 'horizontalRule':
      return <hr />;
    case 'gallery':
      return (
        <Changed part={part} show={show} own={own}>
          {placedIn(attrs.images).map((image, index) => (
            <Picture key={index} placed={image} assets={assets} />
          ))}
        </Changed>
      );
    case 'image':
      return (
        <Changed part={part} show={show} own={own}>
          <Picture placed={placedOf(attrs)} assets={assets} />
        </Changed>
      );
    default:
      return (
        <Changed part={part} show={show} own={own}>
          <FileLine asset={Number(attrs.asset)} title={String(attrs.title ?? '')} assets={assets} />
        </Changed>
      );
  }
}

function Numbers({ numbers }: { numbers: readonly number[] }) {
  const { say } = useWords();
  return numbers.map((number) => (
    <mark key={number} className="noted">
      <sup>
        <a href={`#n${number}`}>
          <span className="sr">{say('review.note')} </span>
          {number}
        </a>
      </sup>
    </mark>
  ));
}

/** What is not words says in words that it changed. */
function Changed({ part, show, own, children }: { part: NotedPart; show: Show; own: object; children: ReactNode }) {
  const { say } = useWords();
  return (
    <figure {...own}>
      {children}
      {part.change !== 'same' && show !== 'clean' && <p className="small muted">{say(`review.part.${part.change}`)}</p>}
    </figure>
  );
}

interface Placed {
  readonly asset: number;
  readonly alt?: string;
  readonly decorative?: boolean;
  readonly caption?: string;
}

/** An asset in its place, as the attributes of its block say it. */
const placedOf = ({ asset, alt, decorative, caption }: Readonly<Record<string, unknown>>): Placed => ({
  asset: Number(asset),
  alt: typeof alt === 'string' ? alt : '',
  decorative: decorative === true,
  caption: typeof caption === 'string' ? caption : '',
});

const placedIn = (images: unknown): Placed[] =>
  Array.isArray(images) ? images.map((image) => placedOf((image ?? {}) as Readonly<Record<string, unknown>>)) : [];

/** A picture with the words for whoever does not see it: they are reviewed too. */
export function Picture({ placed, assets }: { placed: Placed; assets: Props['assets'] }) {
  const { say } = useWords();
  const asset = assets[placed.asset];
  return (
    <>
      {asset ? (
        <img src={`/files/${asset.file}/medium`} alt={placed.decorative ? '' : (placed.alt ?? '')} loading="lazy" />
      ) : (
        <p className="muted">{say('review.no_asset', { asset: placed.asset })}</p>
      )}
      <figcaption className="small muted">
        {placed.caption && <span>{placed.caption}</span>}
        <span>{placed.decorative ? say('review.decorative') : say('review.alt', { alt: placed.alt || say('review.no_alt') })}</span>
      </figcaption>
    </>
  );
}

export function FileLine({ asset, title, assets }: { asset: number; title: string; assets: Props['assets'] }) {
  const { say } = useWords();
  const found = assets[asset];
  return <p>{found ? <a href={`/files/${found.file}`}>{title || found.title}</a> : say('review.no_asset', { asset })}</p>;
}
