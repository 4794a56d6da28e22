/** An answer of the API that is not a success. `code` is stable; `message` is for people; `status` is HTTP's (0: no answer). */
export class ApiFailure extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ApiFailure';
    this.status = status;
    this.code = code;
  }
}
