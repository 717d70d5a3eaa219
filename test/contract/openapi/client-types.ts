import openapiTS, { astToString } from 'openapi-typescript';
import type { openApiDocument } from './document.ts';

const heading = '// Made from the contract: `npx vitest run --project contract openapi -u`.\n\n';

/** The document as types for the pages' client. A value with a default stays one that may be left out. */
export const clientTypes = async (document: ReturnType<typeof openApiDocument>): Promise<string> =>
  heading + astToString(await openapiTS(JSON.stringify(document), { defaultNonNullable: false }));
