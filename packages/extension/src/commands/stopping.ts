/** Stops what is under way, from wherever it is asked. */
export class Stopping {
  readonly #onChange: (active: boolean) => unknown
  #stop: (() => void) | undefined

  constructor(onChange: (active: boolean) => unknown) {
    this.#onChange = onChange
  }

  /** Lets `stop` be asked for while `act` works. */
  async while<T>(stop: () => void, act: () => Promise<T>): Promise<T> {
    this.#stop = stop
    this.#onChange(true)
    try {
      return await act()
    } finally {
      this.#stop = undefined
      this.#onChange(false)
    }
  }

  /** Does nothing where nothing is under way. */
  stop(): void {
    this.#stop?.()
  }
}
