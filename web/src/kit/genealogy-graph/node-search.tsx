import { useReactFlow } from '@xyflow/react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Graph, GraphNode } from '@/api/records'
import styles from './genealogy-graph.module.css'

interface Props {
  graph: Graph
  onSelect: (node: GraphNode) => void
}

/** Find a card of the picture by code or product; Enter goes from hit to hit. */
export function NodeSearch({ graph, onSelect }: Props) {
  const { t } = useTranslation()
  const flow = useReactFlow()
  const id = useId()
  const [text, setText] = useState('')
  const [turn, setTurn] = useState(0)
  const hits = findNodes(graph, text)
  const go = () => {
    const hit = hits[turn % hits.length]
    if (!hit) return
    setTurn(turn + 1)
    onSelect(hit)
    flow.fitView({ nodes: [{ id: hit.id }], maxZoom: 1, minZoom: 0.7, duration: 250 })
  }
  return (
    <form
      className={styles.search}
      onSubmit={event => {
        event.preventDefault()
        go()
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {t('graph.find')}
      </label>
      <input
        id={id}
        value={text}
        placeholder={t('graph.find')}
        autoComplete="off"
        onChange={event => {
          setText(event.target.value)
          setTurn(0)
        }}
      />
      {text && <output>{t('graph.hits', { count: hits.length })}</output>}
    </form>
  )
}

function findNodes(graph: Graph, text: string): GraphNode[] {
  const wanted = text.trim().toLowerCase()
  if (!wanted) return []
  return graph.nodes.filter(node =>
    `${node.label} ${node.sublabel ?? ''}`.toLowerCase().includes(wanted),
  )
}
