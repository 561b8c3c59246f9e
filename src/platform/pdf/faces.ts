import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = (name: string) => fileURLToPath(new URL(`./fonts/nunito-sans-latin-${name}.ttf`, import.meta.url));
const face = (name: string) => readFileSync(file(name));

/** The letters of the house as PDFKit embeds them. */
export const faces = { regular: face('400-normal'), bold: face('700-normal'), loud: face('900-normal'), italic: face('400-italic') };
export type Face = keyof typeof faces;

/** Without a face of its own PDFKit loads Helvetica, which is not embedded. */
export const plainFace = file('400-normal');
