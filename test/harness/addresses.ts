// To the first sign that no address has unencoded.
const presigned = /https?:[^\s"'<>\\]+[?&]X-Amz-Signature=[^\s"'<>\\]+/g;

/** The presigned addresses in an answer: whoever holds one of them may use it, and a browser keeps it in its history. */
export const addressesIn = (answer: string): readonly string[] => answer.match(presigned) ?? [];
