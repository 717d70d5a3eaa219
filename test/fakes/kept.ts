const freeze = (value: unknown): void => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
};

/** A copy that nobody can change: it may be handed out again and again, and never stands for what a caller still holds. */
export const kept = <Value>(value: Value): Value => {
  const copy = structuredClone(value);
  freeze(copy);
  return copy;
};
