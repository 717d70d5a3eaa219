/** An identifier as SQL text. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A string literal as SQL text. */
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const textList = (texts: readonly string[]): string => `[${texts.map(quotedText).join(', ')}]`;
