/** The API's records by the words of the domain; the generated names stay in this file. */
import type { components } from './schema'

type Schemas = components['schemas']

export type Me = Schemas['Me']
export type Hit = Schemas['HitShown']
export type SearchResult = Schemas['HitsShown']
export type Understood = Schemas['UnderstandingShown']
export type Quantity = Schemas['QuantityShown']
export type LotRef = Schemas['LotRefShown']
export type LotRow = Schemas['LotRowShown']
export type LotDetail = Schemas['LotDetailShown']
export type LotHold = Schemas['LotHoldShown']
export type Measurement = Schemas['MeasurementShown']
export type EventRow = Schemas['EventRowShown']
export type EventDetail = Schemas['EventDetailShown']
/** With the declared part in what went in, where the server gives it. */
export type EventLine = Schemas['EventLineShown'] & { weight?: string | null }
export type EventVersion = Schemas['EventVersionShown']
export type CorrectionGiven = Schemas['CorrectionBody']
export type Corrected = Schemas['CorrectionShown']
export type EventVerification = Schemas['EventVerificationShown']
export type LedgerStanding = Schemas['StandingShown']
/** How much of each thing a verification looked at. */
export type LookedAt = Record<
  'hashed' | 'trusted' | 'checkpoints' | 'exported' | 'audit' | 'files' | 'personal',
  number
>
/** The API's document gives two records the name of this one's `scope`; it is told apart here. */
export type LedgerVerification = Omit<Schemas['VerificationShown'], 'scope'> & {
  scope: LookedAt | null
}
export type Inclusion = Schemas['InclusionShown']
export type Checkpoint = Schemas['CheckpointShown']
export type Reason = Schemas['TraceReason']
export type Trace = Schemas['TraceShown']
export type TraceLot = Schemas['TraceLotShown']
export type TraceCustomer = Schemas['TraceCustomer']
export type TraceSupplier = Schemas['TraceSupplier']
export type Why = Schemas['WhyShown']
export type Hop = Schemas['HopShown']
export type Share = Schemas['ShareShown']
export type Shares = Schemas['SharesShown']
export type Scope = Schemas['ScopeShown']
export type ScopeAsked = Schemas['ScopeBody']
export type ScopeFacets = Schemas['ScopeFacetsShown']
export type Fate = Schemas['FateShown']
export type LotAccount = Schemas['LotAccountShown']
export type Whereabouts = Schemas['WhereaboutsShown']
export type CustomerReach = Schemas['CustomerReachShown']
export type PlaceReach = Schemas['PlaceReachShown']
/** With the counts beside the picture, where the server gives them. */
export type Graph = Schemas['GraphShown'] & { plain_more?: number; possible?: number }
export type GraphNode = Schemas['GraphNode']
export type GraphEdge = Schemas['GraphEdge']
export type Hold = Schemas['HoldShown']
export type Attempt = Schemas['AttemptShown']
export type Overview = Schemas['OverviewShown']
export type Day = Schemas['DayShown']

export type Direction = Trace['direction']
