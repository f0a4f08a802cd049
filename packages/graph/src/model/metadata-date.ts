/**
 * The day of the published metadata of Microsoft Graph v1.0 that kinds of objects were written after. What Graph has learned since is kept as
 * it is read. https://github.com/microsoftgraph/msgraph-metadata
 */
export const metadataDate = '2026-08-20'
