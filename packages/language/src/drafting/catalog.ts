import { textLiteral } from '../printing/source/text-literal.ts'
import { type Circumstances, inNewFile, named } from './circumstances.ts'
import type { Interview } from './question.ts'
import { somebody } from './somebody.ts'
import { description, displayName } from './texts.ts'

/** A catalog: who owns it, and what packages in it can give access to. */
export function* catalog(around: Circumstances): Interview {
  const { catalogs } = around.program
  const title = yield displayName(
    'name',
    'What is the catalog called?',
    'Partner collaboration',
    catalogs.map(each => each.displayName),
  )
  const about = yield description('What is in it, and for whom?', 'What partner organizations work on with us.')
  const owner = yield* somebody('owner', 'Which group owns it?', around.program)
  const group = yield displayName(
    'group',
    'Which group does it give access to first? Its display name:',
    'Project Alpine',
  )
  const known = around.program.directory.find(each => each.kind === 'group' && each.displayName === group)
  const name = named(
    title,
    'catalog',
    catalogs.map(each => each.name),
  )
  const statements = [
    `description ${textLiteral(about)}`,
    `owners ${owner}`,
    `resources ${known?.name ?? `group ${textLiteral(group)}`}`,
  ]
  return inNewFile(name, `catalog ${name} ${textLiteral(title)} {\n${statements.join('\n')}\n}`, around)
}
