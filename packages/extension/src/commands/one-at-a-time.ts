import { Refusal } from '../dialogue/refusal.ts'

/** Lets one command at a time work on a tenant: two plans at once would show the wrong one. */
export class OneAtATime {
  readonly #onChange: (busy: boolean) => unknown
  #busy = false

  constructor(onChange: (busy: boolean) => unknown) {
    this.#onChange = onChange
  }

  /** @throws {Refusal} while another command works. */
  async take<T>(act: () => Promise<T>): Promise<T> {
    if (this.#busy) throw new Refusal('Entitle is still planning or deploying. Wait until it has ended, or cancel it.')
    this.#busy = true
    this.#onChange(true)
    try {
      return await act()
    } finally {
      this.#busy = false
      this.#onChange(false)
    }
  }
}
