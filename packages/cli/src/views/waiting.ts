import { took } from './took.ts'

type Why = 'throttled' | 'visible' | 'delivery' | 'busy' | 'retry'

/** For what is being waited, and how long. */
export const waitingWords = (why: Why, milliseconds: number): string =>
  ({
    throttled: `waiting: Graph asked for ${took(milliseconds)} (throttled)`,
    visible: 'waiting until Graph shows what was written',
    delivery: 'waiting until Graph has added the resource',
    busy: `waiting ${took(milliseconds)}: the catalog is busy with another change`,
    retry: `waiting ${took(milliseconds)} before asking Graph again`,
  })[why]
