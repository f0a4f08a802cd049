/** Scheme of the documents that come with Entitle; they belong to no program. */
export const libraryScheme = 'entitle-lib'
