import { Logger } from '@aws-lambda-powertools/logger';

/**
 * One structured line when a door opens and closes, more only for faults. Keys are fixed; never student data, names or
 * free text from input.
 */
export const logger = new Logger({ serviceName: 'attest' });
