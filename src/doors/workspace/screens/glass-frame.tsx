import type { Orientation } from '#domains/channels/index.ts';

/** A glass at a size that fits the page: the very page that a screen shows, where every size is a part of its width. */
export function GlassFrame({ src, title, orientation }: { src: string; title: string; orientation: Orientation }) {
  return (
    <div className={`glass-frame ${orientation}-frame`}>
      {/* A page of the house, under its own policy. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe src={src} title={title} loading="lazy" tabIndex={-1} />
    </div>
  );
}
