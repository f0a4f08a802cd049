import type { Coverage } from './cell.ts'
import { entitlements } from './entitlements.ts'
import { policies } from './policies.ts'
import { reviews } from './reviews.ts'

/** Every property of Graph's schema that Entitle's surface has, and what becomes of it. */
export const coverage: Coverage = { ...entitlements, ...policies, ...reviews }
