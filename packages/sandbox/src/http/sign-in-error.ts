import type { JsonObject } from '../json.ts'

export interface TokenReply {
  readonly status: number
  readonly body: JsonObject
}

/** A refusal in the words of the token endpoint: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export class SignInError extends Error {
  readonly reply: TokenReply

  constructor(reply: TokenReply) {
    super(String(reply.body.error_description))
    this.name = 'SignInError'
    this.reply = reply
  }
}

export const refused = (error: string, description: string, status = 400): SignInError =>
  new SignInError({
    status,
    body: { error, error_description: description, error_codes: [Number(/\d+/.exec(description)?.[0])] },
  })
