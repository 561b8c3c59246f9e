import { useEffect, useId, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { Field, type Answer, type FieldProps } from './field.tsx';
import { useWords } from './words.tsx';

export interface NamedRegion {
  readonly code: string;
  readonly name: string;
}

interface Props extends FieldProps {
  readonly chosen?: readonly NamedRegion[];
  /** Names to choose from while there is no script: those of the departments. */
  readonly names: readonly string[];
  /** Answers `?q=` with `{regions: [{code, name}]}`. */
  readonly find?: string;
}

const never = () => () => undefined;

/** Departments and municipalities: names parted by semicolons or, with script, found while one writes (ARIA, «Combobox»). */
export function RegionsField({ name, label, hint, optional, answer, chosen = [], names, find = '/regions.json' }: Props) {
  const hydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const began = answer ? typedIn(answer, name) : chosen;
  return (
    <Field {...{ name, label, hint, optional, answer }}>
      {(wired) =>
        hydrated ? (
          <Chooser wired={wired} began={began} find={find} />
        ) : (
          <>
            <input
              className="input"
              {...wired}
              list={`${wired.id}-names`}
              defaultValue={began.map((region) => region.name).join('; ')}
              autoComplete="off"
            />
            <datalist id={`${wired.id}-names`}>
              {names.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </>
        )
      }
    </Field>
  );
}

/** What had been typed, as it was: the server knows codes and names alike. */
const typedIn = (answer: Answer, name: string): NamedRegion[] =>
  [answer.typed[name] ?? []]
    .flat()
    .filter((text) => text !== '')
    .map((text) => ({ code: text, name: text }));

interface ChooserProps {
  readonly wired: { readonly id: string; readonly name: string };
  readonly began: readonly NamedRegion[];
  readonly find: string;
}

function Chooser({ wired: { name, ...wired }, began, find }: ChooserProps) {
  const { say } = useWords();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, choose] = useState(began);
  const [text, write] = useState('');
  const [at, move] = useState(0);
  const found = useFound(find, text).filter(({ code }) => !chosen.some((one) => one.code === code));
  const open = found.length > 0;

  const take = (region: NamedRegion | undefined) => {
    if (!region) return;
    choose([...chosen, region]);
    write('');
    move(0);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && text === '') choose(chosen.slice(0, -1));
    if (!open) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (to !== undefined) move((to + found.length) % found.length);
    else if (event.key === 'Enter') take(found[at]);
    else if (event.key === 'Escape') write('');
    else return;
    event.preventDefault();
  };
  return (
    <div className="regions-field">
      {chosen.length > 0 && (
        <ul>
          {chosen.map((region) => (
            <li key={region.code}>
              <input type="hidden" name={name} value={region.code} />
              {region.name}
              <button
                type="button"
                className="button small"
                aria-label={say('ui.region_remove', { name: region.name })}
                onClick={() => choose(chosen.filter(({ code }) => code !== region.code))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      {/* It keeps its name: what is written and not chosen goes with the form, and the server finds it or says that it does not. */}
      <input
        {...wired}
        ref={input}
        name={name}
        className="input"
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open ? `${list}-${at}` : undefined}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          write(event.currentTarget.value);
          move(0);
        }}
        onKeyDown={press}
      />
      <ul id={list} role="listbox" aria-label={say('ui.regions_found')} hidden={!open}>
        {found.map((region, index) => (
          <li
            key={region.code}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => {
              event.preventDefault();
              take(region);
            }}
          >
            {region.name} <small>{region.code}</small>
          </li>
        ))}
      </ul>
      <span className="sr" role="status">
        {text.trim() !== '' && say('ui.regions_count', { count: found.length })}
      </span>
    </div>
  );
}

/** What the house finds for what is being written; of answers that cross, the last one asked for. */
function useFound(find: string, text: string): readonly NamedRegion[] {
  const [found, set] = useState<readonly NamedRegion[]>([]);
  useEffect(() => {
    const asked = new AbortController();
    const look = async () => {
      const response = await fetch(`${find}?q=${encodeURIComponent(text)}`, { signal: asked.signal });
      set(((await response.json()) as { regions: NamedRegion[] }).regions);
    };
    const wait = setTimeout(() => {
      if (text.trim().length < 2) set([]);
      else look().catch(() => undefined);
    }, 120);
    return () => {
      clearTimeout(wait);
      asked.abort();
    };
  }, [find, text]);
  return text.trim().length < 2 ? [] : found;
}
