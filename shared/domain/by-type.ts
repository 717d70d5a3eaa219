interface Typed {
  readonly type: string;
}

/** The member of a union that carries this `type`. */
export type OfType<Union extends Typed, Type extends Union['type']> = Extract<Union, { readonly type: Type }>;

/** One function for each member of a union: a new member without one does not compile. */
export type ByType<Union extends Typed, Subject, Context, Answer> = {
  readonly [Type in Union['type']]: (subject: Subject, one: OfType<Union, Type>, context: Context) => Answer;
};

export const dispatch = <Union extends Typed, Subject, Context, Answer, Type extends Union['type']>(
  table: ByType<Union, Subject, Context, Answer>,
  subject: Subject,
  one: OfType<Union, Type> & { readonly type: Type },
  context: Context,
): Answer => {
  const type: Type = one.type;
  return table[type](subject, one, context);
};
