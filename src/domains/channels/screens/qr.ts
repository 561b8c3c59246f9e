import { codeOf, codePath } from '#platform/print/code.ts';

/** A code to point a camera at, as SVG in black on white: drawn here, so that nothing is asked of another house. */
export function qrSvg(text: string, label: string): string {
  const { size, runs } = codeOf(text);
  // Four units of quiet around it (ISO/IEC 18004, 9.1), less one: the slide's own margin is white or pale.
  const side = size + 6;
  return `<svg class="qr" viewBox="-3 -3 ${side} ${side}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path class="quiet" d="M-3 -3h${side}v${side}h-${side}Z"/><path class="dark" d="${codePath(runs)}"/></svg>`;
}
