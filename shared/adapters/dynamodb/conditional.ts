import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/** True when a conditional write happened, false when its condition did not hold. Faults stay faults. */
export const happened = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (fault) {
    if (fault instanceof ConditionalCheckFailedException) return false;
    throw fault;
  }
};
