/** A value within a filter: a path into the item, a literal, or a function of another value. */
export type Operand =
  | { readonly kind: 'path'; readonly segments: readonly string[] }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly quoted: boolean }
  | { readonly kind: 'function'; readonly name: 'tolower' | 'toupper' | 'trim' | 'length'; readonly of: Operand }

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'
export type TextTest = 'startswith' | 'endswith' | 'contains'

/** A parsed `$filter`: https://learn.microsoft.com/graph/filter-query-parameter */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly of: Filter }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'in'; readonly left: Operand; readonly values: readonly Operand[] }
  | { readonly kind: 'text'; readonly test: TextTest; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'truth'; readonly of: Operand }
  | {
      readonly kind: 'any' | 'all'
      readonly path: readonly string[]
      readonly variable: string
      readonly body: Filter | undefined
    }
