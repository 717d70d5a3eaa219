import type { Construct } from 'constructs';
import type { Area } from '../../shared/contracts/operations/operation.ts';
import type { Door } from '../constructs/door.ts';
import { keysTaken } from '../constructs/origin-keys.ts';
import { use } from '../constructs/use.ts';
import { doorIn, type Surroundings } from './surroundings.ts';

/** The doors of the HTTP API. None sends anything: they commit, and the relay sends what was committed. */
export const apiDoors = (scope: Construct, around: Surroundings): Readonly<Record<Area, Door>> => {
  const { data, uploads, settings, issuer } = around;
  const door = doorIn(scope, around);
  // The gateway asks the same of a token, and the function asks again; the CDN is known by its key.
  const people = use({
    TOKEN_ISSUER: issuer.url,
    TOKEN_CLIENT_ID: issuer.clientId,
    TOKEN_SCOPE: issuer.apiScope,
    USER_ID_CLAIM: settings.userIdClaim,
    ORIGIN_KEYS: keysTaken(settings.stage, settings.originKey),
  });
  return {
    events: door(
      'api-events',
      people,
      data.table.commit('GSI1', 'GSI2'),
      // Tells staff until when the rule leaves rows and reports.
      use({ RETENTION_YEARS: String(settings.retentionYears) }),
    ),
    certifications: door(
      'api-certifications',
      people,
      data.table.commit('GSI1', 'GSI2'),
      data.data.find('lanes/', 'snapshots/'),
    ),
    validation: door(
      'api-validation',
      people,
      data.table.commit('GSI1', 'GSI2'),
      data.data.read('lanes/', 'snapshots/'),
      data.reports.find('runs/', 'comparisons/', 'snapshots/'),
      data.reports.create('runs/', 'comparisons/', 'snapshots/'),
    ),
    datasets: door(
      'api-datasets',
      people,
      data.table.commit('GSI1'),
      uploads.find('uploads/', 'refused/'),
      uploads.receive('uploads/'),
    ),
    reports: door('api-reports', people, data.table.commit()),
    directory: door('api-directory', people, data.table.commit('GSI1', 'GSI2')),
  };
};
