import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Asset } from '#domains/editorial/index.ts';
import type { Answer } from '#ui/field.tsx';
import { TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { useHydrated } from '../plan/use-hydrated.ts';
import { Crop } from './crop.tsx';

type Picture = Pick<Asset, 'file' | 'width' | 'height' | 'focalX' | 'focalY' | 'alt'>;

const inside = (value: number) => Math.min(100, Math.max(0, Math.round(value)));
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The point that stays in view when the picture is cut: with the pointer or the arrows on the picture, or as two figures. */
export function FocalPoint({ asset, answer }: { asset: Picture; answer?: Answer | undefined }) {
  const { say } = useWords();
  const hydrated = useHydrated();
  const typed = (name: string, saved: number) => inside(Number(answer?.typed[name] ?? saved));
  const [{ x, y }, move] = useState({ x: typed('focalX', asset.focalX), y: typed('focalY', asset.focalY) });
  const { width, height } = asset;
  if (width === null || height === null) return null;

  const point = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    move({ x: inside(((event.clientX - box.left) / box.width) * 100), y: inside(((event.clientY - box.top) / box.height) * 100) });
  };
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const by = event.shiftKey ? 10 : 2;
    move({ x: inside(x + step[0] * by), y: inside(y + step[1] * by) });
  };
  const picture = (
    <>
      <img src={`/files/${asset.file}/medium`} alt="" width={width} height={height} draggable={false} />
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <Mark x={(x * width) / 100} y={(y * height) / 100} size={Math.max(width, height) / 40} />
      </svg>
    </>
  );
  return (
    <fieldset className="focal">
      <legend>{say('assets.focal')}</legend>
      <p className="hint">{say(hydrated ? 'assets.focal_hint' : 'assets.focal_hint_plain')}</p>
      <div className="focal-row">
        {hydrated ? (
          <div
            className="focal-picture"
            role="slider"
            tabIndex={0}
            aria-label={say('assets.focal')}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={x}
            aria-valuetext={say('assets.focal_at', { x, y })}
            onPointerDown={point}
            onKeyDown={press}
          >
            {picture}
          </div>
        ) : (
          <div className="focal-picture">{picture}</div>
        )}
        <div className="crops">
          <Crop asset={{ ...asset, focalX: x, focalY: y }} shape={[16, 9]} />
          <Crop asset={{ ...asset, focalX: x, focalY: y }} shape={[1, 1]} />
        </div>
      </div>
      <div className="dates">
        {hydrated ? (
          <>
            <Coordinate name="focalX" label={say('assets.focal_x')} value={x} change={(value) => move({ x: inside(value), y })} />
            <Coordinate name="focalY" label={say('assets.focal_y')} value={y} change={(value) => move({ x, y: inside(value) })} />
          </>
        ) : (
          <>
            <TextField name="focalX" label={say('assets.focal_x')} answer={answer} type="number" min={0} max={100} defaultValue={x} />
            <TextField name="focalY" label={say('assets.focal_y')} answer={answer} type="number" min={0} max={100} defaultValue={y} />
          </>
        )}
      </div>
    </fieldset>
  );
}

function Coordinate({ name, label, value, change }: { name: string; label: string; value: number; change: (value: number) => void }) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input short"
        name={name}
        type="number"
        min={0}
        max={100}
        value={value}
        onChange={(event) => change(Number(event.currentTarget.value))}
      />
    </label>
  );
}

/** A ring in ink within a ring in paper: seen on any picture. */
function Mark({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g className="focal-mark">
      <circle cx={x} cy={y} r={size} strokeWidth={size / 2} />
      <circle cx={x} cy={y} r={size} strokeWidth={size / 5} />
      <circle cx={x} cy={y} r={size / 5} />
    </g>
  );
}
