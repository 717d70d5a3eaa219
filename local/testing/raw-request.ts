import { request } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request whose path and repeated headers go out exactly as given, which `fetch` would tidy up. */
export function rawRequest(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string | string[]>> = {},
): Promise<{ readonly status: number | undefined; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    request({ hostname, port, path, headers }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode, body }), reject);
    })
      .on('error', reject)
      .end();
  });
}
