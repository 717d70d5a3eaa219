/**
 * The only routes without a token, and why.
 * `$default` answers 404 and 405 for what is not in the contract; `/v1/openapi.json` is the contract itself.
 */
export const openRoutes: readonly string[] = ['$default', 'GET /v1/openapi.json'];
