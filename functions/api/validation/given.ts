/** Only the members that were sent: one that is left out stays as it is. */
export const given = <Body extends object>(body: Body): { [Name in keyof Body]?: Exclude<Body[Name], undefined> } => {
  const members: { [Name in keyof Body]?: Exclude<Body[Name], undefined> } = {};
  return Object.assign(members, Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)));
};
