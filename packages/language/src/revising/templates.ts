import type { PolicyElement, Program, TemplateElement } from '../resolve/program.ts'
import { type Written, written } from '../resolve/written.ts'
import { sameWords } from './layout.ts'
import { type Meaning, slots } from './slots.ts'
import type { Changed, Inherited } from './wishes.ts'

/** A policy that wants something else of what it takes over. */
export interface Asked extends Inherited {
  /** The key of the policy. */
  readonly of: string
}

/** What is to become of a template, since all who follow it want the same. */
export interface Shared {
  readonly template: Written
  readonly gone: readonly Written[]
  readonly changed: readonly Changed[]
  readonly after: Written
}

export interface Settled {
  readonly shared: readonly Shared[]
  /** By the key of the policy: what it must say itself, since others follow the template. */
  readonly own: ReadonlyMap<string, readonly Written[]>
  /** What can't be said by the policy itself: that what the template says does not hold for it. */
  readonly stuck: readonly { readonly of: string; readonly template: string }[]
}

export interface Following {
  readonly key: string
  readonly policy: PolicyElement
  readonly written: Written
  /** As it is to be. */
  readonly after: Written
}

/** Settles who says what is otherwise than a template has it: the template where all of its followers agree, else each of them. */
export const settle = (asked: readonly Asked[], policies: readonly Following[], meaning: Meaning): Settled => {
  const shared = new Map<Written, Shared>()
  const own = new Map<string, Written[]>()
  const stuck: { readonly of: string; readonly template: string }[] = []
  const known = new Map<TemplateElement, Written>()
  const writtenOf = (template: TemplateElement): Written => {
    const found = known.get(template) ?? written(template.node)
    known.set(template, found)
    return found
  }
  const sayers = (slot: string) => (policy: PolicyElement) =>
    chainOf(policy).find(each => slots(writtenOf(each).statements, meaning).has(slot))
  for (const [slot, wishes] of Map.groupBy(asked, each => each.slot)) {
    const sayer = sayers(slot)
    const silent = policies.filter(each => !slots(each.written.statements, meaning).has(slot))
    const followers = Map.groupBy(silent, ({ policy }) => sayer(policy))
    for (const [template, group] of followers) {
      const ours = wishes.filter(({ of }) => group.some(({ key }) => key === of))
      const [first] = ours
      if (first === undefined) continue
      const { before, after } = first
      const agree =
        ours.length === group.length &&
        ours.every(each =>
          after === undefined
            ? each.after === undefined
            : each.after !== undefined && sameWords(each.after.text, after.text),
        )
      if (template !== undefined && agree) {
        const home = writtenOf(template)
        const there = slots(home.statements, meaning).get(slot) ?? []
        const { gone, changed, ...rest } = shared.get(home) ?? {
          template: home,
          gone: [],
          changed: [],
          after: group[0]?.after ?? home,
        }
        shared.set(home, {
          ...rest,
          gone: [...gone, ...(after === undefined ? there : [])],
          changed: [...changed, ...(after === undefined ? [] : [{ own: there, before, after }])],
        })
      } else
        for (const each of ours) {
          if (each.after !== undefined) own.set(each.of, [...(own.get(each.of) ?? []), each.after])
          else if (template !== undefined) stuck.push({ of: each.of, template: template.name })
        }
    }
  }
  return { shared: [...shared.values()], own, stuck }
}

/** The templates of a policy, the nearest first; each once, also where they follow each other in a circle. */
const chainOf = ({ template }: PolicyElement): readonly TemplateElement[] => {
  const chain: TemplateElement[] = []
  for (let at = template; at !== undefined && !chain.includes(at); at = at.base) chain.push(at)
  return chain
}

/** The policies of a program by the place where they stand. */
export const policiesOf = ({ catalogs }: Program): readonly PolicyElement[] =>
  catalogs.flatMap(({ packages }) => packages.flatMap(({ policies }) => policies))
