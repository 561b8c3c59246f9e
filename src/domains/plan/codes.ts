/** A code out of a name, which none of those taken has: «Jóvenes y barrios» is `jovenes-y-barrios`. */
export function freshCode(name: string, taken: readonly string[]): string {
  const plain =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 50)
      .replace(/^-|-$/g, '') || 'parte';
  if (!taken.includes(plain)) return plain;
  for (let next = 2; ; next++) if (!taken.includes(`${plain}-${next}`)) return `${plain}-${next}`;
}
