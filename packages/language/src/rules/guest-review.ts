import type { ReviewElement } from '../resolve/program.ts'

/** Guests are among those whose access a review outside packages looks at. */
export const includesGuests = ({ scope }: ReviewElement): boolean =>
  scope !== undefined && scope.value.who !== 'members'
