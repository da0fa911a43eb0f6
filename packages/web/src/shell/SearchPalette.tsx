import type { DocumentItem, MatterItem, Page } from '@yipanqi/model'
import { documentStateWords, stateWords } from '@yipanqi/model/words.ts'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { type KeyboardEvent, type ReactNode, useDeferredValue, useState } from 'react'
import { get } from '../api/client.ts'
import { findQuery, type Found, librariesQuery } from '../library/api.ts'
import type { LibraryItem } from '../library/shapes.ts'
import { Light } from '../ui/Light.tsx'

interface Hit {
  key: string
  title: string
  about: string
  light: MatterItem['light']
  href: string
}

function matterHit(matter: MatterItem): Hit {
  const about = [stateWords[matter.state], matter.lead?.short, matter.number].filter(Boolean).join(' · ')
  return { key: `m${matter.id}`, title: matter.title, about, light: matter.light, href: `/matters/${matter.id}` }
}

function documentHit(document: DocumentItem): Hit {
  const about = ['文件', documentStateWords[document.state], document.number].filter(Boolean).join(' · ')
  return { key: `d${document.id}`, title: document.title, about, light: null, href: `/documents/${document.id}` }
}

function libraryHit(library: LibraryItem): Hit {
  const href = `/libraries/${library.id}`
  return { key: `l${library.id}`, title: library.name, about: `台账 · ${library.group}`, light: null, href }
}

function recordHit(library: LibraryItem, found: Found): Hit {
  const about = [library.noun, found.subtitle].filter(Boolean).join(' · ')
  const href = `/libraries/${library.id}/${found.id}`
  return { key: `${library.id}${found.id}`, title: found.title, about, light: null, href }
}

/** The ledgers whose records people look for by name from anywhere. */
const everywhere = ['projects', 'enterprises']

/** ⌘K: type a few characters, arrow keys, Enter. Recent documents stand there before anything is typed. */
export function SearchPalette({ onClose }: { onClose: () => void }): ReactNode {
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const text = useDeferredValue(words.trim())
  const documents = useQuery({
    queryKey: ['documents', 'palette'],
    queryFn: ({ signal }) => get<Page<DocumentItem>>('/documents', { limit: 100 }, signal),
  })
  const matters = useQuery({
    queryKey: ['matters', 'palette', text],
    queryFn: ({ signal }) => get<Page<MatterItem>>('/matters', { text, limit: 12 }, signal),
    enabled: text.length > 0,
    placeholderData: keepPreviousData,
  })
  const libraries = useQuery(librariesQuery)
  const searched = (libraries.data ?? []).filter((l) => everywhere.includes(l.id))
  const records = useQueries({
    queries: searched.map((l) => ({ ...findQuery(l.id, text), enabled: text.length > 1 })),
    combine: (answers) =>
      searched.flatMap((l, index) => (answers[index]?.data ?? []).slice(0, 4).map((one) => recordHit(l, one))),
  })
  const ledgers = text ? (libraries.data ?? []).filter((l) => l.name.includes(text)) : []
  const found = (documents.data?.items ?? []).filter((d) => d.title.includes(text) || (d.number ?? '').includes(text))
  const hits = [
    ...found.slice(0, text ? 4 : 8).map(documentHit),
    ...ledgers.slice(0, 3).map(libraryHit),
    ...(text ? (matters.data?.items ?? []).map(matterHit) : []),
    ...(text.length > 1 ? records : []),
  ]
  const open = (hit: Hit | undefined): void => {
    if (!hit) return
    onClose()
    void navigate({ href: hit.href })
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step) {
      event.preventDefault()
      setAt((at + step + Math.max(1, hits.length)) % Math.max(1, hits.length))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) open(hits[at])
  }
  return (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={onClose}
      width={640}
      title={<span className="sr">查找</span>}
      className="palette"
    >
      <input
        className="palette-input"
        placeholder="事项、文件、台账、项目和企业的名称或编号"
        aria-label="查找事项和文件"
        autoFocus
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKey}
      />
      <ul className="palette-list" aria-label="查找结果">
        {hits.map((hit, index) => (
          <li key={hit.key}>
            <button
              type="button"
              className={index === at ? 'palette-hit on' : 'palette-hit'}
              onClick={() => open(hit)}
              onMouseEnter={() => setAt(index)}
            >
              <Light light={hit.light} />
              <span className="palette-title">{hit.title}</span>
              <span className="mute small">{hit.about}</span>
            </button>
          </li>
        ))}
      </ul>
      {text && hits.length === 0 && !matters.isFetching && (
        <p className="mute palette-none">没有找到“{text}”。换个短一点的词，或只输一两个字。</p>
      )}
    </Modal>
  )
}
