import { placeOf } from '../deliveries/place-of.ts';
import type { Parcel } from '../deliveries/parcels.ts';
import type { Work } from './crash.ts';

const asked =
  (path: (eventId: string) => string, body: object): Work['doing'] =>
  (client, { eventId }) =>
    client.ask('POST', path(eventId), body);

const events = (rest: string) => (eventId: string) => `/v1/certification-events/${eventId}${rest}`;
const ana = (rest: string) => (eventId: string) => `/v1/certifications/${eventId}/255903${rest}`;

const parcel: Parcel = {
  fileName: 'students.csv',
  format: 'CSV',
  delivery: 'FULL',
  text: 'studentUniqueId\ns1\ns2\n',
  content: { kind: 'WHOLE', rows: ['s1', 's2'] },
};

const deliver: Work['doing'] = async (client, { world, dispatches }) => {
  const { fileName, format, text } = parcel;
  const file = { organizationId: '255903', dataset: 'students', fileName, format, bytes: text.length };
  const announced = await client.ask('POST', '/v1/uploads', { ...file, ...dispatches.announce(parcel) });
  if (announced?.status !== 201) throw new Error(`the file is answered ${announced?.status}`);
  const { id, url } = announced.body;
  world.objects.arrive(placeOf(url), Buffer.from(text));
  await client.ask('POST', `/v1/uploads/${id}/complete`);
};

export const works: Readonly<Record<string, Work>> = {
  publish: { from: 'SAVED', by: 'admin', doing: asked(events('/publish'), { confirm: true }) },
  snapshot: { from: 'PUBLISHED', by: 'ana', doing: asked(ana('/start'), {}) },
  submit: {
    from: 'READY',
    by: 'gus',
    doing: asked((id) => `/v1/certifications/${id}/255901/submit`, { attestation: { name: 'gus', accepted: true } }),
  },
  approval: {
    from: 'SENT',
    by: 'april',
    doing: asked(events('/decisions'), { type: 'APPROVE', reason: 'because', organizationIds: ['255901'] }),
  },
  close: { from: 'SENT', by: 'admin', doing: asked(events('/close'), { comment: 'done', confirm: true }) },
  delivery: { from: 'PUBLISHED', by: 'ana', doing: deliver },
};
