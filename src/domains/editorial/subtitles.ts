/**
 * Subtitles as WebVTT (W3C, «WebVTT: The Web Video Text Tracks Format»), from WebVTT or SubRip; null when there is not one cue. Only
 * times and words come through: styles, regions, notes and tags are left out.
 */
export function subtitlesOf(said: string): string | null {
  const cues: string[] = [];
  for (const block of said
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)) {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => line.includes('-->'));
    const times = at < 0 ? null : /^\s*([\d:.,]+)\s*-->\s*([\d:.,]+)/.exec(lines[at]!);
    const [from, to] = [instant(times?.[1]), instant(times?.[2])];
    if (from === null || to === null) continue;
    const words = lines
      .slice(at + 1)
      .map(plain)
      .filter((line) => line !== '');
    if (words.length > 0) cues.push(`${from} --> ${to}\n${words.join('\n')}`);
  }
  return cues.length === 0 ? null : `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

/** `1:02,5` or `00:01:02.500` as `00:01:02.500`. */
function instant(said: string | undefined): string | null {
  const parts = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/.exec(said ?? '');
  if (!parts) return null;
  const [, hours = '0', minutes, seconds, rest = '0'] = parts;
  return `${hours.padStart(2, '0')}:${minutes!.padStart(2, '0')}:${seconds!.padStart(2, '0')}.${rest.padEnd(3, '0')}`;
}

const plain = (line: string): string =>
  line
    .replace(/<[^>]*>/g, '')
    .replace(/[<>]/g, '')
    .replace(/-->/g, '')
    .trim();
