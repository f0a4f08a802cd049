/**
 * How many there may be before Microsoft must be asked for more, by the noun behind `at most`.
 * https://learn.microsoft.com/entra/id-governance/governance-service-limits, as of 2024-12-10. An earlier edition, of 2023, had lower numbers
 * and further ones for each catalog and package, which are gone.
 */
export const publishedLimits = {
  packages: 20_000,
  policies: 25_000,
  catalogs: 7_500,
  organizations: 2_500,
  workflows: 500,
  assignments: 300_000,
  'organizations-per-policy': 1_000,
  'requestors-per-policy': 500,
}
