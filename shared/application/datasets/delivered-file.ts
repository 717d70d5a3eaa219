/** What the checks of a file are made for. */
export const mostBytes = 5_000_000_000;

export const isGzip = (fileName: string): boolean => fileName.toLowerCase().endsWith('.gz');
