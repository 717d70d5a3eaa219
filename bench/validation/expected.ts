/** What is wrong with Bear Creek's data by rule; its attendance was never delivered, so the other rules do not apply. */
const expected: Readonly<Record<string, number>> = { ENR001: 0, ENR002: 2, ENR003: 7, ENR004: 0, PRG001: 0 };

/** Throws where a run found anything else: a fast wrong answer is no answer. `counts` holds the rules that applied. */
export const mustBeExpected = (who: string, counts: Readonly<Record<string, number>>): void => {
  const found = JSON.stringify(Object.entries(counts).toSorted());
  const wanted = JSON.stringify(Object.entries(expected).toSorted());
  if (found !== wanted) throw new Error(`${who} found ${found}, not ${wanted}`);
};
