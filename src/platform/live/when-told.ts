/** Where notices are heard (`listener.ts`). */
export interface Heard {
  on(event: 'live', hear: (notice: { readonly topic: string }) => void): unknown;
  on(event: 'gap', hear: () => void): unknown;
}

/** Does `empty` when any process tells the live topic, and when the connection was lost, because notices may have been missed. */
export function whenTold(listener: Heard, topic: string, empty: () => void): void {
  listener.on('live', (notice) => {
    if (notice.topic === topic) empty();
  });
  listener.on('gap', empty);
}
