import { at, type ContentCheck } from './checked.ts';
import { bodyPassages, folded, type Passage } from './passages.ts';

const figure =
  /(?<![\p{L}\p{N}.,:/#-])(?:\$\s*)?\d{1,3}(?:[.\s\u00a0]\d{3})*(?:,\d+)?(?:\s*(?:%|por\s+ciento|mil(?:lones)?|billones))*(?![\p{L}\p{N}º°/:]|[.,]\d)/gu;

// What says where a figure comes from, in the same line.
const told = /\b(segun|fuente|de acuerdo con|con datos de|cifras de|datos de|reporta|informe de|censo|encuesta)\b/;

// Dates, hours, norms, addresses, telephones and numbers of documents are no claims.
const before =
  /(\b(ley|decreto|resolucion|acuerdo|circular|sentencia|articulo|articulos|art\.?|numeral|inciso|paragrafo|literal|calle|cra\.?|carrera|kilometro|km|diagonal|transversal|avenida|av\.?|manzana|lote|piso|oficina|salon|linea|telefono|celular|tel\.?|cel\.?|whatsapp|version|capitulo|pagina|no\.?|n\.º|numero|nit|radicado|expediente|contrato|ano|anos|siglo|del?|desde|hasta|hoy|a las|las|grado|estrato|comuna|zona|ruta|edad|octubre|noviembre|diciembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre)\s*(el\s+|la\s+)?|#\s*)$/;
const after =
  /^\s*(de\s+(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|(a|p)\.\s?m|horas?\b|minutos?\b|am\b|pm\b|anos?\b|dias?\b|meses\b|semanas?\b)/;

/** Figures that claim something and do not say where they come from. */
export const unsourcedFigure: ContentCheck = {
  check: 'unsourced_figure',
  look: (subject) => ({ found: bodyPassages(subject).filter(isClaim).flatMap(figuresOf) }),
};

const isClaim = ({ type, text }: Passage) => ['paragraph', 'listItem', 'callout'].includes(type) && !told.test(folded(text));

function figuresOf({ block, text, marks }: Passage) {
  const plain = folded(text);
  return [...plain.matchAll(figure)].flatMap((match) => {
    const [from, to] = [match.index, match.index + match[0].length];
    const said = match[0].trim();
    const value = Number(said.replace(/[^\d,]/g, '').replace(',', '.'));
    const weighty = /[%$]|ciento|mil|billon/.test(said);
    const small = value < 10 || (/^\d{4}$/.test(said) && value >= 1800 && value <= 2100);
    const preposed = before.exec(plain.slice(0, from));
    // «de» and «las» stand before amounts as well as before hours and dates.
    const excused = preposed !== null && !(weighty || (/^(de|del|las|desde|hasta)\s*$/.test(preposed[0]) && value >= 32));
    if ((!weighty && (small || excused || after.test(plain.slice(to)))) || (weighty && value === 0)) return [];
    if (marks.some(({ mark, from: begin, to: end }) => mark.type === 'source' && begin <= from && end >= from + 1)) return [];
    const words = /^(?:\s+[\p{L}]+){0,3}/u.exec(text.slice(to))?.[0] ?? '';
    return [at(block, text.slice(from, to).trim() + trimmed(words), 'unsourced')];
  });
}

/** Up to the noun of what is counted: «22 vías de barrio». */
function trimmed(words: string): string {
  const all = words.split(/(?=\s)/);
  const end = all.findIndex((word) => /^\s*(y|e|o|u|que|en|a|al|para|por|con|se|antes|pero|cuando|desde|hasta)$/i.test(word));
  return (end < 0 ? all : all.slice(0, end)).join('').replace(/(\s+(de|del|la|las|los|el))+$/i, '');
}
