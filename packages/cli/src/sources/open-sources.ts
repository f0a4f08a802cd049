import { type Cache, openWorkspace, type Workspace } from '@entitle/language'
import type { Ports } from '../ports.ts'
import type { CommonArguments } from '../tenant-arguments.ts'
import { noSources, sourceRoots } from './source-roots.ts'

/** The sources that a command works on. */
export interface Sources extends Omit<Workspace, 'program'> {
  /** The folder of the first path: where the sandbox is kept. */
  readonly home: string
}

/** Reads, parses and links the sources. @throws {Refusal} when a path does not exist or there is no source at all. */
export const openSources = async (
  { paths, exclude }: Pick<CommonArguments, 'paths' | 'exclude'>,
  ports: Pick<Ports, 'files' | 'folder' | 'clock'>,
  cache?: Cache,
): Promise<Sources> => {
  const { roots, home } = await sourceRoots(paths, ports)
  const today = ports.clock.now().toISOString().slice(0, 10)
  const workspace = await openWorkspace({
    fileSystem: ports.files,
    roots,
    exclude,
    today,
    ...(cache === undefined ? {} : { cache }),
  })
  if (workspace.files.length === 0 && workspace.check().length === 0) throw noSources(paths)
  return {
    home,
    files: workspace.files,
    text: uri => workspace.text(uri),
    check: () => workspace.check(),
    rules: () => workspace.rules(),
    report: () => workspace.report(),
    wayTo: place => workspace.wayTo(place),
    tenants: () => workspace.tenants(),
    desired: tenant => workspace.desired(tenant),
    keep: () => workspace.keep(),
  }
}
