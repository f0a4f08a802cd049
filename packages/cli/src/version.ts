/** The version of Entitle, as `entitle --version` and the reports tell it. */
export const version = '0.1.0'
