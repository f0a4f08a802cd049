export { digest } from '../syntax/digest.ts'
