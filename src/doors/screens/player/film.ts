/** So long may a film stand still before it is passed over: a slow disk, a line that hangs. */
const patience = 10_000;

/** Plays a film from where it is to its end, however long; calls back once, with whether it came there. @returns what ends it before */
export function playFilm(film: HTMLVideoElement, over: (seen: boolean) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let at = -1;
  let since = performance.now();
  const watching = setInterval(() => {
    // A browser lets the films of a hidden page stand.
    if (film.currentTime === at && !document.hidden) return performance.now() - since > patience ? end(false) : undefined;
    at = film.currentTime;
    since = performance.now();
  }, 1000);
  const stop = () => {
    clearInterval(watching);
    listening.abort();
  };
  const end = (seen: boolean) => {
    stop();
    over(seen);
  };
  film.addEventListener('ended', () => end(true), { signal });
  film.addEventListener('error', () => end(false), { signal });
  // Without anybody's touch a browser begins only what makes no sound.
  film.muted = true;
  film.play().catch(() => undefined);
  return stop;
}
