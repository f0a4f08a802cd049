import { em, type Route, reviewsPath } from './call.ts'
import { notImplemented } from './graph-error.ts'

/** Something of this surface that Graph does and the sandbox doesn't. */
export interface NotDone {
  readonly method: Route['method']
  readonly path: string
  readonly area: Route['area']
  /** What it is called when it is refused with 501. */
  readonly what: string
  readonly why: string
}

const history = '/identityGovernance/accessReviews/historyDefinitions'
const instance = `${reviewsPath}/:id/instances/:instance`
const sessions = `${em}/catalogs/:id/resources/:resource/uploadSessions`

const noReports = 'reports of reviews are files in a storage that the sandbox has not'
const noSettings = 'no access depends on it'
const byTime = 'time opens and closes the stages of a review'
const noMachineLearning = 'suggestions follow from what colleagues have, which the sandbox does not weigh'
const noUploads = 'resources with custom data are not kept here'

const entitlement = (method: Route['method'], path: string, what: string, why: string): NotDone => ({
  method,
  path,
  area: 'entitlement',
  what,
  why,
})

const reviews = (method: Route['method'], path: string, what: string, why: string): NotDone => ({
  method,
  path,
  area: 'reviews',
  what,
  why,
})

/** What is refused by its name. Whatever else has no route is refused by its address. */
export const notDone: readonly NotDone[] = [
  entitlement(
    'POST',
    `${em}/assignmentRequests/:id/resume`,
    'resuming a request',
    'no workflow is called, so none has to be waited for',
  ),
  entitlement(
    'POST',
    `${em}/catalogs/:id/resources/:resource/refresh`,
    'refreshing a resource',
    'resources show at once what their origin says',
  ),
  entitlement('GET', sessions, 'upload sessions', noUploads),
  entitlement('POST', sessions, 'upload sessions', noUploads),
  entitlement('GET', `${em}/controlConfigurations/endUserSettings`, 'the settings of My Access', noSettings),
  entitlement('PUT', `${em}/controlConfigurations/endUserSettings`, 'the settings of My Access', noSettings),
  {
    ...entitlement(
      'GET',
      `${em}/accessPackageSuggestions/:function{filterByCurrentUser\\(on='[^']+'\\)}`,
      'suggestions',
      noMachineLearning,
    ),
    area: 'suggestions',
  },
  {
    ...entitlement(
      'GET',
      `${em}/availableAccessPackages/:id/resourceRoleScopes`,
      'the roles of suggested packages',
      noMachineLearning,
    ),
    area: 'suggestions',
  },
  reviews('PUT', instance, 'changing a review that runs', 'change its series'),
  reviews('PATCH', instance, 'changing a review that runs', 'change its series'),
  reviews('POST', `${reviewsPath}/:id/stop`, 'stopping a series', 'stop its reviews, or delete it'),
  reviews('PATCH', `${instance}/stages/:stage`, 'changing the stage of a review', byTime),
  reviews('POST', `${instance}/stages/:stage/stop`, 'stopping the stage of a review', byTime),
  { ...reviews('GET', history, 'the history of reviews', noReports), area: 'reviewHistory' },
  { ...reviews('POST', history, 'the history of reviews', noReports), area: 'reviewHistory' },
  { ...reviews('GET', `${history}/:id`, 'the history of reviews', noReports), area: 'reviewHistory' },
  { ...reviews('GET', `${history}/:id/instances`, 'the history of reviews', noReports), area: 'reviewHistory' },
  {
    ...reviews('POST', `${history}/:id/instances/:instance/generateDownloadUri`, 'the history of reviews', noReports),
    area: 'reviewHistory',
  },
]

/** The same as routes, so that permissions come before the refusal, as they do in Graph. */
export const notDoneRoutes: readonly Route[] = notDone.map(({ method, path, area, what }) => ({
  method,
  path,
  area,
  handle: () => {
    throw notImplemented(what)
  },
}))
