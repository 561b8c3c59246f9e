/** When what is on the page was asked for last, in milliseconds since the document was. */
let askedAt = 0;

/** Says that the page's contents are asked for anew. */
export function askedNow(): void {
  askedAt = performance.now();
}

/**
 * Hears live topics until it is told to stop: which one changed, or undefined when anything may have. The browser comes back by itself from a
 * cut, and is told what it missed; from an answer that says no, as a proxy gives while the house starts anew, it comes back here.
 */
export function hearLive(topics: readonly string[], heard: (topic: string | undefined) => void): () => void {
  let stream: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  let wait = 2_000;
  let missed = false;
  const open = () => {
    const age = Math.ceil(performance.now() - askedAt);
    let opened = false;
    stream = new EventSource(`/live?${topics.map((topic) => `topic=${topic}`).join('&')}&age=${age}`);
    stream.addEventListener('open', () => {
      opened = true;
      wait = 2_000;
      if (missed) heard(undefined);
      missed = false;
    });
    stream.addEventListener('changed', ({ data }: MessageEvent<string>) => heard((JSON.parse(data) as { topic: string }).topic));
    stream.addEventListener('gap', () => heard(undefined));
    stream.addEventListener('error', () => {
      // Without a mark to come back with, or with the age of long ago.
      if (!opened || stream.readyState === EventSource.CLOSED) missed = true;
      if (stream.readyState !== EventSource.CLOSED) return;
      again = setTimeout(open, wait);
      wait = Math.min(wait * 2, 120_000);
    });
  };
  open();
  return () => {
    clearTimeout(again);
    stream.close();
  };
}
