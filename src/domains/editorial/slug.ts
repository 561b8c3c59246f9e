/** The last part of an address from a title: «Así queda el pico y placa» → `asi-queda-el-pico-y-placa`; at most 80 letters, whole words. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    if (slug !== '' && slug.length + word.length >= 80) break;
    slug = slug === '' ? word.slice(0, 80) : `${slug}-${word}`;
  }
  return slug === '' ? 'pieza' : slug;
}
