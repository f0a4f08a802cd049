/** So many people are named; the others are counted. */
const named = 10

/** `ada@contoso.com, ben@contoso.com and 3 more`, in order. */
export const namesIn = (names: readonly string[]): string => {
  const shown = names.toSorted().slice(0, named).join(', ')
  return names.length > named ? `${shown} and ${names.length - named} more` : shown
}
