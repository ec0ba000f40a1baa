import type { components } from '@/api/schema'

type Schemas = components['schemas']

/** The tables of masters, in the order they are read. */
export const COLLECTIONS = [
  'products',
  'parties',
  'sites',
  'locations',
  'equipment',
  'orders',
  'characteristics',
] as const

export type Collection = (typeof COLLECTIONS)[number]

/** A row of any of them; what a table does not have is absent. */
export type Master =
  | Schemas['ProductShown']
  | Schemas['PartyShown']
  | Schemas['SiteShown']
  | Schemas['LocationShown']
  | Schemas['EquipmentShown']
  | Schemas['OrderShown']
  | Schemas['CharacteristicShown']

/** The collection an address names; anything else is the first. */
export function collectionOf(name: string | undefined): Collection {
  return COLLECTIONS.find(known => known === name) ?? 'products'
}
