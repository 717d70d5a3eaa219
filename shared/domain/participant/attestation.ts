/** Raised with every change of the text: a submission names the version its certifier accepted. */
export const attestationVersion = 1;

export const attestationText =
  'I have reviewed the data of this certification and its validation reports. To the best of my knowledge they are ' +
  'complete and accurate, and I certify them to the state on behalf of my district or school.';
