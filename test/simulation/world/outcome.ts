/** How an invocation ended. KILLED: nobody knows what it had done. */
export type Outcome<Value> =
  | { readonly kind: 'DONE'; readonly value: Value }
  | { readonly kind: 'FAILED'; readonly fault: Error }
  | { readonly kind: 'KILLED' };
