import { textLiteral } from '../printing/source/text-literal.ts'
import type { PackageElement } from '../resolve/program.ts'
import { type Circumstances, named } from './circumstances.ts'
import { insertion } from './insertion.ts'
import { one } from './one.ts'
import { opening } from './opening.ts'
import type { Interview } from './question.ts'
import { policyName, terms } from './terms.ts'
import { displayName } from './texts.ts'

/** One more policy of a package. */
export function* policy(around: Circumstances): Interview {
  const packages = around.program.catalogs.flatMap(each => each.packages)
  if (packages.length === 0)
    return {
      refused: 'A policy lies in a package, and the workspace declares none yet.',
      first: around.program.catalogs.length === 0 ? 'catalog' : 'package',
    }
  const home = yield* one('package', 'For which package?', packages, labelled)
  const statements = yield* terms(around.program)
  const title = yield displayName(
    'name',
    'What is the policy called?',
    policyName(statements),
    home.policies.map(each => each.displayName),
  )
  const name = named(
    title,
    'policy',
    home.policies.map(each => each.name),
  )
  const text = around.layOut(`policy template ${name} {\n${statements.join('\n')}\n}\n`).trimEnd()
  const head = `policy ${name} ${textLiteral(title)}`
  return {
    ...insertion(home.block, text.replace(`policy template ${name}`, head)),
    ...opening(home.catalog, statements),
  }
}

const labelled = ({ displayName, catalog }: PackageElement): string => `${displayName} (${catalog.displayName})`
