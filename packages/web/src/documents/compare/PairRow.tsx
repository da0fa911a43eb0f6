import type { DocumentComparison } from '@yipanqi/model'
import { fateWords } from '@yipanqi/model/lexicon-words.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { moveWords } from './moves.ts'

type Pair = DocumentComparison['pairs'][number]

/** Both sentences and what moved between them; on the phone one below the other. */
export function PairRow({ pair, data }: { pair: Pair; data: DocumentComparison }): ReactNode {
  return (
    <li className={`compare-pair compare-${pair.fate}`}>
      <div className="compare-said">
        <span className="compare-fate">{fateWords[pair.fate]}</span>
        {pair.moves.map((move) => (
          <span key={`${move.indicator}-${move.from?.text ?? ''}-${move.to?.text ?? ''}`} className="compare-move">
            {moveWords(move)}
          </span>
        ))}
      </div>
      <Side side={pair.older} document={data.older} missing="上一份没有提" />
      <Side side={pair.newer} document={data.newer} missing="这一份不再提" />
    </li>
  )
}

function Side({
  side,
  document: doc,
  missing,
}: {
  side: Pair['older']
  document: DocumentComparison['older']
  missing: string
}): ReactNode {
  if (!side) return <p className="compare-none mute">{missing}</p>
  return (
    <p className="compare-text">
      <span className="compare-which mute">{doc.date ? `${doc.date.slice(0, 4)}年：` : `${doc.title}：`}</span>
      {side.text}{' '}
      <Link to="/documents/$id" params={{ id: String(doc.id) }} hash={`s${side.start}`} className="small no-print">
        原文
      </Link>
    </p>
  )
}
