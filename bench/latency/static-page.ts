/** The least that can be asked of the same origin: a hosted page, no function and no table behind it. */
export const staticPage = async (origin: string): Promise<void> => {
  const response = await fetch(`${origin}/`);
  const text = await response.text();
  if (!response.ok || !text.includes('<html')) throw new Error(`the page answers ${response.status}`);
};
