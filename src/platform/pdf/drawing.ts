import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A drawing of PDFKit, which is loaded with the first: most processes never draw one, and what draws cannot wait. */
export function openDrawing(settings: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument {
  const Drawing = require('pdfkit') as new (settings: PDFKit.PDFDocumentOptions) => PDFKit.PDFDocument;
  return new Drawing(settings);
}
