const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i

/** Why a text is no domain, for the box that it is typed in; undefined where it is one, blanks around it or not. */
export const notADomain = (text: string): string | undefined =>
  domain.test(text.trim()) ? undefined : 'Type a domain of the tenant, such as contoso.com.'
