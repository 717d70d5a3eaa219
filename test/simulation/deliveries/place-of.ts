/** Where the file lies that is put under a link. */
export const placeOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));
