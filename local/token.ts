import * as z from 'zod';

/** `npm run --silent token -- <user>`: prints an access token of somebody the running system knows. */
const [user] = process.argv.slice(2);
const origin = `http://127.0.0.1:${process.env['PORT'] ?? 4600}`;

if (!user) fail('Whose token? npm run --silent token -- <user>');
else await printToken(user);

async function printToken(name: string): Promise<void> {
  const response = await fetch(`${origin}/_local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: name }),
  }).catch(() => undefined);
  if (!response) return fail(`Nothing answers on ${origin}: start it with "npm start"`);
  if (response.status === 404) return fail(`There is nobody called ${name}`);
  const { access_token } = z.object({ access_token: z.string() }).parse(await response.json());
  process.stdout.write(`${access_token}\n`);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
