/** How many letters a channel counts: on X any address is 23 (as the domain's `lettersIn`; a test holds them equal). */
export function lettersOn(code: string, text: string): number {
  return [...(code === 'x' ? text.replace(/https?:\/\/\S+/g, 'x'.repeat(23)) : text)].length;
}
