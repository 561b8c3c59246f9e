import { useRef, useState, type FormEvent } from 'react';
import type { TakenIn } from './take-in.ts';

/** One file on its way: how much of it went (0–1), and what became of it. */
export interface Upload {
  readonly name: string;
  readonly done: number;
  readonly taken?: TakenIn | undefined;
  /** The way was cut: it can be sent again. */
  readonly cut?: boolean;
}

/** Sends the files of a form one after another, telling how far each is. Until script arrives the form goes as any other. */
export function useUploads() {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const sending = useRef(false);
  const note = (at: number, said: Partial<Upload>) =>
    setUploads((all) => all.map((upload, index) => (index === at ? { ...upload, ...said } : upload)));

  const submit = (event: FormEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget);
    const files = form.getAll('files').filter((file): file is File => file instanceof File && file.name !== '');
    if (files.length === 0 || sending.current) return;
    event.preventDefault();
    sending.current = true;
    const { currentTarget: element } = event;
    const before = uploads.filter(({ taken }) => taken);
    setUploads([...before, ...files.map(({ name }) => ({ name, done: 0 }))]);
    sendAll(files, form, (at, said) => note(before.length + at, said)).finally(() => {
      sending.current = false;
      element.reset();
    });
  };
  return { uploads, submit };
}

async function sendAll(files: readonly File[], form: FormData, note: (at: number, said: Partial<Upload>) => void): Promise<void> {
  for (const [at, file] of files.entries()) {
    const one = new FormData();
    for (const [name, value] of form) if (typeof value === 'string') one.append(name, value);
    one.append('files', file, file.name);
    const taken = await send(one, (done) => note(at, { done }));
    note(at, taken ? { done: 1, taken } : { cut: true });
  }
}

/** fetch does not tell how much went; this older way does. Undefined when the way was cut. */
function send(form: FormData, progress: (done: number) => void): Promise<TakenIn | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/workspace/assets/pick');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0));
    request.addEventListener('loadend', () => resolve((request.response as { taken?: TakenIn[] } | null)?.taken?.[0]));
    request.send(form);
  });
}
