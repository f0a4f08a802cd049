import type { Plan } from './plan.ts'
import { planForm } from './plan-form.ts'

/** A plan from the text of a plan file, or what is wrong with it in one sentence. Never throws. */
export function parsePlan(text: string): { readonly plan: Plan } | { readonly error: string } {
  const value = parsed(text)
  if (value === undefined)
    return { error: 'This is not a plan: it is not JSON. Make one with entitle plan --out FILE.' }
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  if (format !== 'entitle-plan/1')
    return {
      error:
        typeof format === 'string' && format.startsWith('entitle-plan/')
          ? `This plan has the format ${format}; this version of Entitle reads entitle-plan/1. Make the plan again.`
          : "This is not a plan: it lacks the format 'entitle-plan/1'. Make one with entitle plan --out FILE.",
    }
  const wrong = planForm(value, '') ?? inconsistency(value as Plan)
  return wrong === undefined
    ? { plan: value as Plan }
    : { error: `This plan is damaged: ${wrong}. Make the plan again.` }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return undefined
  }
}

/** What a plan of the right form may still get wrong. */
function inconsistency({ steps }: Plan): string | undefined {
  const ids = new Set<string>()
  for (const [place, { id }] of steps.entries()) {
    if (ids.has(id)) return `steps[${place}].id is '${id}', as another step's`
    ids.add(id)
  }
  for (const [place, step] of steps.entries()) {
    const stranger = step.after.find(id => !ids.has(id))
    if (stranger !== undefined) return `steps[${place}].after names '${stranger}', which is no step of the plan`
    const open = openNames(step.request.body).find(name => step.request.placeholders?.[name] === undefined)
    if (open !== undefined) return `steps[${place}].request leaves '${open}' open without saying what it is`
  }
  return undefined
}

function openNames(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('$placeholder' in value) return [String(value.$placeholder)]
  return Object.values(value).flatMap(openNames)
}
