import type { Answer, Json, Person } from './client.ts';
import { expectStatus } from './read.ts';

const anyVersion = { 'if-match': '*' };

export const put = (by: Person, path: string, body: unknown): Promise<Answer> =>
  by.send('PUT', path, { body, headers: anyVersion });
export const patch = (by: Person, path: string, body: unknown): Promise<Answer> =>
  by.send('PATCH', path, { body, headers: anyVersion });
export const remove = (by: Person, path: string): Promise<Answer> => by.send('DELETE', path, { headers: anyVersion });

/** A new person of a district with these rights. */
export const hire = async (
  admin: Person,
  userId: string,
  place: Readonly<Record<string, unknown>>,
  rights: Readonly<Record<string, string>>,
): Promise<Json> => {
  const person = {
    userId,
    firstName: 'New',
    lastName: userId,
    email: `${userId}@example.org`,
    side: 'LOCAL',
    ...place,
  };
  expectStatus(await admin.post('/v1/users', person), 201);
  return expectStatus(await put(admin, `/v1/users/${userId}/rights`, { rights }), 200);
};

interface Membership {
  readonly role: 'CERTIFIER' | 'REVIEWER';
  readonly schools?: 'ALL' | readonly string[];
}

/** Where a district keeps one of its members. */
export const memberPath = (categoryId: string, districtId: string, userId: string): string =>
  `/v1/categories/${categoryId}/local-members/${districtId}/${userId}`;

export const enlist = async (
  manager: Person,
  place: { readonly categoryId: string; readonly districtId: string },
  userId: string,
  membership: Membership,
): Promise<Json> =>
  expectStatus(
    await put(manager, memberPath(place.categoryId, place.districtId, userId), { schools: 'ALL', ...membership }),
    200,
  );

/** The page on which people choose whom to be, as a browser gets there from the application. */
export const signInPage = async (origin: string, token: string): Promise<string> => {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const { iss, client_id: clientId } = Object(claims);
  const url = new URL(`${String(iss)}/oauth2/authorize`);
  const wanted = {
    client_id: String(clientId),
    response_type: 'code',
    redirect_uri: `${origin}/signed-in`,
    scope: 'openid attest/api',
    state: 'state',
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(wanted)) url.searchParams.set(name, value);
  const begun = await fetch(url, { redirect: 'manual' });
  const cookie = begun.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  const page = await fetch(new URL(begun.headers.get('location') ?? '', url), { headers: { cookie } });
  return page.text();
};
