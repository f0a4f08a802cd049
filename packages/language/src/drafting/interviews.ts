import { accessPackage } from './access-package.ts'
import { catalog } from './catalog.ts'
import { policy } from './policy.ts'
import { workspace } from './workspace.ts'

/** The interviews, by what they end in. */
export const interviews = { workspace, catalog, package: accessPackage, policy } as const
export type Drafted = keyof typeof interviews
