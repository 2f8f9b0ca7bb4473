/** A command could not work on a stack. The message names what is wrong and what to do next. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
}
