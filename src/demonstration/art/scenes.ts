const blue = '#0943b5';
const wash = '#dfe6f4';
const paper = '#fdfcf9';

const sea = `<path d="M0 640q40-24 80 0t80 0 80 0 80 0 80 0 80 0 80 0 80 0 80 0 80 0 80 0 80 0 80 0 80 0 80 0" fill="none" stroke="${blue}" stroke-width="8"/>`;
const ground = `<rect y="560" width="1200" height="34" fill="${blue}"/>`;
const sun = (x: number) => `<circle cx="${x}" cy="300" r="190" fill="${paper}"/>`;
const palm = (x: number) =>
  `<path d="M${x} 560q14-120 4-220" fill="none" stroke="${blue}" stroke-width="16"/><path d="M${x + 4} 340q-80-60-130 0 70-20 130 0Zq80-60 130 0-70-20-130 0Zq-40-90 20-130 10 70-20 130Z" fill="${blue}"/>`;
const house = (x: number, w = 110) =>
  `<path d="M${x} 560v-90l${w / 2}-50 ${w / 2} 50v90Z" fill="${blue}"/><rect x="${x + w / 2 - 14}" y="505" width="28" height="55" fill="${paper}"/>`;
const houses = [90, 220, 350, 760, 890, 1020].map((x) => house(x)).join('');

/** What each motif draws over the sky, in the town's own blue. Words of its picture for whoever does not see it. */
export const scenes: Readonly<Record<string, { readonly drawing: string; readonly alt: string }>> = {
  street: {
    drawing: `${sun(600)}${houses}${ground}<path d="M520 750l60-190h40l60 190Z" fill="${blue}"/><path d="M600 590v30m0 40v40" stroke="${paper}" stroke-width="10"/>`,
    alt: 'Dibujo de una calle recta entre casas bajas, con el sol detrás.',
  },
  syringe: {
    drawing: `${sun(820)}${ground}${houses}<g transform="rotate(-32 420 330)"><rect x="240" y="290" width="300" height="84" rx="10" fill="${paper}" stroke="${blue}" stroke-width="14"/><path d="M540 332h140M190 332h50M190 286v92" stroke="${blue}" stroke-width="16"/><rect x="300" y="300" width="150" height="64" fill="${blue}"/></g>`,
    alt: 'Dibujo de una jeringa grande sobre las casas del puerto.',
  },
  bus: {
    drawing: `${sun(760)}${palm(180)}${palm(1040)}${ground}<rect x="300" y="300" width="560" height="230" rx="30" fill="${blue}"/><path d="M340 340h100v80H340Zm130 0h100v80H470Zm130 0h100v80H600Zm130 0h90v80h-90Z" fill="${paper}"/><circle cx="430" cy="540" r="52" fill="${paper}" stroke="${blue}" stroke-width="18"/><circle cx="740" cy="540" r="52" fill="${paper}" stroke="${blue}" stroke-width="18"/>`,
    alt: 'Dibujo de un bus azul entre palmeras.',
  },
  palm: {
    drawing: `${sun(600)}${palm(300)}${palm(600)}${palm(880)}${ground}${sea}`,
    alt: 'Dibujo de tres palmeras frente al mar con el sol detrás.',
  },
  school: {
    drawing: `${sun(300)}${ground}<path d="M380 560V360l220-110 220 110v200Z" fill="${blue}"/><path d="M560 560V450h80v110ZM440 400h70v70h-70Zm250 0h70v70h-70Z" fill="${paper}"/><path d="M600 250v-90h70l-20 25 20 25h-70" fill="${blue}" stroke="${blue}" stroke-width="6"/>`,
    alt: 'Dibujo de una escuela con bandera.',
  },
  rain: {
    drawing: `${houses}${ground}${sea}<path d="M330 260a90 90 0 0 1 170-50 110 110 0 0 1 210 20 80 80 0 0 1 40 150H380a70 70 0 0 1-50-120Z" fill="${paper}" stroke="${blue}" stroke-width="12"/><path d="M430 400l-30 80m110-80l-30 80m110-80l-30 80m110-80l-30 80" stroke="${blue}" stroke-width="12"/>`,
    alt: 'Dibujo de una nube que llueve sobre las casas.',
  },
  wifi: {
    drawing: `${sun(900)}${palm(200)}${palm(1000)}${ground}<path d="M430 360q170-150 340 0M480 420q120-100 240 0M530 480q70-56 140 0" fill="none" stroke="${blue}" stroke-width="24"/><circle cx="600" cy="525" r="22" fill="${blue}"/>`,
    alt: 'Dibujo de las ondas del wifi en un parque con palmeras.',
  },
  house: {
    drawing: `${sun(860)}${ground}<path d="M340 560V370l260-140 260 140v190Z" fill="${blue}"/><path d="M560 560V430h90v130ZM410 400h80v80h-80Zm300 0h80v80h-80Z" fill="${paper}"/>`,
    alt: 'Dibujo de una casa de un piso.',
  },
  desk: {
    drawing: `${sun(600)}${ground}<rect x="260" y="430" width="680" height="130" fill="${blue}"/><circle cx="450" cy="330" r="52" fill="${blue}"/><path d="M370 430q80-90 160 0Z" fill="${blue}"/><circle cx="760" cy="330" r="52" fill="${paper}" stroke="${blue}" stroke-width="12"/><path d="M680 430q80-90 160 0Z" fill="${paper}" stroke="${blue}" stroke-width="12"/>`,
    alt: 'Dibujo de dos personas a los lados de un mostrador.',
  },
  shop: {
    drawing: `${sun(300)}${ground}<rect x="340" y="330" width="520" height="230" fill="${blue}"/><path d="M310 260h580l30 90H280Z" fill="${paper}" stroke="${blue}" stroke-width="12"/><path d="M400 400h150v110H400Zm210 0h180v160H610Z" fill="${paper}"/>`,
    alt: 'Dibujo de una tienda de barrio con toldo.',
  },
  chart: {
    drawing: `<path d="M220 600V200m0 400h780" stroke="${blue}" stroke-width="14"/><path d="M300 600V460h110v140Zm180 0V360h110v240Zm180 0V420h110v180Zm180 0V270h110v330Z" fill="${blue}"/>`,
    alt: 'Dibujo de un gráfico de barras que sube.',
  },
  screen: {
    drawing: `${sun(900)}${ground}<rect x="300" y="190" width="600" height="330" rx="24" fill="${blue}"/><rect x="336" y="226" width="528" height="258" fill="${paper}"/><path d="M560 290v130l110-65Z" fill="${blue}"/><path d="M520 560h160" stroke="${blue}" stroke-width="24"/>`,
    alt: 'Dibujo de una pantalla con un botón de reproducir.',
  },
  book: {
    drawing: `${sun(600)}${ground}<path d="M600 270q-130-80-300-30v270q170-50 300 30 130-80 300-30V240q-170-50-300 30Z" fill="${paper}" stroke="${blue}" stroke-width="16"/><path d="M600 270v270M360 320q90-20 170 20M360 390q90-20 170 20M840 320q-90-20-170 20M840 390q-90-20-170 20" fill="none" stroke="${blue}" stroke-width="12"/>`,
    alt: 'Dibujo de un libro abierto.',
  },
  paper: {
    drawing: `${sun(840)}${ground}<path d="M430 180h270l90 90v310H430Z" fill="${paper}" stroke="${blue}" stroke-width="16"/><path d="M490 320h230M490 390h230M490 460h150" stroke="${blue}" stroke-width="16"/>`,
    alt: 'Dibujo de una hoja escrita.',
  },
  board: {
    drawing: `${ground}<rect x="260" y="170" width="680" height="360" fill="${paper}" stroke="${blue}" stroke-width="18"/><path d="M320 230h180v140H320Zm230 40h150v110H550Zm200-40h130v180H750ZM330 410h240v70H330Z" fill="${blue}"/>`,
    alt: 'Dibujo de una cartelera con papeles.',
  },
};

/** A scene as SVG, 1200 × 750. */
export const sceneSvg = (motif: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 750" width="1200" height="750"><rect width="1200" height="750" fill="${wash}"/>${scenes[motif]!.drawing}</svg>`;
