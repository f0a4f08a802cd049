/** Saves what changes often. */
export interface Saving {
  /** Something changed: it is saved soon, once for all that changes until then. */
  save(): void
  /** Settles when all that changed so far is saved. @throws what saving failed with, the last time */
  saved(): Promise<void>
}

const soon = 250

/** Writes at most one after another, and never for each of many changes. @param write saves what is there by then */
export const savingLast = (write: () => Promise<void>, pause: () => Promise<void> = sleep): Saving => {
  let waiting = false
  let writing: Promise<void> = Promise.resolve()
  let failure: unknown
  const writeNow = async () => {
    await pause()
    waiting = false
    failure = undefined
    try {
      await write()
    } catch (error) {
      failure = error
    }
  }
  return {
    save() {
      if (waiting) return
      waiting = true
      writing = writing.then(writeNow)
    },
    async saved() {
      await writing
      if (failure !== undefined) throw failure
    },
  }
}

const sleep = () => new Promise<void>(resolve => setTimeout(resolve, soon))
