/** In which order of bytes a text is UTF-16, as its mark says (Unicode, 23.8); undefined: it is not, or does not say it. */
export function wideEncoding(start: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : undefined;
}
