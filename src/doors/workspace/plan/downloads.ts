import { workbookType } from '#platform/documents/types.ts';
import { attachment } from '#platform/sheets/write.ts';

export function workbookAnswer(name: string, bytes: Uint8Array): Response {
  return fileAnswer(name, bytes, workbookType);
}

export function yamlAnswer(name: string, text: string): Response {
  return fileAnswer(name, text, 'application/yaml; charset=utf-8');
}

/** A file to take away, for whoever asked alone. */
export function fileAnswer(name: string, body: string | Uint8Array, type: string): Response {
  return new Response(typeof body === 'string' ? body : Uint8Array.from(body), {
    headers: { 'content-type': type, 'content-disposition': attachment(name), 'cache-control': 'private, no-store' },
  });
}
