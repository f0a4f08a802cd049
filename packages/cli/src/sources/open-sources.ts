import type { Finding } from '@entitle/graph'
import {
  type AuditOptions,
  type AuditResult,
  auditTenant,
  brokenSources,
  type Cache,
  type Drawing,
  type Drawn,
  draw,
  type LiveTenant,
  openWorkspace,
  standardNames,
  type Workspace,
} from '@entitle/language'
import type { Ports } from '../ports.ts'
import type { CommonArguments } from '../tenant-arguments.ts'
import { noSources, sourceRoots } from './source-roots.ts'

/** The sources that a command works on. */
export interface Sources extends Workspace {
  /** The folder of the first path: where the sandbox is kept. */
  readonly home: string
  /** Errors for which no tenant can be held to the sources. */
  broken(): readonly Finding[]
  /** The standards that a tenant can be held to. */
  standards(): readonly string[]
  /** A picture of what they declare. */
  draw(drawn: Drawn): Drawing
  /** Holds a live tenant to the sources' standard, or to another. */
  audit(live: LiveTenant, options: Omit<AuditOptions, 'sources'>): Promise<AuditResult>
}

/** Where the sources are, and the sources themselves where there are any. */
export interface SourcesIfAny {
  readonly home: string
  readonly sources?: Sources
}

/** Reads, parses and links the sources. @throws {Refusal} when a path does not exist or there is no source at all. */
export const openSources = async (
  options: Pick<CommonArguments, 'paths' | 'exclude'>,
  ports: Pick<Ports, 'files' | 'folder' | 'clock'>,
  cache?: Cache,
): Promise<Sources> => {
  const { sources } = await sourcesIfAny(options, ports, cache)
  if (sources === undefined) throw noSources(options.paths)
  return sources
}

/** The same for commands that do without. @throws {Refusal} when a path does not exist or is no source. */
export const sourcesIfAny = async (
  { paths, exclude }: Pick<CommonArguments, 'paths' | 'exclude'>,
  ports: Pick<Ports, 'files' | 'folder' | 'clock'>,
  cache?: Cache,
): Promise<SourcesIfAny> => {
  const { roots, home } = await sourceRoots(paths, ports)
  const today = ports.clock.now().toISOString().slice(0, 10)
  const workspace = await openWorkspace({
    fileSystem: ports.files,
    roots,
    exclude,
    today,
    ...(cache === undefined ? {} : { cache }),
  })
  if (workspace.files.length === 0 && workspace.check().length === 0) return { home }
  return {
    home,
    sources: {
      home,
      files: workspace.files,
      get program() {
        return workspace.program
      },
      text: uri => workspace.text(uri),
      check: () => workspace.check(),
      rules: () => workspace.rules(),
      report: () => workspace.report(),
      scenarios: () => workspace.scenarios(),
      draw: drawn => draw(workspace.program, drawn),
      wayTo: place => workspace.wayTo(place),
      tenants: () => workspace.tenants(),
      desired: tenant => workspace.desired(tenant),
      keep: () => workspace.keep(),
      release: () => workspace.release(),
      broken: () => brokenSources(workspace.program, workspace.check()),
      standards: () => standardNames(workspace.program),
      audit: (live, options) => auditTenant(live, { ...options, sources: workspace.program }),
    },
  }
}
