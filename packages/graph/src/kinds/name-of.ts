import { isRef, type Properties, type Value } from '../model/tenant.ts'

/** The display name of an object that has one. */
export const displayName = ({ displayName: name }: Properties): string => (typeof name === 'string' ? name : '')

/** What a reference is called. */
export const refName = (value: Value | undefined): string => (isRef(value) ? value.name : '')
