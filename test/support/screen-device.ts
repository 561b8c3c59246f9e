import type { OpenHouse } from './house.ts';

/** A television as the house hears it: it keeps its cookies and asks. */
export function screenDevice(house: Pick<OpenHouse, 'origin'>) {
  const cookies = new Map<string, string>();
  const ask = async (path: string, body?: object): Promise<Response> => {
    const response = await fetch(house.origin + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (value) cookies.set(name!, value);
      else cookies.delete(name!);
    }
    return response;
  };
  return {
    cookies,
    ask,
    json: async <T>(path: string, body?: object): Promise<T> => (await (await ask(path, body)).json()) as T,
  };
}
