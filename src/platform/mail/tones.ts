type Rgb = readonly [number, number, number];

/** What a mail needs of an institution's colour, by day and by night: it cannot ask for a style sheet that derives it. */
export interface Tones {
  /** Links and marks on paper. */
  readonly day: string;
  readonly night: string;
  /** A button, and what it says. */
  readonly push: string;
  readonly pushSays: string;
  readonly nightPush: string;
  readonly nightPushSays: string;
}

export const mailPaper = { day: '#fcfbf9', night: '#14161a' } as const;

/** Each tone can be read where it stands: 4.5 to 1 at least (WCAG 2.2, 1.4.3). `color` is #rrggbb. */
export function tonesOf(color: string): Tones {
  const day = readableOn(color, mailPaper.day, '#000000');
  const night = readableOn(color, mailPaper.night, '#ffffff');
  const saysOn = (ground: string) => (contrast('#ffffff', ground) >= 4.5 ? '#ffffff' : '#000000');
  const nightPush = contrast(color, mailPaper.night) >= 3 ? color : night;
  return { day, night, push: day, pushSays: saysOn(day), nightPush, nightPushSays: saysOn(nightPush) };
}

/** The colour moved towards black or white until it can be read on a ground. */
function readableOn(color: string, ground: string, towards: string): string {
  for (let step = 0; step < 20; step += 1) {
    const moved = mixed(color, towards, step / 20);
    if (contrast(moved, ground) >= 4.5) return moved;
  }
  return towards;
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, «contrast ratio»). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [r, g, b] = rgb(color).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const rgb = (color: string): Rgb => {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

function mixed(color: string, towards: string, share: number): string {
  const to = rgb(towards);
  return `#${rgb(color)
    .map((part, at) =>
      Math.round(part + (to[at]! - part) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
