export * from '../web/index.ts'
export { credentialFor } from './credential.ts'
export { nodeFileSystem } from './file-system.ts'
export { type DeviceCode, type SignInKind, type SignInOptions, signInKinds } from './ways-to-sign-in.ts'
