declare const brand: unique symbol;

/** A text that only its own constructor makes, so that one kind of id cannot stand in for another. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
