/** The coast in lines: what stands beside words that have no picture. Decoration: the words say all. */
const towers = [28, 44, 22, 60, 34, 50, 26, 70, 38, 30, 56, 24]
  .map((height, at) => `M${12 + at * 49} 352v-${height + 40}l20-16 20 16v${height + 40}Z`)
  .join('');
const wave = (y: number, from: number) => `M${from} ${y}${'q6 -7 12 0t12 0'.repeat(25)}`;

export const coast = `<svg class="art" viewBox="64 -293 420 693" aria-hidden="true" preserveAspectRatio="xMidYMax slice"><circle class="sun" cx="372" cy="128" r="128"/><path class="line" d="M255 176h234M261 188h222M268 200h208M278 212h188M290 224h164M306 236h132M330 248h84"/><path class="solid" d="${towers}"/><path class="solid" d="M0 352h600v12H0Z"/><path class="line" d="${wave(380, 0)} ${wave(393, 12)}"/></svg>`;
