/** Rows of water as one path: where each begins and how many waves of 24 units it has. */
export function waves(rows: readonly (readonly [x: number, y: number, count: number])[]): string {
  return rows.map(([x, y, count]) => `M${x} ${y}${'q6 -7 12 0t12 0'.repeat(count)}`).join('');
}
