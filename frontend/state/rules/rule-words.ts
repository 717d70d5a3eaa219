/** What the choices about a rule may be, in the order they are shown. */
export const severities = ['FATAL', 'SPECIAL_WARNING', 'WARNING', 'INFO'] as const;
export const kinds = ['FINDINGS', 'LISTING'] as const;
export const levels = ['DISTRICT', 'SCHOOL'] as const;
export const parameterTypes = ['STRING', 'NUMBER', 'DATE'] as const;
export const lanes = ['DISTRICT', 'STATE'] as const;
