/** A refusal of the API: its code is the type the SDK throws. */
export class Refusal extends Error {
  readonly code: keyof typeof statusOf;

  constructor(code: keyof typeof statusOf, message: string) {
    super(message);
    this.code = code;
  }
}

export const statusOf = {
  ValidationException: 400,
  ResourceNotFoundException: 404,
  ConflictException: 409,
} as const;
