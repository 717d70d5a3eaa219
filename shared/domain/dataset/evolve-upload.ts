import { type ByType, dispatch } from '../by-type.ts';
import type { UploadHappening } from './happenings.ts';
import type { Upload } from './state.ts';

const evolutions: ByType<UploadHappening, Upload, undefined, Upload> = {
  UploadCreated: (_upload, { upload }) => upload,
  UploadReceived: (upload) => ({ ...upload, status: 'RECEIVED' }),
  UploadCheckBegun: (upload) => ({ ...upload, status: 'CHECKING' }),
  UploadAccepted: (upload, { rows, version }) => ({ ...upload, status: 'ACCEPTED', rows, version }),
  UploadRefused: (upload, { problems, problemCount, refused }) => ({
    ...upload,
    status: 'REFUSED',
    problems,
    problemCount,
    refused,
  }),
};

export const evolveUpload = (upload: Upload, happening: UploadHappening): Upload =>
  dispatch(evolutions, upload, happening, undefined);
