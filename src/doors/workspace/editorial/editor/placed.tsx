import { createContext, useContext } from 'react';
import { Node, mergeAttributes } from '@tiptap/core';
import { NodeViewWrapper, ReactNodeViewRenderer, type NodeViewProps } from '@tiptap/react';
import { Light } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { AltLight, Picture, type PlacedImage } from './picture.tsx';
import type { ShownFile } from './shown-file.ts';

/** What the places of a text need to know of the desk: the library's files, and how to ask for words about one. */
export interface Placing {
  readonly fileOf: (asset: number) => ShownFile | undefined;
  /** Opens the words of what stands at a place: alternative text, caption, title. */
  readonly describe: (at: number) => void;
}

export const PlacingContext = createContext<Placing>({ fileOf: () => undefined, describe: () => undefined });

function ImageView({ node, getPos, selected }: NodeViewProps) {
  const { fileOf, describe } = useContext(PlacingContext);
  const { say } = useWords();
  const image = node.attrs as PlacedImage;
  const bare = !image.decorative && image.alt.trim() === '';
  return (
    <NodeViewWrapper as="figure" className={selected ? 'placed chosen' : 'placed'} data-drag-handle>
      <Picture file={fileOf(image.asset)} image={image} />
      {image.caption && <p className="caption">{image.caption}</p>}
      <figcaption contentEditable={false}>
        <AltLight image={image} />
        <button className="button quiet small" type="button" onClick={() => describe(getPos() ?? 0)}>
          {say(bare ? 'writing.describe' : 'writing.change_words')}
        </button>
      </figcaption>
    </NodeViewWrapper>
  );
}

function GalleryView({ node, getPos, selected }: NodeViewProps) {
  const { fileOf, describe } = useContext(PlacingContext);
  const { say } = useWords();
  const images = node.attrs.images as readonly PlacedImage[];
  const bare = images.filter(({ alt, decorative }) => !decorative && alt.trim() === '').length;
  return (
    <NodeViewWrapper as="figure" className={selected ? 'placed chosen' : 'placed'} data-drag-handle>
      <ul className="gallery">
        {images.map((image, at) => (
          <li key={at}>
            <Picture file={fileOf(image.asset)} image={image} />
          </li>
        ))}
      </ul>
      <figcaption contentEditable={false}>
        <Light light={bare > 0 ? 'off' : 'good'}>
          {bare > 0 ? say('writing.alt_missing_in', { count: bare }) : say('writing.gallery_of', { count: images.length })}
        </Light>
        <button className="button quiet small" type="button" onClick={() => describe(getPos() ?? 0)}>
          {say(bare > 0 ? 'writing.describe_them' : 'writing.change_words')}
        </button>
      </figcaption>
    </NodeViewWrapper>
  );
}

function MediaView({ node, getPos, selected }: NodeViewProps) {
  const { fileOf, describe } = useContext(PlacingContext);
  const { say } = useWords();
  const file = fileOf(node.attrs.asset as number);
  const title = (node.attrs.title as string) || file?.title || say('writing.no_such_asset');
  return (
    <NodeViewWrapper as="figure" className={selected ? 'placed chosen' : 'placed'} data-drag-handle>
      {file && node.type.name === 'video' && (
        <video controls preload="none" src={`/files/${file.file}`}>
          <track kind="captions" src={file.captions ? `/files/${file.captions}` : undefined} srcLang="es" default />
        </video>
      )}
      {file && node.type.name === 'audio' && (
        <audio controls preload="none" src={`/files/${file.file}`}>
          <track kind="captions" srcLang="es" />
        </audio>
      )}
      <figcaption contentEditable={false}>
        <b>{title}</b> <span className="muted small">{say(`writing.media.${node.type.name}`)}</span>
        <button className="button quiet small" type="button" onClick={() => describe(getPos() ?? 0)}>
          {say('writing.change_words')}
        </button>
      </figcaption>
    </NodeViewWrapper>
  );
}

const held = (names: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(names).map(([name, fallback]) => [name, attribute(name, fallback)]));

/** Attributes travel through the clipboard as JSON, so that a number comes back as one. */
const attribute = (name: string, fallback: unknown) => ({
  default: fallback,
  parseHTML: (element: HTMLElement) => read(element.getAttribute(`data-${name}`), fallback),
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: JSON.stringify(attributes[name]) }),
});

function read(said: string | null, fallback: unknown): unknown {
  try {
    return said === null ? fallback : (JSON.parse(said) as unknown);
  } catch {
    return fallback;
  }
}

const place = (name: string, names: Readonly<Record<string, unknown>>, View: (props: NodeViewProps) => React.ReactNode) =>
  Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => held(names),
    parseHTML: () => [{ tag: `figure[data-placed="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes(HTMLAttributes, { 'data-placed': name })],
    addNodeView: () => ReactNodeViewRenderer(View),
  });

export const Image = place('image', { asset: 0, alt: '', decorative: false, caption: '' }, ImageView);
export const Gallery = place('gallery', { images: [] }, GalleryView);
export const Video = place('video', { asset: 0, title: '' }, MediaView);
export const Audio = place('audio', { asset: 0, title: '' }, MediaView);
export const FileBlock = place('file', { asset: 0, title: '' }, MediaView);
