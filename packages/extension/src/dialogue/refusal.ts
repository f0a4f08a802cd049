import type { Actions } from './messages.ts'

/** What a person is told in one or two sentences when a command can't do what it is asked; nothing was changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly actions: Actions

  constructor(message: string, actions: Actions = { 'Show Log': 'entitle.showLog' }) {
    super(message)
    this.actions = actions
  }
}

/** The person changed their mind; there is nothing to say about it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}
