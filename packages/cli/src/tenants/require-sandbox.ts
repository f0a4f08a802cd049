import path from 'node:path'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { inFolder, sandboxFile } from './target.ts'

/**
 * A rehearsal tenant that isn't there has nothing to read, and none is made. `home` is where the usual one lies.
 * @throws {Refusal} where the file is missing.
 */
export const requireSandbox = async (
  { sandbox }: Pick<TenantArguments, 'sandbox'>,
  home: string,
  { files, folder }: Pick<Ports, 'files' | 'folder'>,
): Promise<void> => {
  if (sandbox === undefined || sandbox === ':memory:' || /^https?:/i.test(String(sandbox))) return
  const at = sandbox === true ? path.join(home, sandboxFile) : inFolder(folder, sandbox)
  if ((await files.kindOf(at)) === 'absent')
    throw unusable(
      `There is no rehearsal tenant in ${path.relative(folder, at)}. entitle deploy --sandbox makes one; --sandbox=FILE names another.`,
    )
}
