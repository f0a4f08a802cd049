import v8 from 'node:v8'
import vm from 'node:vm'

/** Below so much the engine's own ways are good enough. */
const large = 256 * 1024 * 1024
/** The heap may grow by so many percent before the engine looks for what is no longer used; by itself it waits until it is four times as large. */
const growth = 15
/** What opening left behind is cleared away once its first answers are out. */
const afterwards = 2_000

/**
 * Keeps a process that knows a large workspace from growing with every edit. Opening makes the heap grow fast, from which the engine learns
 * to let it grow: after some thousand edits it would hold three times what it needs.
 */
export const keepSmall = (): void => {
  setTimeout(() => {
    if (process.memoryUsage().heapUsed < large) return
    v8.setFlagsFromString(`--heap-growing-percent=${growth}`)
    v8.setFlagsFromString('--expose-gc')
    const collect: unknown = vm.runInNewContext('gc')
    if (typeof collect === 'function') collect()
  }, afterwards).unref()
}
