/**
 * Waits for a call whose effect may be there already: an answer by one of these names says that it is, and counts as done.
 * Every other failure is thrown.
 */
export const alreadyDoneWhen = async (
  names: readonly string[],
  call: Promise<unknown>,
): Promise<'DONE' | 'ALREADY'> => {
  try {
    await call;
    return 'DONE';
  } catch (fault) {
    if (fault instanceof Error && names.includes(fault.name)) return 'ALREADY';
    throw fault;
  }
};
