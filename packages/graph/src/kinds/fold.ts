/** A name as Graph compares names: without regard to case, and to how accents are encoded. */
export const fold = (name: string): string => name.normalize('NFC').toLowerCase()

/** A site's address without the slash that people put behind it; other ids as they are. */
export const foldId = (id: string): string => id.replace(/\/+$/, '').toLowerCase()
