import { useMay } from '@/features/access/api/me'
import { ProofButton } from '@/features/events/components/proof-button'
import LedgerPage from '@/features/ledger/routes/ledger-page'

/** The ledger's health, with the rights to verify and to take proofs that the reader has. */
export default function LedgerRoute() {
  const mayVerify = useMay('ledger.verify')
  const mayProve = useMay('events.verify')
  return (
    <LedgerPage
      mayVerify={mayVerify}
      renderProof={mayProve ? event => <ProofButton key={event} event={event} /> : undefined}
    />
  )
}
