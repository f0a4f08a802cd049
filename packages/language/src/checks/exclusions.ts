import { type Check, findingAt } from './check.ts'
import { packagesOf } from './names.ts'

/** A package that excludes its own holders. */
export const exclusions: Check = ({ program }) =>
  packagesOf(program).flatMap(of =>
    of.incompatible
      .filter(exclusion => exclusion.kind === 'package' && exclusion.package === of)
      .map(({ range }) =>
        findingAt(
          'incompatible-with-itself',
          'error',
          range,
          `Package ${of.name} is declared incompatible with itself. Name the other package, or leave this out.`,
        ),
      ),
  )
