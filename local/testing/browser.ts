/** A browser as far as signing in needs one: keeps cookies by path, follows no redirect by itself. */
export function createBrowser() {
  const jar = new Map<string, { readonly value: string; readonly path: string }>();
  const cookieFor = (path: string) =>
    [...jar].filter(([, cookie]) => path.startsWith(cookie.path)).map(([name, { value }]) => `${name}=${value}`);
  return async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = cookieFor(new URL(url).pathname).join('; ');
    const headers = { ...Object.fromEntries(new Headers(init.headers)), ...(cookie ? { cookie } : {}) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const [, path = '/'] = /; path=([^;]+)/i.exec(line) ?? [];
      const lapsed = value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line);
      if (lapsed) jar.delete(name);
      else jar.set(name, { value, path });
    }
    return response;
  };
}

export type Browser = ReturnType<typeof createBrowser>;

/** Where a redirect leads, as an absolute address. */
export function target(response: Response): URL {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`No redirect but ${response.status}`);
  return new URL(location, response.url);
}
