/** The header by which the API knows that a request came through the CDN, whose firewall and limits it has passed. */
export const originKeyHeader = 'x-attest-origin-key';
