/** Thrown by a task that should be tried again soon; the state machines retry it by this name. */
export class RetryTask extends Error {
  override readonly name = 'RetryTask';
}
