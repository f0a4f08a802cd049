import { textLiteral } from '../printing/source/text-literal.ts'
import type { CatalogElement } from '../resolve/program.ts'
import { type Circumstances, inNewFile, named, objectNames } from './circumstances.ts'
import { one } from './one.ts'
import { opening } from './opening.ts'
import type { Interview, Question } from './question.ts'
import { policyName, terms } from './terms.ts'
import { description, displayName } from './texts.ts'

/** A package with its first policy. */
export function* accessPackage(around: Circumstances): Interview {
  const { catalogs } = around.program
  if (catalogs.length === 0)
    return { refused: 'A package lies in a catalog, and the workspace declares none yet.', first: 'catalog' }
  const home = yield* one('catalog', 'In which catalog?', catalogs, ({ displayName }) => displayName)
  const title = yield displayName(
    'name',
    'What is the package called?',
    'Alpine supplier access',
    home.packages.map(each => each.displayName),
  )
  const about = yield description('What do people get, and for what?', 'Files and teams of project Alpine.')
  const grant = yield* grants(home)
  const statements = yield* terms(around.program)
  const policy = policyName(statements)
  const taken = around.program.catalogs.flatMap(({ packages }) => packages.map(each => each.name))
  const name = named(title, 'package', [...taken, ...objectNames(around.program)])
  const text = [
    `package ${name} ${textLiteral(title)} in ${home.name} {`,
    `description ${textLiteral(about)}`,
    ...grant,
    '',
    `policy ${named(policy, 'policy')} ${textLiteral(policy)} {`,
    ...statements,
    '}',
    '}',
  ]
  return { ...inNewFile(name, text.join('\n'), around), ...opening(home, statements) }
}

/** Asks which of the catalog's groups people become members of; not where there is one only. */
function* grants({ resources }: CatalogElement): Generator<Question, readonly string[], string> {
  const groups = resources.filter(({ object }) => object.kind === 'group')
  if (groups.length === 0) return []
  const chosen = yield* one(
    'resource',
    'Which group do people become members of?',
    groups,
    ({ object }) => object.displayName,
  )
  const { name, displayName } = chosen.object
  return [`grants "Member" of ${name ?? `group ${textLiteral(displayName)}`}`]
}
