import { type ByType, dispatch } from '../by-type.ts';
import type { UploadHappening } from './happenings.ts';
import type { Upload } from './state.ts';

const evolutions: ByType<UploadHappening, Upload, undefined, Upload> = {
  UploadCreated: (_upload, { upload }) => upload,
  UploadReceived: (upload, { at }) => ({ ...upload, status: 'RECEIVED', atHandSince: at }),
  UploadCheckBegun: (upload, { at }) => ({ ...upload, status: 'CHECKING', atHandSince: at }),
  UploadRequeued: (upload, { requeues, at }) => ({ ...upload, status: 'RECEIVED', requeues, atHandSince: at }),
  UploadAccepted: (upload, { rows, version }) => ({
    ...upload,
    status: 'ACCEPTED',
    atHandSince: null,
    rows,
    version,
  }),
  UploadRefused: (upload, { problems, problemCount, refused }) => ({
    ...upload,
    status: 'REFUSED',
    atHandSince: null,
    problems,
    problemCount,
    refused,
  }),
};

export const evolveUpload = (upload: Upload, happening: UploadHappening): Upload =>
  dispatch(evolutions, upload, happening, undefined);
