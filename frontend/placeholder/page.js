import { finishSignIn, signIn } from '/sign-in.js';

const part = (id) => document.getElementById(id);

const say = (text) => {
  part('status').textContent = text;
};

const offer = (label) => {
  const button = part('sign');
  button.textContent = label;
  button.hidden = false;
  button.onclick = () => signIn().catch((fault) => say(`Signing in is not possible: ${fault.message}`));
};

const listOf = async (token, path) => {
  const answer = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
  return answer.ok ? answer.json() : undefined;
};

// State staff have certification events, district staff certifications: whichever this person may list.
const work = async (token, { side }) => {
  const local = side === 'LOCAL';
  const list = await listOf(token, local ? '/v1/certifications' : '/v1/certification-events');
  return (list?.items ?? []).map((item) =>
    local ? [item.eventName, item.userStatusLabel ?? item.userStatus] : [item.name, item.status],
  );
};

const show = async (token) => {
  const me = await listOf(token, '/v1/me');
  if (!me) return say('You are signed in, but Attest does not know you. Ask your administrator to add you.');
  say(`Signed in as ${me.firstName} ${me.lastName}, ${me.organization.name}`);
  const rows = await work(token, me);
  part('rows').replaceChildren(
    ...rows.map((cells) => {
      const row = document.createElement('tr');
      row.append(...cells.map((text) => Object.assign(document.createElement('td'), { textContent: text })));
      return row;
    }),
  );
  part('work').hidden = false;
};

try {
  const token = await finishSignIn();
  if (token) await show(token);
  else say('The system is running.');
  offer(token ? 'Sign in as someone else' : 'Sign in');
} catch (fault) {
  say(`Something went wrong: ${fault.message}`);
  offer('Sign in again');
}
