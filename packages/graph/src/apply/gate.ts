import type { Clock } from '../ports/ports.ts'

/** Lets a bounded number of tasks through at a time, and none while it is held shut. */
export interface Gate {
  /** Runs the task when there is room. @throws the signal's reason where it aborts before the task starts. */
  pass<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T>
  /** Stays shut for `milliseconds` from now, or longer if it is shut longer already. */
  hold(milliseconds: number): void
}

/** `onHold` hears how long the gate is shut from now, each time that gets longer. */
export function gate(clock: Clock, width: number, onHold: (milliseconds: number) => void): Gate {
  let inside = 0
  let shutUntil = 0
  const queue: (() => void)[] = []

  const room = (signal?: AbortSignal): Promise<void> | undefined => {
    if (inside < width) {
      inside += 1
      return undefined
    }
    return new Promise((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        queue.splice(queue.indexOf(enter), 1)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', leave, { once: true })
      queue.push(enter)
    })
  }

  const release = () => {
    const next = queue.shift()
    if (next === undefined) inside -= 1
    else next()
  }

  return {
    async pass(task, signal) {
      signal?.throwIfAborted()
      await room(signal)
      try {
        for (let left = shutUntil - clock.now().getTime(); left > 0; left = shutUntil - clock.now().getTime())
          await clock.sleep(left, signal)
        signal?.throwIfAborted()
        return await task()
      } finally {
        release()
      }
    },
    hold(milliseconds) {
      const until = clock.now().getTime() + milliseconds
      if (milliseconds <= 0 || until <= shutUntil) return
      shutUntil = until
      onHold(milliseconds)
    },
  }
}
