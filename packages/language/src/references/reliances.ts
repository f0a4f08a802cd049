/** So many changed keys are remembered one by one; beyond, everything older counts as changed. */
const most = 50_000

/** A value, and the keys of what it was made from. */
export interface Made<T> {
  readonly value: T
  readonly reliedOn: readonly string[]
}

/**
 * What a value was made from, so that it is made again only when some of that is different. Whoever looks at something that other
 * files say tells its key with `on`; who keeps the value keeps the keys; whoever changes something tells it with `change`.
 * The one place where anything derived is kept beyond a question.
 */
export class Reliances {
  private now = 0
  private floor = 0
  private readonly changed = new Map<string, number>()
  private recording: Set<string> | undefined
  private recordings = 0
  private readonly listeners: ((keys: Iterable<string>) => void)[] = []

  /** Moves on with every change. */
  get time(): number {
    return this.now
  }

  /** What is being made relies on `key`. */
  on(key: string): void {
    this.recording?.add(key)
  }

  onAll(keys: readonly string[]): void {
    if (this.recording !== undefined) for (const key of keys) this.recording.add(key)
  }

  /** What these keys stand for is different from now on. */
  change(keys: readonly string[] | ReadonlySet<string>): void {
    if ((Array.isArray(keys) ? keys.length : (keys as ReadonlySet<string>).size) === 0) return
    this.now += 1
    for (const key of keys) this.changed.set(key, this.now)
    for (const listen of this.listeners) listen(keys)
    if (this.changed.size <= most) return
    this.changed.clear()
    this.floor = this.now
  }

  /** Tells of every change. */
  listen(listener: (keys: Iterable<string>) => void): void {
    this.listeners.push(listener)
  }

  /** Makes a value and tells what it was made from; whatever is being made around it doesn't rely on that yet. */
  record<T>(make: () => T): Made<T> {
    const around = this.recording
    const keys = new Set<string>()
    this.recording = keys
    this.recordings += 1
    try {
      return { value: make(), reliedOn: [...keys] }
    } finally {
      this.recording = around
      this.recordings += 1
    }
  }

  /** Whether nothing of `reliedOn` changed after `since`. */
  stands(reliedOn: readonly string[], since: number): boolean {
    if (since === this.now) return true
    if (since < this.floor) return false
    for (const key of reliedOn) if ((this.changed.get(key) ?? 0) > since) return false
    return true
  }

  /** Makes the value when first asked for, and again when something that it relies on has changed. */
  memo<T>(make: () => T): () => T {
    let made: Made<T> | undefined
    let since = 0
    let told = 0
    return () => {
      if (made === undefined || !this.stands(made.reliedOn, since)) {
        made = this.record(make)
        told = 0
      }
      since = this.now
      if (told !== this.recordings) {
        this.onAll(made.reliedOn)
        told = this.recordings
      }
      return made.value
    }
  }
}
