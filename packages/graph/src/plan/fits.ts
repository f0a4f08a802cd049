/** Says what is wrong with a value from outside, or undefined where it fits. `path` is where it stands, as in `steps[3].guard`. */
export type Fits = (value: unknown, path: string) => string | undefined

const said = (value: unknown): string => {
  if (value === undefined) return 'is missing'
  const text = JSON.stringify(value) ?? typeof value
  return `is ${text.length > 60 ? `${text.slice(0, 59)}…` : text}`
}

const must =
  (what: string, holds: (value: unknown) => boolean): Fits =>
  (value, path) =>
    holds(value) ? undefined : `${path} ${said(value)}; it must be ${what}`

export const aText = must('a text', value => typeof value === 'string')
export const aSwitch = must('true or false', value => typeof value === 'boolean')
export const aCount = must('a whole number of at least 0', value => Number.isInteger(value) && Number(value) >= 0)
export const anything: Fits = () => undefined

export const oneOf = (...values: readonly string[]): Fits =>
  must(values.length === 1 ? `'${values[0]}'` : `one of ${values.map(each => `'${each}'`).join(', ')}`, value =>
    values.some(each => each === value),
  )

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const anObject = must('an object', isRecord)
const aList = must('a list', Array.isArray)

/** An object with these properties; others are not looked at. */
export const withProperties =
  (needed: { readonly [name: string]: Fits }, optional: { readonly [name: string]: Fits } = {}): Fits =>
  (value, path) => {
    if (!isRecord(value)) return anObject(value, path)
    const at = (name: string) => (path === '' ? name : `${path}.${name}`)
    return (
      firstOf(Object.entries(needed), ([name, fits]) => fits(value[name], at(name))) ??
      firstOf(Object.entries(optional), ([name, fits]) =>
        value[name] === undefined ? undefined : fits(value[name], at(name)),
      )
    )
  }

export const listOf =
  (item: Fits): Fits =>
  (value, path) =>
    Array.isArray(value)
      ? firstOf([...value.entries()], ([place, each]) => item(each, `${path}[${place}]`))
      : aList(value, path)

export const recordOf =
  (item: Fits): Fits =>
  (value, path) =>
    isRecord(value)
      ? firstOf(Object.entries(value), ([name, each]) => item(each, `${path}['${name}']`))
      : anObject(value, path)

/** By the value of one property, which of several forms an object must have. */
export const byProperty =
  (property: string, forms: { readonly [value: string]: Fits }): Fits =>
  (value, path) => {
    const wrong = withProperties({ [property]: oneOf(...Object.keys(forms)) })(value, path)
    if (wrong !== undefined) return wrong
    const form = isRecord(value) ? forms[String(value[property])] : undefined
    return form?.(value, path)
  }

/** The first fit among several forms; where none fits, what is wrong with the first one. */
export const either =
  (first: Fits, ...others: readonly Fits[]): Fits =>
  (value, path) =>
    others.some(fits => fits(value, path) === undefined) ? undefined : first(value, path)

function firstOf<T>(items: readonly T[], say: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const wrong = say(item)
    if (wrong !== undefined) return wrong
  }
  return undefined
}
