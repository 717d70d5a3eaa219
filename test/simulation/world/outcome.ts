/** How an invocation ended. KILLED: nobody knows what it had done. TIMED_OUT: nor what it will still have done. */
export type Outcome<Value> =
  | { readonly kind: 'DONE'; readonly value: Value }
  | { readonly kind: 'FAILED'; readonly fault: Error }
  | { readonly kind: 'KILLED' }
  | { readonly kind: 'TIMED_OUT' };
