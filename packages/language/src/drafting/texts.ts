import { fold } from '@entitle/graph'
import type { Question } from './question.ts'

/** A question for what something is called. @param taken what others are called in the same place */
export const displayName = (id: string, title: string, example: string, taken: readonly string[] = []): Question => ({
  id,
  title,
  example,
  problem: answer => {
    if (answer === '') return `Write a name, such as ${example}.`
    const same = taken.find(each => fold(each) === fold(answer))
    return same === undefined ? undefined : `There is one called ${same} already. Write another name.`
  },
})

/** A question for a sentence that people read who decide whether to ask for access. */
export const description = (title: string, example: string): Question => ({
  id: 'description',
  title,
  example,
  problem: answer => (answer === '' ? `Write a sentence, such as: ${example}` : undefined),
})

/** A question for a tenant's domain. */
export const domain: Question = {
  id: 'domain',
  title: 'Which domain does your tenant have?',
  example: 'contoso.com',
  problem: answer =>
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(answer)
      ? undefined
      : 'Write a domain of the tenant, such as contoso.com or contoso.onmicrosoft.com.',
}
