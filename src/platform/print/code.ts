import QRCode from 'qrcode';

/** The dark stretches of a code to point a camera at, row by row; measures in modules, without the quiet around it. */
export function codeOf(text: string): { size: number; runs: { row: number; column: number; length: number }[] } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const runs = [];
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      if (!modules.get(row, column)) continue;
      let length = 1;
      while (column + length < size && modules.get(row, column + length)) length += 1;
      runs.push({ row, column, length });
      column += length - 1;
    }
  return { size, runs };
}

/** The same as the path of an SVG, a unit a module. */
export const codePath = (runs: ReturnType<typeof codeOf>['runs']): string =>
  runs.map(({ row, column, length }) => `M${column} ${row}h${length}v1h-${length}Z`).join('');
