import { useEffect, useState } from 'react';
import { Dialog } from '#ui/dialog.tsx';
import { Empty } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { ask } from './post.ts';
import type { ShownFile } from './shown-file.ts';

interface Props {
  readonly kind: ShownFile['kind'];
  /** The piece being written: what is uploaded here comes within it. */
  readonly piece: number;
  readonly several: boolean;
  readonly onPick: (files: readonly ShownFile[]) => void;
  readonly onClose: () => void;
}

/** The library, to choose from. */
export function AssetDialog({ kind, piece, several, onPick, onClose }: Props) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly ShownFile[] | null>(null);
  const [chosen, setChosen] = useState<readonly ShownFile[]>([]);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  useEffect(() => {
    const timer = setTimeout(async () => {
      const answer = await ask<{ assets: ShownFile[] }>(`/workspace/assets/pick?kind=${kind}&q=${encodeURIComponent(typed)}`);
      setFound(answer.ended === 'well' ? answer.value.assets : []);
    }, 250);
    return () => clearTimeout(timer);
  }, [kind, typed]);

  const choose = (file: ShownFile) => {
    if (!several) return onPick([file]);
    setChosen((all) => (all.some(({ id }) => id === file.id) ? all.filter(({ id }) => id !== file.id) : [...all, file]));
  };

  /** What is on this device goes to the library, within the piece, and is chosen. */
  const upload = async (list: FileList | null) => {
    if (!list?.length) return;
    const form = new FormData();
    form.set('piece', String(piece));
    for (const file of list) form.append('files', file);
    setSending(true);
    const answer = await send(form);
    setSending(false);
    if (answer.problem) setRefused(answer.problem);
    if (answer.files.length > 0) onPick(several ? answer.files : [answer.files[0]!]);
  };

  return (
    <Dialog
      open
      title={say(`writing.pick.${several ? 'gallery' : kind}`)}
      onClose={onClose}
      actions={
        <>
          {several && (
            <button className="button primary" type="button" disabled={chosen.length === 0} onClick={() => onPick(chosen)}>
              {say('writing.put_images', { count: chosen.length })}
            </button>
          )}
          <a className="button quiet" href="/workspace/assets" target="_blank" rel="noreferrer">
            {say('writing.open_library')}
          </a>
          <button className="button quiet" type="button" onClick={onClose}>
            {say('writing.leave_it')}
          </button>
        </>
      }
    >
      <label className="field">
        {say('writing.find_asset')}
        <input className="input" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <label className="field">
        {say(sending ? 'writing.uploading' : 'writing.upload')}
        <input
          className="input"
          type="file"
          multiple={several}
          accept={accepted[kind]}
          disabled={sending}
          onChange={(event) => void upload(event.target.files)}
        />
        {refused && <span className="error">{refused}</span>}
      </label>
      <div aria-live="polite">
        {found?.length === 0 && (
          <Empty slim title={say('writing.no_assets')}>
            {say('writing.no_assets_how')}
          </Empty>
        )}
        <ul className="picks">
          {found?.map((file) => (
            <li key={file.id}>
              <button
                type="button"
                aria-pressed={several ? chosen.some(({ id }) => id === file.id) : undefined}
                onClick={() => choose(file)}
              >
                {file.kind === 'image' && <img src={`/files/${file.file}/thumb`} alt="" loading="lazy" />}
                <span>{file.title}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

const accepted: Partial<Record<ShownFile['kind'], string>> = { image: 'image/*', video: 'video/*', audio: 'audio/*' };

interface Taken {
  readonly asset?: ShownFile;
  readonly refusal?: { readonly sentence: string; readonly existing: number | null };
}

/** Sends files to the library; which came in or were there already, and why the first that did not was refused. */
async function send(form: FormData): Promise<{ files: ShownFile[]; problem: string | null }> {
  try {
    const response = await fetch('/workspace/assets/pick', { method: 'POST', body: form, headers: { accept: 'application/json' } });
    const { taken = [] } = (await response.json()) as { taken?: readonly Taken[] };
    const ids = taken.flatMap(({ refusal }) => refusal?.existing ?? []);
    const known = ids.length > 0 ? await ask<{ assets: ShownFile[] }>(`/workspace/assets/pick?ids=${ids.join(',')}`) : null;
    const files = [...taken.flatMap(({ asset }) => asset ?? []), ...(known?.ended === 'well' ? known.value.assets : [])];
    return { files, problem: taken.find(({ refusal }) => refusal && refusal.existing === null)?.refusal?.sentence ?? null };
  } catch {
    return { files: [], problem: null };
  }
}
