import { attachment } from '#platform/sheets/write.ts';

export function workbookAnswer(name: string, bytes: Uint8Array): Response {
  return answer(name, Uint8Array.from(bytes), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
}

export function yamlAnswer(name: string, text: string): Response {
  return answer(name, text, 'application/yaml; charset=utf-8');
}

function answer(name: string, body: string | Uint8Array<ArrayBuffer>, type: string): Response {
  return new Response(body, {
    headers: { 'content-type': type, 'content-disposition': attachment(name), 'cache-control': 'private, no-store' },
  });
}
